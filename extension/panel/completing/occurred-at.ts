/** The time of occurrence between the record (a UTC instant) and the form (a wall clock in the zone of display). */
import { localTimeOf } from '../../../shared/interface/format.ts';

/** Asia/Shanghai, the zone of display: one offset all year since 1991. */
const offset = 8 * 3_600_000;

/** The value of a `datetime-local` field: 2026-10-08T14:05. Empty where the instant is none. */
export function toWallClock(instant: string): string {
  return Number.isNaN(Date.parse(instant)) ? '' : localTimeOf(instant);
}

/** The instant of a `datetime-local` value; empty where the field is. */
export function fromWallClock(value: string): string {
  const time = Date.parse(`${value}Z`);
  return Number.isNaN(time) ? '' : new Date(time - offset).toISOString();
}
