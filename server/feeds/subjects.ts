/**
 * The officials of a feed's rows: managed by the party committee of the HR department or by one below it (Art. 12).
 * Names are sealed in the store, so everybody is filtered and put in order in memory, once for each version of the feed
 * and each question; the pages of one pull read on in the same list.
 */
import type { Kysely } from 'kysely';
import type { FeedQuery } from '../../shared/feeds/query.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Directory } from '../directory/directory.ts';
import { answersTo, type ListedOfficial } from '../directory/listed-official.ts';
import type { OfficialRow } from '../directory/stored-officials.ts';
import type { Schema } from '../store/schema.ts';
import { type Place, readFeedCursor } from './cursor.ts';
import { feedVersion } from './feed-version.ts';
import { comparePlaces, orders } from './order.ts';
import { Recent } from './recent.ts';
import { changedAfter, managingParties, readStanding, reportedAmong, type YearStanding } from './standing.ts';

export type FeedSubject = OfficialRow & { readonly managing_committee: string; readonly released: number };

/** What decides the rows beside the query: who asks, for which year, in which version. */
export interface FeedScope {
  readonly year: number;
  readonly version: number;
  /** The party committee of the HR department; null sees nobody. */
  readonly partyId: string | null;
  /** Leaves out the retired who neither reported nor have released matters: they report no more (述职述廉). */
  readonly reporting: boolean;
}

type Filters = Pick<FeedQuery, 'organKind' | 'institution' | 'q' | 'only' | 'sort' | 'cursor' | 'since'>;

type Condition = (official: ListedOfficial) => boolean;

/** What an official must meet to be in the answer. @param changed whoever changed since the version asked for */
function conditionsOf(
  { organKind, institution, q, only }: Filters,
  { concerned }: YearStanding,
  changed: ReadonlySet<string> | null,
): Condition[] {
  const word = q.toLowerCase();
  const asked: (Condition | false)[] = [
    only !== undefined && (({ row }) => concerned.has(row.id)),
    organKind !== undefined && (({ row }) => row.organ_kind === organKind),
    institution !== undefined &&
      (({ row }) => row.institution_id === institution || row.managing_party_id === institution),
    changed !== null && (({ row }) => changed.has(row.id)),
    word !== '' && ((official) => answersTo(official, word)),
  ];
  return asked.filter((condition) => condition !== false);
}

/** Everybody whom a question is about, in its order, with the counts that stand there. */
interface FeedList {
  readonly officials: readonly OfficialRow[];
  readonly released: ReadonlyMap<string, number>;
}

/** Most released matters first; whoever has equally many stays in the order of the list. */
function byReleases(officials: readonly OfficialRow[], released: ReadonlyMap<string, number>): OfficialRow[] {
  const countOf = ({ id }: OfficialRow) => released.get(id) ?? 0;
  const [some, none]: [OfficialRow[], OfficialRow[]] = [[], []];
  for (const official of officials) (countOf(official) > 0 ? some : none).push(official);
  return some.sort((first, second) => countOf(second) - countOf(first)).concat(none);
}

/** The index of the first official behind a place. */
function firstBehind(place: Place, officials: readonly OfficialRow[], placeOf: (row: OfficialRow) => Place): number {
  let [from, to] = [0, officials.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const row = officials[middle];
    if (row && comparePlaces(placeOf(row), place) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** One page of the officials of a feed, and where the next one begins; null behind the last. */
export interface SubjectPage {
  readonly subjects: FeedSubject[];
  readonly next: Place | null;
}

/** Reads the officials of the feeds of one store. */
export class FeedSubjects {
  readonly #db: Kysely<Schema>;
  readonly #directory: Directory;
  readonly #standings = new Recent<YearStanding>(4);
  readonly #lists = new Recent<FeedList>(16);

  constructor(db: Kysely<Schema>, directory: Directory) {
    this.#db = db;
    this.#directory = directory;
  }

  /**
   * One page of the officials, in the order asked for.
   * @throws {ProblemError} for a cursor that does not fit; `feed-changed` where the version is not `scope.version` any more.
   */
  async page(scope: FeedScope, query: Filters, limit: number): Promise<SubjectPage> {
    const { keys, placeOf } = orders[query.sort];
    const place = query.cursor ? readFeedCursor(query.cursor, scope.version, query.sort, keys) : null;
    const parties = await managingParties(this.#db, scope.partyId);
    const { officials, released } = await this.#list(scope, query, parties);
    const countOf = ({ id }: OfficialRow) => released.get(id) ?? 0;
    const placed = (row: OfficialRow) => placeOf(row, countOf(row));
    const from = place ? firstBehind(place, officials, placed) : 0;
    const shown = officials.slice(from, from + limit);
    const last = shown.at(-1);
    return {
      subjects: shown.map((row) => ({
        ...row,
        managing_committee: parties.get(row.managing_party_id) ?? '',
        released: countOf(row),
      })),
      next: last && from + limit < officials.length ? placed(last) : null,
    };
  }

  #list(scope: FeedScope, query: Filters, parties: ReadonlyMap<string, string>): Promise<FeedList> {
    const { year, version, reporting } = scope;
    const { organKind, institution, q, only, sort, since } = query;
    const question = [year, version, reporting, organKind, institution, q, only, sort, since, [...parties.keys()]];
    return this.#lists.answer(JSON.stringify(question), () => this.#makeList(scope, query, parties));
  }

  async #makeList(scope: FeedScope, query: Filters, parties: ReadonlyMap<string, string>): Promise<FeedList> {
    const { year, version, reporting } = scope;
    const standing = await this.#standings.answer(`${year} ${version}`, () => readStanding(this.#db, year));
    const changed = query.since === undefined ? null : await changedAfter(this.#db, query.since, year);
    const everybody = await this.#directory.inOrder(orders[query.sort].directory);
    const conditions = conditionsOf(query, standing, changed);
    const managed = everybody
      .filter((official) => parties.has(official.row.managing_party_id) && conditions.every((holds) => holds(official)))
      .map(({ row }) => row);
    const officials = reporting ? await this.#reporting(managed, standing, year) : managed;
    // What was read belongs together, and may be kept for this version, only if the version still stands.
    if ((await feedVersion(this.#db, year)) !== version) throw new ProblemError('feed-changed');
    const { released } = standing;
    return { officials: query.sort === 'released' ? byReleases(officials, released) : officials, released };
  }

  /** Without the retired who neither reported nor have released matters. */
  async #reporting(officials: readonly OfficialRow[], { concerned }: YearStanding, year: number) {
    const quiet = officials.filter(({ id, retired }) => retired && !concerned.has(id)).map(({ id }) => id);
    const reported = await reportedAmong(this.#db, quiet, year);
    return officials.filter(({ id, retired }) => !retired || concerned.has(id) || reported.has(id));
  }
}
