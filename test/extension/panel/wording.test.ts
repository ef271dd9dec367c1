import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const room = join(import.meta.dirname, '../../../extension/panel');
const sources = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
const textOf = (name: string) => readFileSync(join(room, name), 'utf8');
const code = sources
  .filter((name) => !name.endsWith('wording.ts'))
  .map(textOf)
  .join('\n');

/** Read by `wording[wayOut]`. */
const waysOut = ['retry', 'reconnect', 'connect'];

test.each(sources.filter((name) => name.endsWith('wording.ts')))('every sentence of %s is shown somewhere', (name) => {
  const keys = [...textOf(name).matchAll(/^ {2}(\w+): \{/gm)].map(([, key]) => key ?? '');
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.filter((key) => !waysOut.includes(key) && !code.includes(`ording.${key}`))).toEqual([]);
});

test('no sentence stands outside the tables, where it would lack its English', () => {
  const quoted = sources
    .filter((name) => name.endsWith('.tsx'))
    .filter((name) => /[㐀-鿿]/.test(textOf(name).replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[、：]'|`[^`]*：[^`]*`/g, '')));
  expect(quoted).toEqual([]);
});
