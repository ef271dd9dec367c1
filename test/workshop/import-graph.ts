/** Which file imports which: read from the sources as text, which is quick and needs no compiler. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';

export interface Import {
  /** A file of the project, such as `shared/problem.ts`, or a package, such as `zod`. */
  to: string;
  /** `import type`, which leaves nothing in the running program. */
  typeOnly: boolean;
}

/** Imports of every file, keyed by its path from the project's folder, with `/`. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>;

/** `import … from '…'`, `export … from '…'` and `import '…'`, over as many lines as it takes. */
const statement = /^(?:import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\sfrom\s+)?'([^']+)'/gm;
const dynamic = /\bimport\('([^']+)'\)/g;

/** The specifiers that a source names, in its order, those of dynamic imports last. */
export function specifiersIn(source: string): { specifier: string; typeOnly: boolean }[] {
  const fixed = [...source.matchAll(statement)].map(([, type, specifier = '']) => ({
    specifier,
    typeOnly: type !== undefined,
  }));
  const later = [...source.matchAll(dynamic)].map(([, specifier = '']) => ({ specifier, typeOnly: false }));
  return [...fixed, ...later];
}

/** What a specifier in a file means: relative ones a file of the project, the others a package by its name. */
export function targetOf(file: string, specifier: string): string {
  const [bare = ''] = specifier.split('?');
  if (bare.startsWith('.')) return relative('.', resolve(dirname(file), bare)).replaceAll('\\', '/');
  const parts = bare.split('/');
  return parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/');
}

/** Reads the graph of some folders of the project. */
export function readImportGraph(projectFolder: string, folders: readonly string[]): ImportGraph {
  const files = folders.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /^\.(ts|tsx)$/.test(extname(name)) && !name.endsWith('.d.ts'))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  );
  return new Map(
    files.map((file) => {
      const imports = specifiersIn(readFileSync(join(projectFolder, file), 'utf8'));
      return [file, imports.map(({ specifier, typeOnly }) => ({ to: targetOf(file, specifier), typeOnly }))];
    }),
  );
}

/**
 * Everything that a file loads when it runs, with the way to it.
 * @returns the files and packages reached, each with the file that imports it
 */
export function loadedBy(graph: ImportGraph, entry: string): Map<string, string> {
  const reached = new Map<string, string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const { to, typeOnly } of graph.get(file) ?? []) {
      if (typeOnly || reached.has(to)) continue;
      reached.set(to, file);
      waiting.push(to);
    }
  }
  return reached;
}
