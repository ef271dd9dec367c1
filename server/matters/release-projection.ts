/**
 * What the feeds read: released matters and their counts, derived in the transaction of the event that changes them.
 * Nothing of a matter stands here before its release.
 */
import type { Kysely } from 'kysely';
import { yearOf } from '../../shared/time/period.ts';
import type { MatterRow, ReleasedMatterTable, Schema, TallyTable } from '../store/schema.ts';

/** The released form of a matter; null before its release, or where it counts against no official. */
export function releasedFormOf(matter: MatterRow): ReleasedMatterTable | null {
  const { official_id, released_on, determination, capacity } = matter;
  if (!official_id || !released_on || !determination || !capacity) return null;
  return {
    matter_id: matter.id,
    official_id,
    year: yearOf(released_on),
    released_on,
    capacity,
    determination,
    conducts: matter.conducts,
    typical_circumstances: matter.typical_circumstances,
    typical_case: matter.typical_case,
    outcomes: matter.outcomes,
    corrected: matter.corrected,
    retracted: matter.retracted,
  };
}

type Dimension = (matter: ReleasedMatterTable) => string[];

/** Every dimension of the tallies, each with the codes that one matter counts for. A retracted matter counts as such only. */
const dimensions: Record<string, Dimension> = {
  matter: () => ['released'],
  determination: ({ determination }) => [determination],
  conduct: ({ conducts }) => JSON.parse(conducts),
  circumstance: ({ typical_circumstances }) => JSON.parse(typical_circumstances),
  outcome: ({ outcomes }) => JSON.parse(outcomes),
  mark: ({ typical_case, corrected }) => [
    ...(typical_case ? ['typical-case'] : []),
    ...(corrected ? ['corrected'] : []),
  ],
};

/** The counts of one official's released matters of one year. Pure; the order of the matters does not matter. */
export function talliesOf(officialId: string, year: number, matters: readonly ReleasedMatterTable[]): TallyTable[] {
  const counts = new Map<string, TallyTable>();
  const add = (dimension: string, code: string) => {
    const key = `${dimension}:${code}`;
    const tally = counts.get(key) ?? { official_id: officialId, year, dimension, code, count: 0 };
    counts.set(key, { ...tally, count: tally.count + 1 });
  };
  for (const matter of matters) {
    if (matter.retracted) add('mark', 'retracted');
    else
      for (const [dimension, codes] of Object.entries(dimensions))
        for (const code of codes(matter)) add(dimension, code);
  }
  return [...counts.values()];
}

/** Brings released matter, tallies and feed version up to a matter's new row. */
export async function projectRelease(db: Kysely<Schema>, before: MatterRow | null, after: MatterRow): Promise<void> {
  const was = before && releasedFormOf(before);
  const is = releasedFormOf(after);
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  if (is) {
    await db
      .insertInto('released_matter')
      .values(is)
      .onConflict((conflict) => conflict.column('matter_id').doUpdateSet(is))
      .execute();
    await recount(db, is.official_id, is.year);
  } else {
    // Corrected: it counts against no official any more.
    await db.deleteFrom('released_matter').where('matter_id', '=', after.id).execute();
  }
  if (was && was.official_id !== is?.official_id) await recount(db, was.official_id, was.year);
}

async function recount(db: Kysely<Schema>, officialId: string, year: number): Promise<void> {
  const matters = await db
    .selectFrom('released_matter')
    .selectAll()
    .where('official_id', '=', officialId)
    .where('year', '=', year)
    .execute();
  await db.deleteFrom('tally').where('official_id', '=', officialId).where('year', '=', year).execute();
  const tallies = talliesOf(officialId, year, matters);
  if (tallies.length > 0) await db.insertInto('tally').values(tallies).execute();
  await markFeedChange(db, officialId, year);
}

/** In the place of a year: the official's rows of all years changed, as after a change in the directory. */
export const everyYear = 0;

/**
 * Gives an official's row of a year the next feed version. One counter serves all years, so that a change of the
 * directory, which concerns every year, has its place among the others.
 */
export async function markFeedChange(db: Kysely<Schema>, officialId: string, year: number): Promise<void> {
  const latest = await db
    .selectFrom('feed_change')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  const version = (latest?.version ?? 0) + 1;
  await db
    .insertInto('feed_change')
    .values({ official_id: officialId, year, version })
    .onConflict((conflict) => conflict.columns(['official_id', 'year']).doUpdateSet({ version }))
    .execute();
}
