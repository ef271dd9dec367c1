/** How officials stand in a year, by id: what the store tells of them without their names. */
import type { Kysely } from 'kysely';
import { everyYear } from '../matters/release-projection.ts';
import type { Schema } from '../store/schema.ts';

export interface YearStanding {
  /** Released matters that count; an official without any is absent. */
  readonly released: ReadonlyMap<string, number>;
  /** Whoever has a released matter, be it retracted. */
  readonly concerned: ReadonlySet<string>;
}

export async function readStanding(db: Kysely<Schema>, year: number): Promise<YearStanding> {
  const tallies = await db
    .selectFrom('tally')
    .select(['official_id', 'count'])
    .where('year', '=', year)
    .where('dimension', '=', 'matter')
    .where('code', '=', 'released')
    .execute();
  const matters = await db
    .selectFrom('released_matter')
    .select('official_id')
    .distinct()
    .where('year', '=', year)
    .execute();
  return {
    released: new Map(tallies.map(({ official_id, count }) => [official_id, count])),
    concerned: new Set(matters.map(({ official_id }) => official_id)),
  };
}

/** As many ids as one query takes. */
const idsAtOnce = 500;

/** Who among some officials has reported for a year. */
export async function reportedAmong(
  db: Kysely<Schema>,
  ids: readonly string[],
  year: number,
): Promise<ReadonlySet<string>> {
  const reported = new Set<string>();
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const reports = await db
      .selectFrom('self_check')
      .select('official_id')
      .where('official_id', 'in', ids.slice(at, at + idsAtOnce))
      .where('year', '=', year)
      .execute();
    for (const { official_id } of reports) reported.add(official_id);
  }
  return reported;
}

/** Whose rows of a year changed after a version. */
export async function changedAfter(db: Kysely<Schema>, version: number, year: number): Promise<ReadonlySet<string>> {
  const changes = await db
    .selectFrom('feed_change')
    .select('official_id')
    .where('year', 'in', [everyYear, year])
    .where('version', '>', version)
    .execute();
  return new Set(changes.map(({ official_id }) => official_id));
}

/** The party committee and all below it: their ids, each with the name. None for null. */
export async function managingParties(
  db: Kysely<Schema>,
  partyId: string | null,
): Promise<ReadonlyMap<string, string>> {
  const parties = await db
    .withRecursive('managing', (tables) =>
      tables
        .selectFrom('institution')
        .select(['id', 'name'])
        .where('id', '=', partyId)
        .union(
          tables
            .selectFrom('institution')
            .innerJoin('managing', 'managing.id', 'institution.superior_id')
            .select(['institution.id', 'institution.name']),
        ),
    )
    .selectFrom('managing')
    .selectAll()
    .execute();
  return new Map(parties.map(({ id, name }) => [id, name]));
}
