/** Reading and mending rows of the derived tables, whichever table it is. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { everyYear, markFeedChange } from '../matters/release-projection.ts';
import { UnsealError } from '../sealing/aead.ts';
import { classes, linkScopes } from '../sealing/classes.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { Schema, SealedTable } from '../store/schema.ts';
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
  return openWhereSealed(db, table, found.rows);
}

/** Rows open; one that does not open shows its sealed text, which no expected row has. */
async function openWhereSealed(db: Kysely<Schema>, table: DerivedTable, rows: readonly Row[]): Promise<Row[]> {
  if (!isSealedTable(table)) return [...rows];
  const open: Row[] = [];
  for (const row of rows) {
    try {
      open.push(withLinksAsStored(db, table, row, { ...(await sealingOf(db).openRow(db, table, row as never)) }));
    } catch (error) {
      if (!(error instanceof UnsealError)) throw error;
      open.push(row);
    }
  }
  return open;
}

/** A link that is not that of its value stands in the value's place, so that it is found. */
function withLinksAsStored(db: Kysely<Schema>, table: SealedTable, stored: Row, open: Row): Row {
  const shown = { ...open };
  for (const [column, dataClass] of Object.entries(classes[table])) {
    if (dataClass !== 'linked') continue;
    const scope = linkScopes[column as keyof typeof linkScopes];
    const value = open[column];
    const link = typeof value === 'string' ? sealingOf(db).link(scope, value) : null;
    if (link !== stored[column]) shown[column] = stored[column];
  }
  return shown;
}

const isSealedTable = (table: DerivedTable): table is SealedTable => table in classes;

/** The row as it is stored. */
const storedForm = async (db: Kysely<Schema>, table: DerivedTable, row: Row): Promise<Row> =>
  isSealedTable(table) ? { ...(await sealingOf(db).sealRow(db, table, row as never)) } : row;

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

/** Brings the derived tables to what the events say, and lets the feeds know whose rows changed. */
export async function mend(db: Kysely<Schema>, found: readonly Deviation[]): Promise<void> {
  for (const deviation of found) await mendRow(db, deviation);
  const touched = new Set(
    found.flatMap(({ table, stored, expected }) => [stored, expected].flatMap(officialIn(table))),
  );
  for (const { id } of await rowsWhere(db, 'official', 'id', [...touched])) {
    await markFeedChange(db, String(id), everyYear);
  }
}

/** The official in whose rows of the feeds a derived row counts, if any. */
const officialIn =
  (table: DerivedTable) =>
  (row: Row | null): string[] => {
    const id = table === 'official' ? row?.id : row?.official_id;
    return typeof id === 'string' ? [id] : [];
  };

async function mendRow(db: Kysely<Schema>, { table, stored, expected }: Deviation): Promise<void> {
  if (!expected) {
    if (stored) await sql`DELETE FROM ${sql.table(table)} WHERE ${placeOf(table, stored)}`.execute(db);
  } else if (table === 'feed_change') {
    // Its version comes from no event: the row changed now, as far as any reader of the feed can know.
    await markFeedChange(db, String(expected.official_id), Number(expected.year));
  } else if (!stored) {
    const row = await storedForm(db, table, expected);
    const columns = Object.keys(row).map((column) => sql.ref(column));
    const values = Object.values(row);
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns)}) VALUES (${sql.join(values)})`.execute(db);
  } else {
    const changes = Object.entries(await storedForm(db, table, expected)).map(
      ([column, value]) => sql`${sql.ref(column)} = ${value}`,
    );
    await sql`UPDATE ${sql.table(table)} SET ${sql.join(changes)} WHERE ${placeOf(table, expected)}`.execute(db);
  }
}

const placeOf = (table: DerivedTable, row: Row): RawBuilder<unknown> =>
  sql.join(
    keysOf[table].map((column) => sql`${sql.ref(column)} = ${row[column]}`),
    sql` AND `,
  );
