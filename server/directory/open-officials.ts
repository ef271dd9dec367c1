/** Officials open: their names lie sealed, and are searched and sorted in memory. */
import type { DialectAdapter, Kysely } from 'kysely';
import { sealingOf } from '../sealing/sealing.ts';
import type { OfficialRow, Schema, StoredRow } from '../store/schema.ts';

interface Known {
  readonly sealed: string;
  readonly open: Readonly<Pick<OfficialRow, 'name' | 'pinyin' | 'initials' | 'organ' | 'post' | 'posts'>>;
}

/** What was opened before, for each store by itself. A row whose sealed text is the same says the same. */
const known = new WeakMap<DialectAdapter, Map<string, Known>>();

/** Opens rows of officials, keeping what else stands in them; each is decrypted once while it stays the same. */
export async function openOfficials<Row extends StoredRow<'official'>>(
  db: Kysely<Schema>,
  rows: readonly Row[],
): Promise<(Omit<Row, 'sealed'> & OfficialRow)[]> {
  const { adapter } = db.getExecutor();
  const cache = known.get(adapter) ?? new Map<string, Known>();
  known.set(adapter, cache);
  const fresh = rows.filter(({ id, sealed }) => cache.get(id)?.sealed !== sealed);
  const opened = await sealingOf(db).openRows(db, 'official', fresh);
  for (const [index, { name, pinyin, initials, organ, post, posts }] of opened.entries()) {
    const row = fresh[index];
    if (row) cache.set(row.id, { sealed: row.sealed, open: { name, pinyin, initials, organ, post, posts } });
  }
  return rows.flatMap((row) => {
    const entry = cache.get(row.id);
    const { sealed: _sealed, ...clear } = row;
    return entry ? [{ ...clear, ...entry.open }] : [];
  });
}

/** Every official of the directory, open. */
export async function everyOfficial(db: Kysely<Schema>): Promise<OfficialRow[]> {
  return openOfficials(db, await db.selectFrom('official').selectAll().execute());
}
