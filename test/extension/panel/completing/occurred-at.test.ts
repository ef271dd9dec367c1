import { expect, test } from 'vitest';
import { fromWallClock, toWallClock } from '../../../../extension/panel/completing/occurred-at.ts';

test.each([
  ['2026-10-08T06:05:00.000Z', '2026-10-08T14:05'],
  ['2025-12-31T16:00:00.000Z', '2026-01-01T00:00'],
])('%s is %s on the wall, and back', (instant, wall) => {
  expect(toWallClock(instant)).toBe(wall);
  expect(fromWallClock(wall)).toBe(instant);
});

test('an emptied field is no instant, and no instant an empty field', () => {
  expect(fromWallClock('')).toBe('');
  expect(toWallClock('')).toBe('');
});
