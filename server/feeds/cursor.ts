/** The place in a feed where the next page begins. */
import { z } from 'zod';
import { type FeedSort, feedSorts } from '../../shared/feeds/query.ts';
import { ProblemError } from '../../shared/problem.ts';

/** Where the last row of a page stands in its order. */
export type Place = readonly (string | number)[];

/** What the keys of an order are. */
export type PlaceKeys = readonly ('string' | 'number')[];

const writtenCursor = z.tuple([z.number().int(), z.enum(feedSorts), z.array(z.union([z.string(), z.number()]))]);

/** A cursor pins the version of the feed, so that all pages of one pull show one state. */
export const writeFeedCursor = (version: number, sort: FeedSort, place: Place): string =>
  Buffer.from(JSON.stringify([version, sort, place])).toString('base64url');

/** @throws {ProblemError} `invalid-input` for a cursor that is not ours or belongs to another order, `feed-changed` for one of another version. */
export function readFeedCursor(cursor: string, version: number, sort: FeedSort, keys: PlaceKeys): Place {
  const refused = new ProblemError('invalid-input', {
    fields: [{ path: 'cursor', message: '分页标记无效，请从第一页重新获取' }],
  });
  let written: z.output<typeof writtenCursor>;
  try {
    written = writtenCursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw refused;
  }
  const [pinned, order, place] = written;
  const fits = place.length === keys.length && place.every((key, at) => typeof key === keys[at]);
  if (order !== sort || !fits) throw refused;
  if (pinned !== version) throw new ProblemError('feed-changed');
  return place;
}
