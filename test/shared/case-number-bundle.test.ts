import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';

const grammar = fileURLToPath(new URL('../../shared/case-number/grammar.ts', import.meta.url));

/** What the grammar weighs in the detector, which every frame of every page loads (8 KB in all). */
const budget = 4_800;

test(`the grammar alone is at most ${budget} bytes, minified, and carries no table`, async () => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: grammar, formats: ['iife'], name: 'grammar', fileName: 'grammar' },
    },
  });
  const code = [result]
    .flat()
    .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
    .map((file) => (file.type === 'chunk' ? file.code : ''))
    .join('');
  expect(code).toContain('procuratorate');
  expect(Buffer.byteLength(code)).toBeLessThanOrEqual(budget);
  expect(code).not.toMatch(/赛罕|请台调|未识别/);
});
