import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildOutput, outputs } from '../../../server/build/outputs.ts';

/** Bytes after gzip that the panel's script may take: it opens beside the click. */
const most = 60 * 1024;

beforeAll(() => buildOutput(outputs.extension));

/** Every script that the panel loads: its own chunk and those that it shares. */
function scripts(): readonly string[] {
  const folder = join(outputs.extension.folder, 'chunks');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

test('the panel stays small', () => {
  const bytes = scripts().reduce((sum, script) => sum + gzipSync(script).byteLength, 0);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(most);
});

test('the schemas stay out of it: browsers take only their types', () => {
  expect(scripts().filter((script) => script.includes('ZodError') || script.includes('invalid_type'))).toEqual([]);
});
