/**
 * Every pattern works in linear time: redos-detector follows all ways in which it could backtrack. One that could do so
 * without bound stands in a list of its own, with the reason why no long text reaches it.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSafe } from 'redos-detector';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { projectFolder } from '../../server/build/outputs.ts';

/** Patterns that could backtrack without bound, and what bounds the texts that meet them. */
const bounded: Readonly<Record<string, string>> = {
  '/审查起诉|提起公诉|检.*诉/': 'a case number and a stage that the capture schema limits to 200 characters',
  '/侦查|公.*立字/': 'the same',
  '/^(\\d+)-0?(\\d+)-0?(\\d+)$/': 'a day that its schema has checked: ten characters',
  '/^\\s*(\\d[\\d.,]*(e[+-]?\\d+)?%?|\\d+([-/.:]\\d+){1,2})\\s*$/i':
    'a cell of a feed, of names and texts that their schemas limit',
  '/([A-Z]+)(\\d+)/g': 'markup of a workbook that this program has just written',
  '/<worksheet[^>]*>/': 'the same',
  '/[?#].*$/s': 'an address of the demonstration case system, which a browser limits',
  '/(人民检察院|公安局.*|中级人民法院|高级人民法院|人民法院)$/': 'names of institutions in the demonstration data',
  '/\\b(\\d+)\\.\\d+\\.\\d+/': 'the version that an installed browser prints',
  '/\\{(\\w+)\\}/g': 'a term of our own tables of words',
};

interface Pattern {
  file: string;
  written: string;
  pattern: RegExp;
}

/** Every pattern that stands as a literal in the sources. */
function patterns(): Pattern[] {
  const found: Pattern[] = [];
  for (const file of globSync('{shared,server,extension}/**/*.{ts,tsx}', { cwd: projectFolder })) {
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('regex' in node && 'raw' in node && 'value' in node && node.value instanceof RegExp)
        found.push({ file, written: String(node.raw), pattern: node.value });
      for (const below of Object.values(node)) if (!(below instanceof RegExp)) visit(below);
    };
    visit(parseAst(readFileSync(join(projectFolder, file), 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }));
  }
  return found;
}

const all = patterns();

/** Whether no text, however long, makes a pattern go back further than a fixed number of times. */
function isLinear({ source, flags }: RegExp): boolean {
  const told = new RegExp(
    source,
    flags.replace(/[gydv]/g, (flag) => (flag === 'v' ? 'u' : '')),
  );
  return isSafe(told, { timeout: 5000 }).safe;
}

test('the patterns are found, and those known to be slow are told', () => {
  expect(all.length).toBeGreaterThan(100);
  for (const slow of [/^(a+)+$/, /^(\d|\d\d)+x$/, /[（(].*\d.*号/s, /\s+$/])
    expect(isLinear(slow), String(slow)).toBe(false);
  for (const linear of [/^\d{6}$/, /^[a-z0-9_.]{2,30}$/]) expect(isLinear(linear), String(linear)).toBe(true);
});

test('every pattern is linear, or has its reason', () => {
  const wrong = all.filter(({ written, pattern }) => !Object.hasOwn(bounded, written) && !isLinear(pattern));
  expect(wrong.map(({ file, written }) => `${file}: ${written}`)).toEqual([]);
}, 60_000);

test('every reason is still needed', () => {
  const slow = new Set(all.filter(({ pattern }) => !isLinear(pattern)).map(({ written }) => written));
  expect(Object.keys(bounded).filter((written) => !slow.has(written))).toEqual([]);
}, 60_000);
