import { expect, test } from 'vitest';
import { foldForSearch, mergeOwnRecords } from '../../../../extension/panel/records/own-records.ts';
import { tagOf } from '../../../../extension/panel/records/tag.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { noteWith, summaryWith } from '../notes.ts';

const first = '00000000-0000-4000-8000-000000000001';
const second = '00000000-0000-4000-8000-000000000002';
const third = '00000000-0000-4000-8000-000000000003';
const at = (day: number) => `2026-10-0${day}T06:05:00.000Z`;

test('a note and its record are one line, newest click first', () => {
  const merged = mergeOwnRecords(
    [noteWith({ captureId: first }, { capturedAt: at(1) }), noteWith({ captureId: second }, { capturedAt: at(3) })],
    [summaryWith({ captureId: first, capturedAt: at(1) }), summaryWith({ captureId: third, capturedAt: at(2) })],
    true,
  );
  expect(merged.map((own) => [own.captureId, own.note !== null, own.summary !== null])).toEqual([
    [second, true, false],
    [third, false, true],
    [first, true, true],
  ]);
});

test('older notes wait until the pages reach them', () => {
  const notes = [noteWith({ captureId: first }, { capturedAt: at(1) })];
  const page = [summaryWith({ captureId: second, capturedAt: at(2) })];
  expect(mergeOwnRecords(notes, page, false).map((own) => own.captureId)).toEqual([second]);
  expect(mergeOwnRecords(notes, page, true).map((own) => own.captureId)).toEqual([second, first]);
});

test.each(['(2026)内0102民初123号', '〔2026〕内0102', '民初123', '内０１０２ 民初', '买卖合同'])(
  'a note is found by %j',
  (query) => {
    expect(mergeOwnRecords([noteWith()], [], true, query)).toHaveLength(1);
    expect(mergeOwnRecords([noteWith()], [], true, `${query}9`)).toHaveLength(0);
  },
);

test('searches compare brackets, widths and blanks of one form', () => {
  expect(foldForSearch('〔２０２６〕内 0102')).toBe(foldForSearch('（2026）内0102'));
});

test.each([
  ['需要处理', noteWith({ state: 'attention' }), summaryWith({ state: 'submitted' })],
  ['需要处理', noteWith({ state: 'confirmed', problem: new ProblemError('invalid-input').toProblem() }), null],
  ['正在报送', noteWith({ state: 'confirmed', submission: 'requested' }), summaryWith({ state: 'returned' })],
  ['退回补充', noteWith({ state: 'confirmed', submission: 'submitted' }), summaryWith({ state: 'returned' })],
  ['已报送', noteWith({ state: 'confirmed', submission: 'submitted' }), null],
  ['已留痕', noteWith(), null],
  ['已送达', noteWith({ state: 'sent' }), null],
  ['已确认', noteWith({ state: 'confirmed' }), null],
] as const)('a line is tagged %s', (word, note, summary) => {
  const [own] = mergeOwnRecords([note], summary ? [summary] : [], true);
  expect(own && tagOf(own).term.zh).toBe(word);
});
