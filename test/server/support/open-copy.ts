/** A copy of a store in which everything stands open, for tests that ask it with SQL what no route tells. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { sql } from 'kysely';
import { openEvent } from '../../../server/committer/event.ts';
import type { Platform } from '../../../server/platform/platform.ts';
import { classes } from '../../../server/sealing/classes.ts';
import type { EventTable, SealedTable } from '../../../server/store/schema.ts';

type Row = Record<string, SQLInputValue>;

/** Keys, and what follows from keys: fresh in every store. */
const freshTables = /^(server_key|institution_key|subject_key|checkpoint|chore|kysely_.*)$/;

/** Every table of ours with its rows open, but for keys and what is signed with them. */
export async function openTables(platform: Platform): Promise<Map<string, Row[]>> {
  const { db } = platform;
  const tables = new Map<string, Row[]>();
  for (const { name } of await db.introspection.getTables()) {
    if (freshTables.test(name)) continue;
    const stored = (await sql<Row>`SELECT * FROM ${sql.table(name)} ORDER BY 1, 2`.execute(db)).rows;
    tables.set(name, await opened(platform, name, stored));
  }
  const idOf = new Map(
    (tables.get('official') ?? []).map(({ id }) => [platform.sealing.link('official', `${id}`), id]),
  );
  for (const row of tables.get('matter_named') ?? []) row.official_id = idOf.get(`${row.official_id}`) ?? '';
  return tables;
}

async function opened({ db, sealing }: Platform, table: string, stored: Row[]): Promise<Row[]> {
  if (table in classes) {
    const rows = await sealing.openRows(db, table as SealedTable, stored as never);
    return rows.map((row) => ({ ...row }) as unknown as Row);
  }
  if (table !== 'event') return stored;
  const rows: Row[] = [];
  for (const row of stored) {
    const { sealed: _sealed, ...clear } = row;
    const { actorId, body, salt } = await openEvent(db, row as unknown as EventTable);
    rows.push({ ...clear, actor_id: actorId, body: JSON.stringify(body), salt });
  }
  return rows;
}

/** The open tables as a database of their own, in memory. */
export async function openCopy(platform: Platform): Promise<DatabaseSync> {
  const copy = new DatabaseSync(':memory:');
  for (const [table, rows] of await openTables(platform)) {
    const [first] = rows;
    if (!first) continue;
    const columns = Object.keys(first).map((column) => `"${column}"`);
    copy.exec(`CREATE TABLE "${table}" (${columns.join(', ')})`);
    const insert = copy.prepare(`INSERT INTO "${table}" VALUES (${columns.map(() => '?').join(', ')})`);
    copy.exec('BEGIN');
    for (const row of rows) insert.run(...Object.values(row));
    copy.exec('COMMIT');
  }
  return copy;
}
