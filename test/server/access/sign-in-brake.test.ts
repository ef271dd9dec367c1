import { expect, test } from 'vitest';
import { SignInBrake } from '../../../server/access/sign-in-brake.ts';

test('rests are longer with each further failure, and end at a quarter of an hour', () => {
  let now = 0;
  const brake = new SignInBrake(() => now);
  const rests: number[] = [];
  for (let failure = 1; failure <= 14; failure++) {
    brake.note('judge', false);
    const from = now;
    while (isResting(brake)) now += 1000;
    rests.push((now - from) / 1000);
  }
  expect(rests).toEqual([0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900]);
});

test('a success makes all forgotten', () => {
  const brake = new SignInBrake(() => 0);
  for (let failure = 1; failure <= 4; failure++) brake.note('judge', false);
  brake.note('judge', true);
  for (let failure = 1; failure <= 4; failure++) brake.note('judge', false);
  expect(isResting(brake)).toBe(false);
});

test('made-up names push out the oldest only', () => {
  const brake = new SignInBrake(() => 0);
  const fail = (name: string) => {
    for (let failure = 1; failure <= 5; failure++) brake.note(name, false);
  };
  fail('judge');
  for (let number = 1; number < 10_000; number++) brake.note(`name-${number}`, false);
  expect(isResting(brake)).toBe(true);
  brake.note('one-more', false);
  expect(isResting(brake)).toBe(false);
});

function isResting(brake: SignInBrake): boolean {
  try {
    brake.requireReleased('judge');
    return false;
  } catch {
    return true;
  }
}
