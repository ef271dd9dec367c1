/** Reading and mending rows of the derived tables, whichever table it is. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { everyYear, markFeedChange } from '../matters/release-projection.ts';
import type { Schema } from '../store/schema.ts';
import { type DerivedTable, type Deviation, keysOf, type Row } from './difference.ts';

/** The rows of a table in which a column has one of some values. */
export async function rowsWhere(
  db: Kysely<Schema>,
  table: DerivedTable,
  column: string,
  values: readonly string[],
): Promise<Row[]> {
  if (values.length === 0) return [];
  const found =
    await sql<Row>`SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(column)} IN (${sql.join(values)})`.execute(db);
  return found.rows;
}

/** The rows of a table that belong to no subject of a kind: no event tells of them. */
export async function strayRows(
  db: Kysely<Schema>,
  table: DerivedTable,
  column: string,
  subjectKind: string,
): Promise<Row[]> {
  const found = await sql<Row>`SELECT * FROM ${sql.table(table)} WHERE NOT EXISTS (
    SELECT 1 FROM event WHERE event.subject_id = ${sql.ref(`${table}.${column}`)} AND event.subject_kind = ${subjectKind}
  )`.execute(db);
  return found.rows;
}

export async function allRows(db: Kysely<Schema>, table: DerivedTable): Promise<Row[]> {
  return (await sql<Row>`SELECT * FROM ${sql.table(table)}`.execute(db)).rows;
}

/** Brings the derived tables to what the events say, and lets the feeds know where their rows changed. */
export async function mend(db: Kysely<Schema>, deviations: readonly Deviation[]): Promise<void> {
  const touched = new Map<string, [official: string, year: number]>();
  for (const deviation of deviations) {
    await mendRow(db, deviation);
    for (const row of [deviation.stored, deviation.expected]) {
      const place = row && placeInFeeds(deviation.table, row);
      if (place) touched.set(place.join(' '), place);
    }
  }
  for (const [official, year] of touched.values()) await markFeedChange(db, official, year);
}

/** The official and the year whose row in the feeds a derived row belongs to; null where the feeds do not show it. */
function placeInFeeds(table: DerivedTable, row: Row): [official: string, year: number] | null {
  if (table === 'official') return [String(row.id), everyYear];
  return 'official_id' in row && typeof row.year === 'number' ? [String(row.official_id), row.year] : null;
}

async function mendRow(db: Kysely<Schema>, { table, stored, expected }: Deviation): Promise<void> {
  const row = expected ?? stored;
  if (!row) return;
  const place = sql.join(
    keysOf[table].map((column) => sql`${sql.ref(column)} = ${row[column]}`),
    sql` AND `,
  );
  await statement(table, place, stored, expected)?.execute(db);
}

function statement(
  table: DerivedTable,
  place: RawBuilder<unknown>,
  stored: Row | null,
  expected: Row | null,
): RawBuilder<unknown> | null {
  if (!expected) return sql`DELETE FROM ${sql.table(table)} WHERE ${place}`;
  // A feed's version is no column that events give: the mark that follows writes it.
  if (table === 'feed_change') return null;
  if (!stored) {
    const columns = Object.keys(expected).map((column) => sql.ref(column));
    return sql`INSERT INTO ${sql.table(table)} (${sql.join(columns)}) VALUES (${sql.join(Object.values(expected))})`;
  }
  const changes = Object.entries(expected).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  return sql`UPDATE ${sql.table(table)} SET ${sql.join(changes)} WHERE ${place}`;
}
