/**
 * The time of occurrence between the record (a UTC instant) and the form (a wall clock). The wall clock is China's: one
 * zone, UTC+8, no summer time since 1991, so an offset is all that it takes.
 */
const offset = 8 * 3_600_000;

/** The value of a `datetime-local` field: 2026-10-08T14:05. Empty where the instant is none. */
export function toWallClock(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : new Date(time + offset).toISOString().slice(0, 16);
}

/** The instant of a `datetime-local` value; empty where the field is. */
export function fromWallClock(value: string): string {
  const time = Date.parse(`${value}Z`);
  return Number.isNaN(time) ? '' : new Date(time - offset).toISOString();
}
