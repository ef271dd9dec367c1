/**
 * `npm run check`: everything about the sources that needs no test to run. Each step says ok or failed on a line of its own, with
 * what it found below; all of them run, whatever the others found.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../server/build/outputs.ts';
import { readImportGraph } from './workshop/import-graph.ts';
import { importViolations, rooms } from './workshop/import-rules.ts';

interface Found {
  ok: boolean;
  details: string;
}

/** Every kind of finding of knip, circular imports included. */
const unused = ['--files', '--dependencies', '--exports', '--cycles'];

const steps: Record<string, () => Promise<Found>> = {
  types: () => run('tsc', '--noEmit', '--project', '.'),
  'lint and format': () => run('biome', 'ci', '--colors=off', '--error-on-warnings', '.'),
  'import directions': async () => {
    const violations = importViolations(readImportGraph(projectFolder, rooms));
    return { ok: violations.length === 0, details: violations.join('\n') };
  },
  'unused code and dependencies, circular imports': () =>
    run('knip', '--no-progress', '--treat-config-hints-as-errors', ...unused),
};

/** Runs a tool of the project. */
function run(tool: string, ...parameters: string[]): Promise<Found> {
  return new Promise((done, failed) => {
    const child = spawn(join(projectFolder, 'node_modules', '.bin', tool), parameters, { cwd: projectFolder });
    const said: string[] = [];
    child.stdout.on('data', (text) => said.push(String(text)));
    child.stderr.on('data', (text) => said.push(String(text)));
    child.on('error', failed);
    child.on('close', (code) => done({ ok: code === 0, details: said.join('').trim() }));
  });
}

const results = Object.entries(steps).map(([name, step]) => ({ name, began: performance.now(), found: step() }));
for (const { name, began, found } of results) {
  const { ok, details } = await found;
  console.log(`${ok ? 'ok    ' : 'failed'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  if (ok) continue;
  console.log(details.replace(/^/gm, '    '));
  process.exitCode = 1;
}
