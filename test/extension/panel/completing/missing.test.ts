import { expect, test } from 'vitest';
import { missingFrom } from '../../../../extension/panel/completing/missing.ts';
import type { Draft } from '../../../../extension/panel/completing/starting-draft.ts';

const now = Date.parse('2026-10-08T07:00:00.000Z');
const complete: Draft = {
  actor: { officialId: null, name: '测试人员', organ: '', post: '' },
  capacity: 'official',
  channel: 'phone',
  leaningOpinion: 'none',
  response: 'refused',
  occurredAt: '2026-10-08T06:05:00.000Z',
};
const fieldsMissing = (draft: Draft, candidates: readonly string[] = ['（2026）内0102民初123号']) =>
  missingFrom(draft, candidates, now).map(({ field }) => field);

test('a complete draft lacks nothing, with or without a case number where none was recognised', () => {
  expect(fieldsMissing(complete)).toEqual([]);
  expect(fieldsMissing(complete, [])).toEqual([]);
});

test('an empty draft names every required field in the order of the form', () => {
  expect(fieldsMissing({})).toEqual(['actor', 'capacity', 'channel', 'leaningOpinion', 'response', 'occurredAt']);
});

test('two candidates must be decided, and “none of them” decides', () => {
  const two = ['（2026）内0102民初1号', '（2026）内0102民初2号'];
  expect(fieldsMissing(complete, two)).toEqual(['caseNumber']);
  expect(fieldsMissing({ ...complete, caseNumber: '' }, two)).toEqual([]);
});

test('a name of blanks is no name', () => {
  expect(fieldsMissing({ ...complete, actor: { officialId: null, name: ' 　', organ: '', post: '' } })).toEqual([
    'actor',
  ]);
});

test.each([
  ['wang', null, ['actor']],
  ['zs', null, ['actor']],
  ['John Smith', null, []],
  ['王某', null, []],
  ['wang', '00000000-0000-4000-8000-000000000001', []],
] as const)('what was typed to search the directory is no name: %s, %s', (name, officialId, lacks) => {
  expect(fieldsMissing({ ...complete, actor: { officialId, name, organ: '', post: '' } })).toEqual(lacks);
});

test('a time still to come is refused, a clock a little ahead is not', () => {
  expect(fieldsMissing({ ...complete, occurredAt: '2026-10-08T07:06:00.000Z' })).toEqual(['occurredAt']);
  expect(fieldsMissing({ ...complete, occurredAt: '2026-10-08T07:04:00.000Z' })).toEqual([]);
});
