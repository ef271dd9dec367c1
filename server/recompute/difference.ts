/** Comparing what stands in a table with what the events say. */
import type { Schema } from '../store/schema.ts';

/** The tables that a recomputation vouches for. */
export type CheckedTable = Exclude<keyof Schema, 'user' | 'reading'>;

/** One thing that differs. */
export interface Difference {
  readonly table: CheckedTable;
  /** The row's key, its parts parted by blanks. */
  readonly key: string;
  /** The column; `*` for a row that is missing (stored: null) or should not be there (expected: null). */
  readonly column: string;
  readonly stored: unknown;
  readonly expected: unknown;
}

export type Row = Readonly<Record<string, unknown>>;

/** The columns that tell the rows of a derived table apart. */
export const keysOf = {
  institution: ['id'],
  official: ['id'],
  credential: ['id'],
  record: ['id'],
  matter: ['id'],
  self_check: ['id'],
  evidence: ['record_id', 'id'],
  matter_named: ['matter_id', 'official_id'],
  released_matter: ['matter_id'],
  tally: ['official_id', 'year', 'dimension', 'code'],
  feed_change: ['official_id', 'year'],
} as const satisfies Partial<Record<CheckedTable, readonly string[]>>;

export type DerivedTable = keyof typeof keysOf;

/** A row's key as text. */
const keyOf = (table: DerivedTable, row: Row): string => keysOf[table].map((column) => row[column]).join(' ');

/** A derived row that differs: what it is, what it should be, null where there is no such row. */
export interface Deviation {
  readonly table: DerivedTable;
  readonly stored: Row | null;
  readonly expected: Row | null;
}

/**
 * Compares rows by their keys. Columns that the expected rows leave out are not compared.
 * @returns a deviation for each row that is missing, too many or different
 */
export function deviations(table: DerivedTable, stored: readonly Row[], expected: readonly Row[]): Deviation[] {
  const byKey = new Map(stored.map((row) => [keyOf(table, row), row]));
  const found: Deviation[] = [];
  for (const row of expected) {
    const key = keyOf(table, row);
    const present = byKey.get(key) ?? null;
    byKey.delete(key);
    if (!present || Object.keys(row).some((column) => row[column] !== present[column])) {
      found.push({ table, stored: present, expected: row });
    }
  }
  return [...found, ...[...byKey.values()].map((row) => ({ table, stored: row, expected: null }))];
}

/** What a person reads of a deviation: a line for each column that differs. */
export function differencesOf({ table, stored, expected }: Deviation): Difference[] {
  const present = expected ?? stored ?? {};
  const key = keyOf(table, present);
  if (!stored || !expected) return [{ table, key, column: '*', stored, expected }];
  return Object.keys(expected)
    .filter((column) => stored[column] !== expected[column])
    .map((column) => ({ table, key, column, stored: stored[column], expected: expected[column] }));
}
