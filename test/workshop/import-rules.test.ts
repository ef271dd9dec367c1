import { describe, expect, test } from 'vitest';
import { type ImportGraph, specifiersIn, targetOf } from './import-graph.ts';
import { importViolations } from './import-rules.ts';

/** A graph from lines like `a → b`, where `a ⇢ b` is a type-only import. */
function graph(...lines: string[]): ImportGraph {
  const made = new Map<string, { to: string; typeOnly: boolean }[]>();
  for (const line of lines) {
    const [file = '', arrow, to = ''] = line.split(' ');
    made.set(file, [...(made.get(file) ?? []), { to, typeOnly: arrow === '⇢' }]);
  }
  return made;
}

describe('the directions of imports', () => {
  test.each([
    ['server/records/routes.ts → shared/problem.ts'],
    ['server/records/routes.ts → server/platform/page.ts'],
    ['server/records/routes.ts → server/matters/matter-queries.ts'],
    ['server/app.ts → server/records/routes.ts'],
    ['server/committer/projections.ts → server/records/record-projection.ts'],
    ['server/console/main.tsx → shared/interface/button.tsx'],
    ['server/console/mount.ts → server/build/outputs.ts'],
    ['extension/entrypoints/background.ts → extension/capture/click.ts'],
    ['extension/panel/notes.ts → extension/outbox/outbox.ts'],
  ])('allow %s', (line) => expect(importViolations(graph(line))).toEqual([]));

  test.each([
    ['shared/problem.ts → server/app.ts', 'shared imports nothing'],
    ['shared/problem.ts ⇢ extension/outbox/note.ts', 'shared imports nothing'],
    ['server/app.ts → extension/outbox/note.ts', 'server imports nothing from extension'],
    ['extension/outbox/sender.ts → server/app.ts', 'extension imports nothing from server'],
    ['server/app.ts → test/outcome.ts', 'nothing outside test/'],
    ['server/platform/page.ts → server/records/routes.ts', 'platform may not import from features'],
    ['server/records/routes.ts → server/app.ts', 'features may not import from entry points'],
    ['server/committer/committer.ts → server/records/capture.ts', 'platform may not import from features'],
    ['server/console/main.tsx ⇢ server/platform/page.ts', 'the console is a web page'],
    ['extension/outbox/outbox.ts → extension/panel/notes.ts', 'platform may not import from features'],
    ['extension/entrypoints/background.ts → zod', 'types only'],
  ])('forbid %s', (line, reason) => {
    expect(importViolations(graph(line))).toEqual([expect.stringContaining(reason)]);
  });

  test('keep the table of courts out of the detector, however far away it is imported', () => {
    const found = importViolations(
      graph(
        'extension/entrypoints/detector.ts → shared/a.ts',
        'shared/a.ts → shared/b.ts',
        'shared/b.ts → shared/court/courts.ts',
      ),
    );
    expect(found).toEqual([expect.stringContaining('loads shared/court/courts.ts (through shared/b.ts)')]);
  });

  test('let a type come from anywhere that a browser never loads', () => {
    expect(importViolations(graph('server/console/main.tsx ⇢ shared/a.ts', 'shared/a.ts → zod'))).toEqual([]);
  });
});

test('specifiers are read from every form of import', () => {
  const source = `import { a,\n  b } from './one.ts';\nimport type { C } from './two.ts';\nimport './three.css';
import Four, { five } from 'five';\nexport * from './six.ts';\nexport { seven };\nconst eight = 'import';
const nine = () => import('./nine.ts');`;
  expect(specifiersIn(source).map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? ' type' : ''}`)).toEqual([
    './one.ts',
    './two.ts type',
    './three.css',
    'five',
    './six.ts',
    './nine.ts',
  ]);
});

test.each([
  ['server/records/routes.ts', '../../shared/problem.ts', 'shared/problem.ts'],
  ['server/records/routes.ts', './capture.ts?raw', 'server/records/capture.ts'],
  ['server/app.ts', 'hono/cors', 'hono'],
  ['server/app.ts', '@hono/node-server/serve-static', '@hono/node-server'],
])('in %s, %s is %s', (file, specifier, target) => expect(targetOf(file, specifier)).toBe(target));
