/** How dates and numbers are written. */
import { afterEach, describe, expect, test } from 'vitest';
import { dayOf, formatCount, formatDate, formatDay, localTimeOf } from '../../../shared/interface/format.ts';
import { useLanguage } from '../../../shared/interface/language.ts';

afterEach(() => useLanguage('zh-CN'));

describe('in Chinese', () => {
  test.each([
    ['2026-10-08T06:05:00.000Z', '2026年10月8日 14:05'],
    ['2026-12-31T16:00:00.000Z', '2027年1月1日 00:00'],
  ])('%s is %s', (instant, written) => {
    expect(formatDate(instant)).toBe(written);
  });
  test('a day is written without noughts', () => expect(formatDay('2026-01-02')).toBe('2026年1月2日'));
});

describe('in English', () => {
  test('dates are written as 8 Oct 2026, 14:05', () => {
    useLanguage('en');
    expect(formatDate('2026-10-08T06:05:00.000Z')).toBe('8 Oct 2026, 14:05');
    expect(formatDay('2026-01-02')).toBe('2 Jan 2026');
  });
});

test('fields of dates take the local day and time of the zone', () => {
  expect(dayOf('2026-12-31T16:30:00.000Z')).toBe('2027-01-01');
  expect(localTimeOf('2026-12-31T16:30:00.000Z')).toBe('2027-01-01T00:30');
  expect(localTimeOf('2026-12-31T16:30:00.000Z', 'UTC')).toBe('2026-12-31T16:30');
});

test('numbers are grouped', () => expect(formatCount(119180)).toBe('119,180'));
