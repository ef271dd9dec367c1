/** The officials of a feed's rows: managed by the party committee of the HR department or by one below it (Art. 12). */

import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { FeedQuery, FeedSort } from '../../shared/feeds/query.ts';
import { openOfficials } from '../directory/open-officials.ts';
import { everyYear } from '../matters/release-projection.ts';
import type { OfficialRow, Schema } from '../store/schema.ts';
import { type Place, readFeedCursor } from './cursor.ts';

export type FeedSubject = OfficialRow & { managing_committee: string; released: number };

/** What decides the rows beside the query: who asks, for which year, in which version. */
export interface FeedScope {
  readonly year: number;
  readonly version: number;
  /** The party committee of the HR department; null sees nobody. */
  readonly partyId: string | null;
  /** Leaves out the retired who neither reported nor have released matters: they report no more (述职述廉). */
  readonly reporting: boolean;
}

/** The version of a year's feeds: grows with every change of any of their rows. */
export async function feedVersion(db: Kysely<Schema>, year: number): Promise<number> {
  const latest = await db
    .selectFrom('feed_change')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('year', 'in', [everyYear, year])
    .executeTakeFirst();
  return latest?.version ?? 0;
}

/** Each order as its keys; the last is the id, so that every row has a place of its own. */
const orders: Record<FeedSort, readonly (readonly [key: (row: FeedSubject) => string | number, direction: 1 | -1])[]> =
  {
    released: [
      [({ released }) => released, -1],
      [({ pinyin }) => pinyin, 1],
      [({ id }) => id, 1],
    ],
    name: [
      [({ pinyin }) => pinyin, 1],
      [({ id }) => id, 1],
    ],
    organ: [
      [({ organ }) => organ, 1],
      [({ pinyin }) => pinyin, 1],
      [({ id }) => id, 1],
    ],
  };

/** The place of a row, key by key as in {@link orders}. */
const placeOf = (sort: FeedSort, row: FeedSubject): Place => orders[sort].map(([key]) => key(row));

/** How two places stand to each other: a later first key, or the same and a later second, and so on. */
function comparePlaces(sort: FeedSort, one: Place, other: Place): number {
  for (const [index, [, direction]] of orders[sort].entries()) {
    const [a = '', b = ''] = [one[index], other[index]];
    if (a !== b) return a < b ? -direction : direction;
  }
  return 0;
}

/** The party committee and all below it. */
const managingParties = (db: Kysely<Schema>, partyId: string | null) =>
  db
    .withRecursive('managing', (tables) =>
      tables
        .selectFrom('institution')
        .select('id')
        .where('id', '=', partyId)
        .union(
          tables
            .selectFrom('institution')
            .innerJoin('managing', 'managing.id', 'institution.superior_id')
            .select('institution.id'),
        ),
    )
    .selectFrom('managing')
    .select('managing.id');

const official = expressionBuilder<Schema, 'official'>();

const hasReleases = (year: number) =>
  official.exists(
    official
      .selectFrom('released_matter')
      .select('matter_id')
      .whereRef('released_matter.official_id', '=', 'official.id')
      .where('released_matter.year', '=', year),
  );

const hasReported = (year: number) =>
  official.exists(
    official
      .selectFrom('self_check')
      .select('self_check.id')
      .whereRef('self_check.official_id', '=', 'official.id')
      .where('self_check.year', '=', year),
  );

const changedAfter = (version: number, year: number) =>
  official.exists(
    official
      .selectFrom('feed_change')
      .select('feed_change.version')
      .whereRef('feed_change.official_id', '=', 'official.id')
      .where('feed_change.year', 'in', [everyYear, year])
      .where('feed_change.version', '>', version),
  );

/** Names are sealed: they are searched once they are open. */
function matching(q: string): (row: FeedSubject) => boolean {
  const wanted = q.toLowerCase();
  return ({ name, organ, post, pinyin, initials }) =>
    [name, organ, post].some((text) => text.toLowerCase().includes(wanted)) ||
    pinyin.startsWith(wanted) ||
    initials.startsWith(wanted);
}

const atInstitution = (institution: string) =>
  official.or([
    official('official.institution_id', '=', institution),
    official('official.managing_party_id', '=', institution),
  ]);

type Filters = Pick<FeedQuery, 'organKind' | 'institution' | 'q' | 'only' | 'sort' | 'cursor' | 'since'>;

function conditionsOf({ year, reporting }: FeedScope, query: Filters): Expression<SqlBool>[] {
  const { organKind, institution, only, since } = query;
  return [
    ...(reporting ? [official.or([official('official.retired', '=', 0), hasReleases(year), hasReported(year)])] : []),
    ...(only ? [hasReleases(year)] : []),
    ...(organKind ? [official('official.organ_kind', '=', organKind)] : []),
    ...(institution ? [atInstitution(institution)] : []),
    ...(since === undefined ? [] : [changedAfter(since, year)]),
  ];
}

/**
 * One page of the officials, in the order asked for.
 * @returns the officials, and where the next page begins; null behind the last.
 * @throws {ProblemError} for a cursor that does not fit.
 */
export async function feedSubjects(
  db: Kysely<Schema>,
  scope: FeedScope,
  query: Filters,
  limit: number,
): Promise<{ subjects: FeedSubject[]; next: Place | null }> {
  const { sort, q, cursor } = query;
  const behind = cursor ? readFeedCursor(cursor, scope.version, sort, orders[sort].length) : null;
  const stored = await db
    .selectFrom('official')
    .innerJoin('institution as party', 'party.id', 'official.managing_party_id')
    .leftJoin('tally', (join) =>
      join
        .onRef('tally.official_id', '=', 'official.id')
        .on('tally.year', '=', scope.year)
        .on('tally.dimension', '=', 'matter')
        .on('tally.code', '=', 'released'),
    )
    .selectAll('official')
    .select('party.name as managing_committee')
    .select(sql<number>`coalesce(tally.count, 0)`.as('released'))
    .where('official.managing_party_id', 'in', managingParties(db, scope.partyId))
    .where((eb) => eb.and(conditionsOf(scope, query)))
    .execute();
  const admits = q ? matching(q) : () => true;
  const found = (await openOfficials(db, stored))
    .filter(admits)
    .map((subject) => ({ subject, place: placeOf(sort, subject) }))
    .filter(({ place }) => !behind || comparePlaces(sort, place, behind) > 0)
    .sort((one, other) => comparePlaces(sort, one.place, other.place));
  const page = found.slice(0, limit);
  return {
    subjects: page.map(({ subject }) => subject),
    next: found.length > limit ? (page.at(-1)?.place ?? null) : null,
  };
}
