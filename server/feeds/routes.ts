/** The feeds, at one address each; the format follows from the suffix, or from `Accept`. */
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { describeRoute, resolver } from 'hono-openapi';
import { type FeedQuery, feedQuery } from '../../shared/feeds/query.ts';
import { feedPageOf } from '../../shared/feeds/rows.ts';
import { ProblemError, problemSchema } from '../../shared/problem.ts';
import { dayIn, yearOf } from '../../shared/time/period.ts';
import { type Env, guard } from '../access/guard.ts';
import { attachment } from '../platform/attachment.ts';
import { validated } from '../platform/describe.ts';
import type { Platform } from '../platform/platform.ts';
import { entityTag, isNamed } from './entity-tag.ts';
import { feedVersion } from './feed-version.ts';
import { type Feed, integrityReview, performanceEvaluation } from './feeds.ts';
import { type Format, type FormatName, formats } from './formats.ts';
import { FeedSubjects } from './subjects.ts';
import { feedTitles } from './tables.ts';

/** How often a pull begins again when the feed changes under it, before it is told so. */
const attempts = 3;

export function mountFeeds(app: Hono<Env>, { db, directory }: Platform): void {
  const officials = new FeedSubjects(db, directory);
  mountFeed(app, officials, performanceEvaluation);
  mountFeed(app, officials, integrityReview);
}

const formatNames = Object.keys(formats) as FormatName[];

function mountFeed<Row extends object>(app: Hono<Env>, officials: FeedSubjects, feed: Feed<Row>): void {
  app.get(
    `/feeds/${feed.name}`,
    guard('feed:read'),
    described(feed, formatNames),
    validated('query', feedQuery),
    (context) => pulled(context, officials, feed, accepted(context), context.req.valid('query')),
  );
  for (const format of formatNames) {
    app.get(
      `/feeds/${feed.name}.${format}`,
      guard('feed:read'),
      described(feed, [format]),
      validated('query', feedQuery),
      (context) => pulled(context, officials, feed, format, context.req.valid('query')),
    );
  }
}

function described<Row extends object>(feed: Feed<Row>, offered: readonly FormatName[]): MiddlewareHandler {
  const page = { schema: resolver(feedPageOf(feed.rowSchema)) };
  const contents: Record<FormatName, object> = {
    json: page,
    ndjson: { schema: resolver(feed.rowSchema) },
    csv: { schema: { type: 'string' } },
    xlsx: { schema: { type: 'string', format: 'binary' } },
  };
  return describeRoute({
    tags: ['考核数据'],
    summary: feed.summary,
    description:
      '各页携带同一版本号；获取过程中数据有变动的，返回 409 feed-changed，请从第一页重新获取。' +
      '请求带 If-None-Match 且数据未变动的，返回 304。 ' +
      'All pages of a pull carry one version; a changed feed answers 409 feed-changed. If-None-Match answers 304.',
    responses: {
      200: {
        description: '成功；Link 响应头指向下一页 / Success; the Link header names the next page',
        content: Object.fromEntries(offered.map((format) => [formats[format].mediaType, contents[format]])),
      },
      304: { description: '数据未变动 / Not modified' },
      default: {
        description: '问题详情 / Problem details (RFC 9457)',
        content: { 'application/problem+json': { schema: resolver(problemSchema) } },
      },
    },
  });
}

/** The format that `Accept` prefers; JSON where it has no preference of ours. */
function accepted(context: Context<Env>): FormatName {
  const supports = formatNames.map((format) => formats[format].mediaType);
  const preferred = accepts(context, { header: 'Accept', supports, default: formats.json.mediaType });
  return formatNames.find((format) => formats[format].mediaType === preferred) ?? 'json';
}

async function pulled<Row extends object>(
  context: Context<Env>,
  officials: FeedSubjects,
  feed: Feed<Row>,
  format: FormatName,
  query: FeedQuery,
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await pulledOnce(context, officials, feed, format, query);
    } catch (error) {
      const changed = error instanceof ProblemError && error.code === 'feed-changed';
      // Who holds a cursor must know: the pages before this one are of another version.
      if (!changed || query.cursor || attempt === attempts) throw error;
    }
  }
}

async function pulledOnce<Row extends object>(
  context: Context<Env>,
  officials: FeedSubjects,
  feed: Feed<Row>,
  formatName: FormatName,
  query: FeedQuery,
): Promise<Response> {
  const { platform, viewer } = context.var;
  const format: Format = formats[formatName];
  const department = await platform.db
    .selectFrom('institution')
    .select(['party_id', 'time_zone'])
    .where('id', '=', viewer.institutionId)
    .executeTakeFirstOrThrow();
  const zone = department.time_zone;
  const year = query.year ?? yearOf(dayIn(platform.clock().toISOString(), zone));
  const version = await feedVersion(platform.db, year);
  const scope = { year, version, partyId: department.party_id, reporting: feed.reporting };
  const tag = entityTag(version, { feed: feed.name, format: formatName, zone, ...query, ...scope }, format.exact);
  const headers: Record<string, string> = {
    ETag: tag,
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept, Authorization, Cookie',
  };
  if (isNamed(context.req.header('If-None-Match'), tag)) return context.body(null, 304, headers);
  const { body, nextCursor } = await format.render({ db: platform.db, officials, feed, scope, query }, zone);
  headers['Content-Type'] = format.mediaType + format.parameters;
  if (format.saved) {
    const name = `${feedTitles[feed.name]}_${year}年_第${version}版.${formatName}`;
    headers['Content-Disposition'] = attachment(`${feed.name}-${year}.${formatName}`, name);
  }
  if (nextCursor) headers.Link = nextPage(context.req.url, nextCursor);
  return context.body(body, 200, headers);
}

/** The next page as a link (RFC 8288), relative to this one. */
function nextPage(address: string, cursor: string): string {
  const { pathname, searchParams } = new URL(address);
  searchParams.set('cursor', cursor);
  return `<${pathname}?${searchParams}>; rel="next"`;
}
