/**
 * The directions of imports:
 *
 *   shared ◀── server       entry points ──▶ features ──▶ platform
 *   shared ◀── extension    entry points ──▶ features ──▶ platform
 *
 * and what may not be loaded into a browser, because a judge waits for it.
 */
import { type ImportGraph, loadedBy } from './import-graph.ts';

/** The folders that the rules are about. */
export const rooms = ['shared', 'server', 'extension'] as const;

const layers = ['platform', 'features', 'entry points'] as const;
type Layer = (typeof layers)[number];

/** The longest beginning of a path that stands here says the layer; what stands nowhere is a feature. */
const layerOfPath: Record<string, Layer> = {
  'server/': 'entry points',
  'server/access/': 'platform',
  'server/access/routes.ts': 'features',
  'server/backup/': 'features',
  'server/browser/': 'platform',
  'server/build/': 'platform',
  'server/committer/': 'platform',
  'server/config.ts': 'platform',
  'server/console/': 'features',
  'server/credentials/': 'platform',
  'server/directory/': 'features',
  'server/documentation/': 'features',
  'server/evidence/': 'features',
  'server/evidence/blob-folder.ts': 'platform',
  'server/evidence/seal-older-files.ts': 'platform',
  'server/evidence/sealed-file.ts': 'platform',
  'server/extension/': 'features',
  'server/feeds/': 'features',
  'server/keys/': 'platform',
  'server/ledger/': 'platform',
  'server/matters/': 'features',
  'server/platform/': 'platform',
  'server/progress.ts': 'platform',
  'server/records/': 'features',
  'server/recompute/': 'features',
  'server/sealing/': 'platform',
  'server/self-check/': 'features',
  'server/session/': 'features',
  'server/start-error.ts': 'platform',
  'server/store/': 'platform',
  'extension/capture/': 'features',
  'extension/connection/': 'platform',
  'extension/detection/': 'features',
  'extension/entrypoints/': 'entry points',
  'extension/outbox/': 'platform',
  'extension/panel/': 'features',
};

/** Files that may import upwards, and why. */
const exceptions: Record<string, string> = {
  'server/committer/projections.ts': 'the list of every projection: the one place where the write path names features',
  'server/platform/platform.ts': 'makes the directory in memory, which features share',
};

/** What must not reach a browser with an entry: a package or the beginning of a path. */
const keptOut: { entries: RegExp; unwanted: readonly string[]; because: string }[] = [
  {
    entries: /^extension\/entrypoints\/detector\b/,
    unwanted: ['zod', 'preact', 'shared/court/'],
    because: 'the detector runs in every frame of a case system',
  },
  {
    entries: /^(extension\/entrypoints\/|server\/console\/main\.tsx$)/,
    unwanted: ['zod'],
    because: 'browsers get zod schemas as types only',
  },
];

/** Sentences that say what is wrong and what would be right; empty where all is well. */
export function importViolations(graph: ImportGraph): string[] {
  return [...[...graph.keys()].flatMap((file) => violationsOf(graph, file)), ...unwantedLoads(graph)];
}

function violationsOf(graph: ImportGraph, file: string): string[] {
  const inside = (graph.get(file) ?? []).filter(({ to }) => /^(shared|server|extension|test)\//.test(to));
  return inside.flatMap(({ to }) => {
    const objection = objectionTo(file, to);
    return objection ? [`${file} imports ${to}: ${objection}`] : [];
  });
}

/** Why a file may not import another; null where it may. */
function objectionTo(file: string, to: string): string | null {
  const [own, other] = [roomOf(file), roomOf(to)];
  if (other === 'test') return 'nothing outside test/ imports from it; move what both need out of it';
  if (own === 'shared' && other !== 'shared') return 'shared imports nothing from server or extension';
  if (own !== 'shared' && other !== 'shared' && own !== other)
    return `${own} imports nothing from ${other}; what both need belongs into shared`;
  if (isConsolePage(file) && other === 'server' && !isConsolePage(to))
    return 'the console is a web page: it imports from server/console and shared only';
  if (own === 'shared' || other === 'shared' || file in exceptions) return null;
  const [from, onto] = [layerOf(file), layerOf(to)];
  if (layers.indexOf(onto) > layers.indexOf(from)) return `${from} may not import from ${onto}`;
  return null;
}

const roomOf = (path: string): string => path.split('/', 1)[0] ?? '';

/** Code of the console that runs in the browser: all but what serves and builds it. */
const isConsolePage = (path: string): boolean =>
  path.startsWith('server/console/') && !/\/(mount|vite\.config)\.ts$/.test(path);

function layerOf(path: string): Layer {
  const beginnings = Object.keys(layerOfPath).filter((beginning) => path.startsWith(beginning));
  const longest = beginnings.reduce((best, beginning) => (beginning.length > best.length ? beginning : best), '');
  return layerOfPath[longest] ?? 'features';
}

function unwantedLoads(graph: ImportGraph): string[] {
  return keptOut.flatMap(({ entries, unwanted, because }) => {
    const files = [...graph.keys()].filter((file) => entries.test(file));
    return files.flatMap((entry) =>
      [...loadedBy(graph, entry)].flatMap(([to, by]) =>
        unwanted.some((name) => to === name || (name.endsWith('/') && to.startsWith(name)))
          ? [`${entry} loads ${to} (through ${by}): ${because}`]
          : [],
      ),
    );
  });
}
