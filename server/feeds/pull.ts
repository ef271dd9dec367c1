/**
 * Reading a feed at one version. A version that moves while rows are read makes what was read worthless: the page is
 * refused with `feed-changed`, and whoever pulls begins again.
 */

import type { Kysely } from 'kysely';
import { type FeedQuery, pageLimit } from '../../shared/feeds/query.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Schema } from '../store/schema.ts';
import { writeFeedCursor } from './cursor.ts';
import { feedVersion } from './feed-version.ts';
import type { Feed } from './feeds.ts';
import type { FeedScope, FeedSubjects } from './subjects.ts';

/** What is pulled: the feed, for whom, with which filters. */
export interface Pull<Row extends object> {
  readonly db: Kysely<Schema>;
  readonly officials: FeedSubjects;
  readonly feed: Feed<Row>;
  readonly scope: FeedScope;
  readonly query: FeedQuery;
}

/**
 * One page.
 * @throws {ProblemError} `feed-changed` where the version is not `scope.version` any more.
 */
export async function readPage<Row extends object>(pull: Pull<Row>, limit: number) {
  const { db, officials, feed, scope, query } = pull;
  const { subjects, next } = await officials.page(scope, query, limit);
  const rows = subjects.length === 0 ? [] : await feed.rowsOf(db, scope.year, subjects);
  if ((await feedVersion(db, scope.year)) !== scope.version) throw new ProblemError('feed-changed');
  return { rows, nextCursor: next && writeFeedCursor(scope.version, query.sort, next) };
}

/**
 * The rows from the cursor on, batch by batch: all of them, or as many as `query.limit` says.
 * @returns the batches, each with the cursor of what follows; null behind the last.
 */
export async function* readBatches<Row extends object>(pull: Pull<Row>) {
  let cursor = pull.query.cursor;
  do {
    const page = await readPage({ ...pull, query: { ...pull.query, cursor } }, pull.query.limit ?? pageLimit);
    yield page;
    cursor = page.nextCursor ?? undefined;
  } while (cursor && pull.query.limit === undefined);
}
