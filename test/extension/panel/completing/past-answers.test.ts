import { expect, test } from 'vitest';
import { pastAnswersOf, recentCaseNumbers } from '../../../../extension/panel/completing/past-answers.ts';
import { noteWith } from '../notes.ts';

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const actor = (name: string, officialId: string | null = null) => ({ officialId, name, organ: '某单位', post: '' });

/** Newest first, as the outbox lists them. */
const notes = [
  noteWith({ captureId: id(5), draft: { actor: actor('未报送的') } }),
  noteWith({ captureId: id(4), submission: 'requested', draft: { actor: actor('甲', id(9)), channel: 'sms' } }),
  noteWith({ captureId: id(3), submission: 'submitted', draft: { actor: actor('甲', id(9)), channel: 'phone' } }),
  noteWith({ captureId: id(2), submission: 'submitted', draft: { actor: actor('乙') } }),
  noteWith({ captureId: id(1), submission: 'submitted', draft: {} }),
];

test('habits come from the record submitted last, people from all of them, nobody twice', () => {
  const past = pastAnswersOf(notes, id(5));
  expect(past.last?.channel).toBe('sms');
  expect(past.actors.map(({ name }) => name)).toEqual(['甲', '乙']);
});

test('a record offers nothing to itself', () => {
  expect(pastAnswersOf(notes, id(4)).last?.channel).toBe('phone');
  expect(pastAnswersOf([], id(1))).toEqual({ last: undefined, actors: [] });
});

test('recent case numbers: the confirmed one before those of the page, none twice, ten at most', () => {
  const many = Array.from({ length: 12 }, (_, at) => noteWith({}, { caseNumbers: [`（2026）内0105民初${at}号`] }));
  const confirmed = noteWith({ draft: { caseNumber: '甲' } }, { caseNumbers: ['甲', '乙'] });
  expect(recentCaseNumbers([confirmed, confirmed])).toEqual(['甲']);
  expect(recentCaseNumbers(many)).toHaveLength(10);
});
