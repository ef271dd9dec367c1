/** Workdays and office hours of the demonstration, in Asia/Shanghai, which has no summer time since 1991. */
import type { Seed } from './seed.ts';

const dayLength = 86_400_000;
const minute = 60_000;
const zoneOffset = 8 * 60 * minute;

/** Days off beside Saturdays and Sundays, from the first to the last; every year has the fixed ones. */
const fixedHolidays = [
  ['01-01', '01-01'],
  ['05-01', '05-05'],
  ['10-01', '10-07'],
] as const;
/** Spring Festival, by the notices of the State Council. */
const springFestivals = [
  ['2025-01-28', '2025-02-04'],
  ['2026-02-15', '2026-02-23'],
] as const;

/** 8:30–12:00 and 14:30–17:50, in minutes from midnight. */
const morning = [510, 720] as const;
const afternoon = [870, 1070] as const;

/** Midnight of a day such as 2026-10-08, as an instant in milliseconds. */
export const midnightOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - zoneOffset;

/** The day of an instant in milliseconds. */
export const dayOf = (at: number): string => new Date(at + zoneOffset).toISOString().slice(0, 10);

/** So many days after a day, or before it. */
export const daysAfter = (day: string, days: number): string => dayOf(midnightOf(day) + days * dayLength);

/** The same day of another year; the 29th of February becomes the 28th. */
export function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
}

export function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const inside = (date: string) => (range: readonly [string, string]) => range[0] <= date && date <= range[1];
  return (
    weekday !== 0 && weekday !== 6 && !fixedHolidays.some(inside(day.slice(5))) && !springFestivals.some(inside(day))
  );
}

export class Calendar {
  /** The workdays of the demonstration. */
  readonly days: readonly string[];
  /** The same, and those of the two years behind it, into which planned steps can reach. */
  readonly #all: readonly string[];
  readonly #place: ReadonlyMap<string, number>;

  constructor(since: string, until: string) {
    const all: string[] = [];
    const last = yearsAfter(until, 2);
    for (let day = since; day <= last; day = daysAfter(day, 1)) if (isWorkday(day)) all.push(day);
    this.#all = all;
    this.#place = new Map(all.map((day, place) => [day, place]));
    this.days = all.filter((day) => day <= until);
  }

  /** An instant within office hours of a day. */
  during(seed: Seed, day: string): number {
    const [from, to] = seed.happens(0.5) ? morning : afternoon;
    return midnightOf(day) + seed.between(from * 60, to * 60) * 1000 + seed.between(0, 999);
  }

  /** An instant within office hours, so many workdays after another: 0 is a little later on the same day, if that lasts. */
  after(seed: Seed, at: number, workdays: number): number {
    const day = dayOf(at);
    const later = at + seed.between(8 * 60, 75 * 60) * 1000;
    const end = midnightOf(day) + afternoon[1] * minute;
    if (workdays === 0 && later < end) return later;
    const next = this.#all[(this.#place.get(day) ?? 0) + Math.max(1, workdays)];
    if (next === undefined) throw new RangeError(`The calendar ends before ${workdays} workdays after ${day}`);
    return this.during(seed, next);
  }
}
