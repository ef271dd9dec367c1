/** Quarters by the clock of an institution, and when their figures are published. */
import { describe, expect, test } from 'vitest';
import { boundsOf, newestPublished, publishedOn, type Quarter } from '../../../shared/statistics/quarter.ts';

describe('a quarter', () => {
  test.each<[number, Quarter, string, string, string]>([
    [2026, '1', 'Asia/Shanghai', '2025-12-31T16:00:00.000Z', '2026-03-31T16:00:00.000Z'],
    [2026, '4', 'Asia/Shanghai', '2026-09-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    [2026, '2', 'UTC', '2026-04-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z'],
    [2026, '2', 'Asia/Kathmandu', '2026-03-31T18:15:00.000Z', '2026-06-30T18:15:00.000Z'],
    // Summer time begins in between.
    [2026, '1', 'Europe/Berlin', '2025-12-31T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    [2026, '1', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z', '2026-03-31T10:00:00.000Z'],
  ])('%i-Q%s in %s begins at %s and ends before %s', (year, quarter, zone, from, before) => {
    expect(boundsOf(year, quarter, zone)).toEqual({ from, before });
  });

  test.each<[number, Quarter, string]>([
    [2026, '1', '2026-04-11'],
    [2026, '3', '2026-10-11'],
    [2026, '4', '2027-01-11'],
  ])('%i-Q%s is published on %s, the day after its report is due', (year, quarter, day) => {
    expect(publishedOn(year, quarter)).toBe(day);
  });

  test.each<[string, number, Quarter]>([
    ['2026-01-10', 2025, '3'],
    ['2026-01-11', 2025, '4'],
    ['2026-04-10', 2025, '4'],
    ['2026-04-11', 2026, '1'],
    ['2026-10-11', 2026, '3'],
    ['2026-12-31', 2026, '3'],
  ])('on %s the newest published one is %i-Q%s', (today, year, quarter) => {
    expect(newestPublished(today)).toEqual({ year, quarter });
  });
});
