import { expect, test } from 'vitest';
import { completable } from '../../../../extension/panel/records/completable.ts';
import { noteWith } from '../notes.ts';

test.each([
  ['a note just kept', noteWith(), undefined, true],
  ['a note whose record the server has', noteWith({ state: 'confirmed' }), 'captured', true],
  ['one that is on its way to the reviewer', noteWith({ submission: 'requested' }), 'returned', false],
  ['one that the reviewer has', noteWith({ submission: 'submitted' }), 'submitted', false],
  ['one that was submitted, as far as this computer knows', noteWith({ submission: 'submitted' }), undefined, false],
  ['one that came back', noteWith({ submission: 'submitted' }), 'returned', true],
  ['one that was withdrawn elsewhere', noteWith(), 'withdrawn', false],
  ['a record of another computer', null, 'captured', true],
  ['a record of another computer that came back', null, 'returned', true],
  ['an accepted record', null, 'accepted', false],
] as const)('%s: %#', (_what, note, state, expected) => {
  expect(completable(note, state)).toBe(expected);
});
