/**
 * The officials as the store holds them: the one place whose SQL touches columns that name somebody. Everything else asks
 * the {@link Directory}, or reads ids, organ kind, rank and relations, which stand in the clear.
 */
import type { Kysely } from 'kysely';
import { everyYear } from '../matters/release-projection.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { OfficialRow as OpenRow, Schema, StoredRow } from '../store/schema.ts';

/** An official with everything readable. */
export type OfficialRow = Readonly<OpenRow>;

/** Makes stored rows readable. */
export type OpenOfficials = (db: Kysely<Schema>, stored: readonly StoredRow<'official'>[]) => Promise<OpenRow[]>;

/** Some officials, read from the store as it is now, in no order; within a command, with the `db` of its work. */
export async function readOfficials(db: Kysely<Schema>, ids: readonly string[]): Promise<OfficialRow[]> {
  if (ids.length === 0) return [];
  const stored = await db.selectFrom('official').selectAll().where('id', 'in', ids).execute();
  return openOfficials(db, stored);
}

/** The version at which the directory last changed; 0 while it is empty. Every event of an official marks all years. */
export async function directoryVersion(db: Kysely<Schema>): Promise<number> {
  const latest = await db
    .selectFrom('feed_change')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('year', '=', everyYear)
    .executeTakeFirst();
  return latest?.version ?? 0;
}

/**
 * The officials that changed after a version, earliest change first.
 * @param limit at most so many; the next ones changed after the `version` of the last
 */
export async function readChangedOfficials(
  db: Kysely<Schema>,
  after: number,
  limit: number,
  open: OpenOfficials,
): Promise<{ official: OfficialRow; version: number }[]> {
  const stored = await db
    .selectFrom('feed_change')
    .innerJoin('official', 'official.id', 'feed_change.official_id')
    .selectAll('official')
    .select('feed_change.version')
    .where('feed_change.year', '=', everyYear)
    .where('feed_change.version', '>', after)
    .orderBy('feed_change.version')
    .limit(limit)
    .execute();
  const officials = await open(
    db,
    stored.map(({ version: _version, ...official }) => official),
  );
  return officials.flatMap((official, index) => {
    const version = stored[index]?.version;
    return version === undefined ? [] : [{ official, version }];
  });
}

export const openOfficials: OpenOfficials = (db, stored) => sealingOf(db).openRows(db, 'official', stored);
