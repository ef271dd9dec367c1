import { expect, test } from 'vitest';
import { deliveryOf, reachOf, refusedSubmission } from '../../../../extension/panel/note/delivery.ts';
import { type ProblemCode, ProblemError } from '../../../../shared/problem.ts';
import { noteWith } from '../notes.ts';

const clicked = noteWith();
const soon = clicked.sendAfter - 1;
const later = clicked.sendAfter + 1;
const refusedWith = (code: ProblemCode) =>
  noteWith({ state: 'attention', problem: new ProblemError(code).toProblem() });

test.each([
  ['within the ten seconds', clicked, soon, 'reachable', 1, []],
  ['after them', clicked, later, 'reachable', 1, []],
  ['without a connection', clicked, soon, 'unconnected', 1, ['connect']],
  ['under another account', clicked, later, 'other-account', 1, ['connect']],
  ['while the server does not answer', clicked, later, 'away', 1, ['retry']],
  ['once the server has it', noteWith({ state: 'sent' }), later, 'away', 2, []],
  ['once the receipt is verified', noteWith({ state: 'confirmed' }), later, 'unconnected', 3, []],
] as const)('%s nothing halts', (_when, note, now, reach, reached, waysOut) => {
  expect(deliveryOf(note, now, reach)).toMatchObject({ reached, halted: false, waysOut });
});

test.each([
  ['credential-revoked', ['reconnect']],
  ['invalid-input', ['retry']],
  ['capture-differs', []],
] as const)('a refusal as %s says why and offers %j', (code, waysOut) => {
  const note = refusedWith(code);
  expect(deliveryOf(note, later, 'reachable')).toMatchObject({ reached: 1, halted: true, waysOut });
  expect(deliveryOf(note, later, 'reachable').line.zh).toBe(note.problem?.title);
});

test.each([
  ['unconnected', noteWith(), null, []],
  ['reachable', noteWith(), 'judge', []],
  ['reachable', noteWith({ accountId: 'judge' }), 'judge', []],
  ['other-account', noteWith({ accountId: 'another' }), 'judge', []],
  ['away', noteWith(), 'judge', [noteWith({ nextAttemptAt: later + 1 })]],
  ['reachable', noteWith(), 'judge', [noteWith({ nextAttemptAt: later - 1 })]],
] as const)('a server is %s', (reach, note, accountId, others) => {
  expect(reachOf(note, accountId, [note, ...others], later)).toBe(reach);
});

test('a refused submission gives the draft back with its reason; one that waits for a sign-in does not', () => {
  const problem = new ProblemError('invalid-input').toProblem();
  expect(refusedSubmission(noteWith({ state: 'confirmed', problem }))).toBe(problem);
  expect(refusedSubmission(noteWith({ state: 'confirmed', submission: 'requested', problem }))).toBeNull();
  expect(refusedSubmission(refusedWith('invalid-input'))).toBeNull();
});
