/**
 * The one rule of suppression: a count of records by recording institution is shown only where it can lead to nobody.
 *
 * Below five records or below five recorders both counts give way to one sign, `<5`, which therefore says nothing more
 * than "few, or none": an institution without any record looks like one with four. Three things keep the sign opaque:
 *
 * - Counts are made of closed quarters only, by the server's own time of receipt, and published once the report of the
 *   quarter is due (`quarter.ts`). They never change afterwards, so that no difference between two pulls tells of a record.
 * - A total adds up what is shown, and nothing else. A total of everything, less the rows beside it, would be the hidden
 *   count; hiding further rows in exchange (complementary suppression) would depend on who asks, and a district's answer
 *   laid over its city's would open both again.
 * - A year is its quarters. A count of the year, less three quarters, would be the fourth.
 */
export const least = 5;

/** The sign in place of a hidden count. */
export const few = `<${least}`;

export interface Counts {
  readonly records: number;
  readonly recorders: number;
}

/** Counts as they may be shown; null where they are hidden. Both are hidden together. */
export interface ShownCounts {
  readonly records: number | null;
  readonly recorders: number | null;
}

/** Applies the rule. @throws {RangeError} where there are more recorders than records: such counts are not of records */
export function suppress({ records, recorders }: Counts): ShownCounts {
  if (recorders > records) throw new RangeError(`${recorders} recorders of ${records} records`);
  return records < least || recorders < least ? { records: null, recorders: null } : { records, recorders };
}

/** What the shown rows add up to, and how many rows are hidden. */
export function totalShown(rows: readonly ShownCounts[]): Counts & { readonly hidden: number } {
  const sum = (of: (row: ShownCounts) => number | null) => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  return {
    records: sum(({ records }) => records),
    recorders: sum(({ recorders }) => recorders),
    hidden: rows.filter(({ records }) => records === null).length,
  };
}
