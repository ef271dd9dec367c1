/** Quarters by an institution's clock, and the day from which their figures are published. */
import { dayIn, yearOf } from '../time/period.ts';
import type { Term } from '../vocabulary.ts';

export const quarters = {
  '1': { zh: '第一季度', en: 'Q1' },
  '2': { zh: '第二季度', en: 'Q2' },
  '3': { zh: '第三季度', en: 'Q3' },
  '4': { zh: '第四季度', en: 'Q4' },
} as const satisfies Record<string, Term>;

export type Quarter = keyof typeof quarters;

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

/** The first day of a quarter, such as 2026-10-01; of the next one with `later` 1. */
const firstDay = (year: number, quarter: Quarter, later = 0): string =>
  day(year, (Number(quarter) - 1 + later) * 3 + 1, 1);

/** The instant at which a day begins in a zone. */
function beginningOf(date: string, zone: string): string {
  const nominal = Date.parse(`${date}T00:00:00Z`);
  // No zone is further from UTC than 14 hours, and none that we know of begins a day elsewhere than at a full quarter of an hour.
  for (let quarterHours = -56; quarterHours <= 56; quarterHours += 1) {
    const at = new Date(nominal + quarterHours * 15 * 60_000).toISOString();
    if (dayIn(at, zone) === date) return at;
  }
  throw new RangeError(`${date} does not begin in ${zone}`);
}

/** The instants of a quarter in a zone: from the first on, and before the second. */
export function boundsOf(year: number, quarter: Quarter, zone: string): { from: string; before: string } {
  return { from: beginningOf(firstDay(year, quarter), zone), before: beginningOf(firstDay(year, quarter, 1), zone) };
}

/**
 * The day from which a quarter's figures are published: the day after its report is due (Art. 7: by the tenth of the next
 * quarter's first month). Whatever the quarter received has long arrived by then, even where a clock was set back.
 */
export function publishedOn(year: number, quarter: Quarter): string {
  return `${firstDay(year, quarter, 1).slice(0, 8)}11`;
}

/** The newest published quarter on a day. */
export function newestPublished(today: string): { year: number; quarter: Quarter } {
  const year = yearOf(today);
  for (const quarter of ['3', '2', '1'] as const) if (publishedOn(year, quarter) <= today) return { year, quarter };
  return publishedOn(year - 1, '4') <= today ? { year: year - 1, quarter: '4' } : { year: year - 1, quarter: '3' };
}
