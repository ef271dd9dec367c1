/** What a pull of a feed asks for. */
import { z } from 'zod';
import { identifier } from '../record/capture.ts';
import { year } from '../request.ts';
import { codesOf, organKinds } from '../vocabulary.ts';

/** Orders of rows: `released` puts the most releases first, `name` and `organ` go by pinyin and by organ. */
export const feedSorts = ['released', 'name', 'organ'] as const;

/** At most so many rows on a page. */
export const pageLimit = 1000;

export const feedQuery = z.object({
  year: year.optional().describe('年度，默认本年 / Defaults to this year'),
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
