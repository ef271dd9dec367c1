/**
 * Linear time, shown by counting instead of timing: the grammar reads every character through `String.prototype.charAt`,
 * so the calls are its work. However hostile the text, they stay within a fixed number for each character.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCaseNumbers } from '../../shared/case-number.ts';

const readsPerCharacter = 10;
const charAt = String.prototype.charAt;
let reads = 0;

beforeAll(() => {
  String.prototype.charAt = function counted(this: string, at: number) {
    reads++;
    return charAt.call(this, at);
  };
});
afterAll(() => {
  String.prototype.charAt = charAt;
});

function work(text: string): number {
  reads = 0;
  findCaseNumbers(text);
  return reads;
}

/** Texts made to be read again and again: numbers that begin well and never end, gaps, nests, endless lists. */
const hostile = {
  openings: '（',
  'openings and blanks': `（${' '.repeat(31)}`,
  'years without end': '（2020',
  'years and nothing else': '（2020）',
  'years and gaps': `（2020）${' '.repeat(32)}`,
  'gapped years': [...'（2020）'].join(' '.repeat(31)),
  'a head that never gets figures': '（2020）民初民初民初民初民初民初民初民初民初民初民初民初',
  'brackets in the head': '（2020）民（（（（（（（（（（（（（（（（（（（（（（',
  'gaps in the head': `（2020）${[...'内民初字第民初民初民初民初民初'].join(' '.repeat(31))}`,
  'figures without 号': '（2020）内0105民初1513',
  'serials too long': `（2020）内0105民初${'1'.repeat(40)}`,
  'looking back again and again': `${'检'.repeat(20)}〔2020〕1号`,
  'looking back over gaps': `${[...'内检一部刑诉一部刑诉'].join(' '.repeat(31))}〔2020〕1号`,
  'looking back to no organ': '公公公公公公公公公公公公公公公公公公公公字〔2020〕1号',
  suffixes: '（2020）内0105民初1号之一之一之一之一',
  'whole numbers': '（2020）内0105民初1513号',
  lone: '号第字检公',
  blanks: ' \n\t\u3000',
};

describe.each(Object.entries(hostile))('%s', (_, unit) => {
  const copies = (count: number) => unit.repeat(count);

  test('cost a bounded number of reads for each character', () => {
    const text = copies(Math.ceil(20_000 / unit.length));
    expect(work(text)).toBeLessThanOrEqual(readsPerCharacter * text.length);
  });

  test('twice the text costs twice the work', () => {
    const count = Math.ceil(8_000 / unit.length);
    expect(work(copies(2 * count))).toBeLessThanOrEqual(2.05 * work(copies(count)) + 2_000);
  });
});

test.each([
  ['a list that 号 never closes', `（2020）内0105民初1${'、2'.repeat(20_000)}`, 0],
  ['a list that 号 closes at last', `（2020）内0105民初1${'、2'.repeat(20_000)}号`, 20_001],
  ['a list closed at every step', `（2020）内0105民初1号${'、2号'.repeat(20_000)}`, 20_001],
])('%s', (_, text, count) => {
  expect(findCaseNumbers(text)).toHaveLength(count);
  expect(work(text)).toBeLessThanOrEqual(readsPerCharacter * text.length);
});

/** Any text over the characters of which numbers are made, to hit the grammar's turns more often than chance would. */
const pieces = fc.constantFrom(
  ...'（()）〔〕[]【】0129０Zz号第字之一、和-检公刑民初终知内京最高法诉立 \n\t',
  '（2020）',
  '之一',
  '内0105',
  '民初',
  '字第',
  '1号',
  '检刑诉〔2020〕',
  ' '.repeat(32),
);

test('any text at all: work in proportion, places in order, canonical forms that stay', () => {
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 400 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 400 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(work(text)).toBeLessThanOrEqual(readsPerCharacter * text.length + 100);
      let past = 0;
      for (const number of findCaseNumbers(text)) {
        expect(number.start).toBeGreaterThanOrEqual(past);
        expect(text.slice(number.start, number.end)).toBe(number.raw);
        const again = findCaseNumbers(number.canonical);
        expect(again.map(({ canonical, kind }) => [canonical, kind])).toEqual([[number.canonical, number.kind]]);
        past = number.end;
      }
    }),
    { numRuns: 2_000 },
  );
});
