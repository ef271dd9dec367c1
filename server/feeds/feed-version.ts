/** The version of the feeds. */
import type { Kysely } from 'kysely';
import { everyYear } from '../matters/release-projection.ts';
import type { Schema } from '../store/schema.ts';

/** The version of a year's feeds: grows with every change of any of their rows. */
export async function feedVersion(db: Kysely<Schema>, year: number): Promise<number> {
  const latest = await db
    .selectFrom('feed_change')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('year', 'in', [everyYear, year])
    .executeTakeFirst();
  return latest?.version ?? 0;
}
