/** SECURITY.md says where each requirement is met: the files and tests that it names exist, and no row is empty. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../server/build/outputs.ts';

interface Row {
  number: string;
  asked: string;
  state: string;
  where: string;
  reason: string;
}

const rows: Row[] = readFileSync(join(projectFolder, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
  .map((line) => {
    const [number = '', asked = '', state = '', where = '', reason = ''] = line.slice(2, -2).split(' | ');
    return { number, asked, state, where, reason };
  });

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has. */
const chapters = {
  1: 27,
  2: 11,
  3: 19,
  4: 10,
  5: 9,
  6: 35,
  7: 18,
  8: 7,
  9: 7,
  10: 29,
  11: 14,
  12: 9,
  13: 13,
  14: 9,
  15: 13,
  16: 16,
  17: 7,
};

const named = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

test('each chapter has its requirements, each once and in their order', () => {
  const counted = Object.keys(chapters).map((chapter) => [
    Number(chapter),
    rows.filter(({ number }) => number.startsWith(`${chapter}.`)).length,
  ]);
  expect(counted).toEqual(Object.entries(chapters).map(([chapter, count]) => [Number(chapter), count]));
  expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
  expect(rows.length).toBe(253);
});

describe.each(rows)('$number', ({ asked, state, where, reason }) => {
  test('is no empty row', () => {
    expect(asked).not.toBe('');
    expect(['✓', '◐', '✗', '–']).toContain(state);
    // What is met is met somewhere; what is not has a reason in words.
    if (state === '✓' || state === '◐') expect(named(where).length).toBe(1);
    else expect(where).toBe('–');
    expect(reason.replace(/`test[^`]*`/g, '').length > 5 || named(reason).length > 0).toBe(true);
    if (state !== '✓') expect(reason.replace(/`[^`]*`/g, '')).toMatch(/\p{L}{2}/u);
  });

  test('names what exists', () => {
    for (const name of [...named(where), ...named(reason).filter((each) => each.startsWith('test/'))]) {
      expect(existsSync(join(projectFolder, name)), name).toBe(true);
    }
  });
});
