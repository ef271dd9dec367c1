import { expect, test } from 'vitest';
import { deliveryOf } from '../../../../extension/panel/note/delivery.ts';
import { type ProblemCode, ProblemError } from '../../../../shared/problem.ts';
import { noteWith } from '../notes.ts';

const clicked = noteWith();
const soon = clicked.sendAfter - 1;
const later = clicked.sendAfter + 1;
const refusedWith = (code: ProblemCode) =>
  noteWith({ state: 'attention', problem: new ProblemError(code).toProblem() });

test.each([
  ['within the ten seconds', clicked, soon, true, 1, []],
  ['after them', clicked, later, true, 1, []],
  ['without a connection', clicked, later, false, 1, ['connect']],
  ['while the server does not answer', noteWith({ attempts: 2 }), later, true, 1, ['retry']],
  ['once the server has it', noteWith({ state: 'sent' }), later, true, 2, []],
  ['once the receipt is verified', noteWith({ state: 'confirmed' }), later, true, 3, []],
] as const)('%s nothing halts', (_when, note, now, connected, reached, waysOut) => {
  expect(deliveryOf(note, now, connected)).toMatchObject({ reached, halted: false, waysOut });
});

test.each([
  ['credential-revoked', ['reconnect']],
  ['invalid-input', ['retry']],
  ['capture-differs', []],
] as const)('a refusal as %s says why and offers %j', (code, waysOut) => {
  const note = refusedWith(code);
  expect(deliveryOf(note, later, true)).toMatchObject({ reached: 1, halted: true, waysOut });
  expect(deliveryOf(note, later, true).line.zh).toBe(note.problem?.title);
});
