/** Calendar days and years in an institution's zone (rule 7: quarters and years are computed there, instants are UTC). */

/**
 * The calendar day of an instant in a zone.
 * @param at an instant such as 2026-12-31T16:30:00.000Z
 * @param zone an IANA zone such as Asia/Shanghai
 * @returns a day such as 2027-01-01
 */
export function dayIn(at: string, zone: string): string {
  // The Swedish locale writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));
}

/** The year of a day such as 2026-10-08. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));
