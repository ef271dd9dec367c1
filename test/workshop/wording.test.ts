import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../server/build/outputs.ts';
import type { Term } from '../../shared/vocabulary.ts';
import { readImportGraph } from './import-graph.ts';
import { rooms } from './import-rules.ts';

const chinese = /\p{Script=Han}/u;

/** The sources that hold tables of terms. */
const tables = [...readImportGraph(projectFolder, rooms).keys()].filter((file) =>
  /\bRecord<[^>]*\bTerm\b/.test(readFileSync(join(projectFolder, file), 'utf8')),
);

/** Every term in a module's exports, however deep, with the way to it. */
function termsIn(value: unknown, way = ''): [string, Term][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string')
    return [[way, { zh: value.zh, en: value.en }]];
  return Object.entries(value).flatMap(([name, inner]) => termsIn(inner, way ? `${way}.${name}` : name));
}

/**
 * Whether each side speaks its own language. A name such as XLSX and mere punctuation are the same in both; a language
 * is named in itself.
 */
function isInBoth({ zh, en }: Term): boolean {
  if (!zh.trim() || !en.trim()) return false;
  if (zh === en || (zh === 'English' && en === '中文')) return true;
  if (!/\p{L}/u.test(`${zh}${en}`.replace(/\{\w+\}/g, ''))) return true;
  return chinese.test(zh) && !chinese.test(en) && /[a-z0-9]/i.test(en);
}

const placeholdersOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test('the tables are found', () => expect(tables.length).toBeGreaterThan(10));

describe.each(tables)('the wording in %s', (file) => {
  test('stands in both languages, each in its own', async () => {
    const terms = termsIn(await import(join(projectFolder, file)));
    expect(terms.filter(([, term]) => !isInBoth(term))).toEqual([]);
  });

  test('has the same placeholders in both languages', async () => {
    const terms = termsIn(await import(join(projectFolder, file)));
    const wrong = terms.filter(([, { zh, en }]) => placeholdersOf(zh).join() !== placeholdersOf(en).join());
    expect(wrong).toEqual([]);
  });
});

test('the words that the browser shows for the extension stand in both languages', () => {
  const [zh, en] = ['zh_CN', 'en'].map((language): Record<string, { message: string }> => {
    const file = join(projectFolder, 'extension/public/_locales', language, 'messages.json');
    return JSON.parse(readFileSync(file, 'utf8'));
  });
  expect(Object.keys(en ?? {}).sort()).toEqual(Object.keys(zh ?? {}).sort());
  for (const { message } of Object.values(zh ?? {})) expect(message).toMatch(chinese);
  for (const { message } of Object.values(en ?? {})) expect(message).not.toMatch(chinese);
});
