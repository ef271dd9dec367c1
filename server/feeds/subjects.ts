/** The officials of a feed's rows: managed by the party committee of the HR department or by one below it (Art. 12). */

import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { FeedQuery, FeedSort } from '../../shared/feeds/query.ts';
import { everyYear } from '../matters/release-projection.ts';
import { beginsWith, contains } from '../platform/page.ts';
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

const released = sql<number>`coalesce(tally.count, 0)`;

/** Each order as its keys; the last is the id, so that every row has a place of its own. */
const orders: Record<FeedSort, readonly (readonly [key: Expression<unknown>, direction: 'asc' | 'desc'])[]> = {
  released: [
    [released, 'desc'],
    [sql.ref('official.pinyin'), 'asc'],
    [sql.ref('official.id'), 'asc'],
  ],
  name: [
    [sql.ref('official.pinyin'), 'asc'],
    [sql.ref('official.id'), 'asc'],
  ],
  organ: [
    [sql.ref('official.organ'), 'asc'],
    [sql.ref('official.pinyin'), 'asc'],
    [sql.ref('official.id'), 'asc'],
  ],
};

/** The place of a row, key by key as in {@link orders}. */
const placeOf: Record<FeedSort, (row: FeedSubject) => Place> = {
  released: (row) => [row.released, row.pinyin, row.id],
  name: (row) => [row.pinyin, row.id],
  organ: (row) => [row.organ, row.pinyin, row.id],
};

/** Rows behind a place: a later first key, or the same and a later second, and so on. */
function behind(sort: FeedSort, place: Place): Expression<SqlBool> {
  const order = orders[sort];
  const alternatives = order.map(([key, direction], index) => {
    const same = order.slice(0, index).map(([earlier], at) => sql<SqlBool>`${earlier} = ${place[at]}`);
    const later = direction === 'asc' ? sql<SqlBool>`${key} > ${place[index]}` : sql<SqlBool>`${key} < ${place[index]}`;
    return sql<SqlBool>`(${sql.join([...same, later], sql` AND `)})`;
  });
  return sql<SqlBool>`(${sql.join(alternatives, sql` OR `)})`;
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

const matching = (q: string) =>
  official.or([
    contains('official.name', q),
    contains('official.organ', q),
    contains('official.post', q),
    beginsWith('official.pinyin', q.toLowerCase()),
    beginsWith('official.initials', q.toLowerCase()),
  ]);

const atInstitution = (institution: string) =>
  official.or([
    official('official.institution_id', '=', institution),
    official('official.managing_party_id', '=', institution),
  ]);

type Filters = Pick<FeedQuery, 'organKind' | 'institution' | 'q' | 'only' | 'sort' | 'cursor' | 'since'>;

function conditionsOf({ year, version, reporting }: FeedScope, query: Filters): Expression<SqlBool>[] {
  const { organKind, institution, q, only, since, cursor, sort } = query;
  return [
    ...(reporting ? [official.or([official('official.retired', '=', 0), hasReleases(year), hasReported(year)])] : []),
    ...(only ? [hasReleases(year)] : []),
    ...(organKind ? [official('official.organ_kind', '=', organKind)] : []),
    ...(institution ? [atInstitution(institution)] : []),
    ...(q ? [matching(q)] : []),
    ...(since === undefined ? [] : [changedAfter(since, year)]),
    ...(cursor ? [behind(sort, readFeedCursor(cursor, version, sort, orders[sort].length))] : []),
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
  const { sort } = query;
  let rows = db
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
    .select(released.as('released'))
    .where('official.managing_party_id', 'in', managingParties(db, scope.partyId))
    .where((eb) => eb.and(conditionsOf(scope, query)));
  for (const [key, direction] of orders[sort]) rows = rows.orderBy(key, direction);
  const found = await rows.limit(limit + 1).execute();
  const subjects = found.slice(0, limit);
  const last = subjects.at(-1);
  return { subjects, next: found.length > limit && last ? placeOf[sort](last) : null };
}
