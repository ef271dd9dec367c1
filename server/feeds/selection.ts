/** What a pull of a feed asks for, and the place in it where the next page begins. */
import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import { identifier } from '../../shared/record/capture.ts';
import { codesOf, organKinds } from '../../shared/vocabulary.ts';

/** Orders of rows: `released` puts the most releases first, `name` and `organ` go by pinyin and by organ. */
export const feedSorts = ['released', 'name', 'organ'] as const;

/** At most so many rows on a page. */
export const pageLimit = 1000;

export const feedQuery = z.object({
  year: z.coerce.number().int().min(2015).max(2100).optional().describe('年度，默认本年 / Defaults to this year'),
  organKind: z.enum(codesOf(organKinds)).optional().describe('机关类别'),
  institution: identifier.optional().describe('所在机关或干部管理党委 / Where they serve, or the party committee'),
  q: z.string().trim().max(100).default('').describe('姓名、拼音、单位、职务 / Name, pinyin, organ, post'),
  only: z.literal('released').optional().describe('只含有通报事项的干部 / Only officials with released matters'),
  sort: z.enum(feedSorts).default('released'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(pageLimit)
    .optional()
    .describe('每页行数；JSON 默认100，其他格式默认全部 / Rows of a page; JSON 100, other formats all'),
  cursor: z.string().max(1000).optional().describe('上一页返回的 nextCursor'),
  since: z.coerce
    .number()
    .int()
    .nonnegative()
    .optional()
    .describe('只含此版本之后变动的行 / Only rows changed after this version'),
});

export type FeedQuery = z.output<typeof feedQuery>;
export type FeedSort = (typeof feedSorts)[number];

/** Where the last row of a page stands in its order. */
export type Place = readonly (string | number)[];

const writtenCursor = z.tuple([z.number().int(), z.enum(feedSorts), z.array(z.union([z.string(), z.number()]))]);

/** A cursor pins the version of the feed, so that all pages of one pull show one state. */
export const writeFeedCursor = (version: number, sort: FeedSort, place: Place): string =>
  Buffer.from(JSON.stringify([version, sort, place])).toString('base64url');

/** @throws {ProblemError} `invalid-input` for a cursor that is not ours or belongs to another order, `feed-changed` for one of another version. */
export function readFeedCursor(cursor: string, version: number, sort: FeedSort, places: number): Place {
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
  if (order !== sort || place.length !== places) throw refused;
  if (pinned !== version) throw new ProblemError('feed-changed');
  return place;
}
