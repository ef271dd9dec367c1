/** Statistics by recording institution, for HR: as JSON, or as a file for Excel and WPS. */
import type { Context, Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { problemSchema } from '../../shared/problem.ts';
import {
  type RecordingInstitutions,
  recordingInstitutionsSchema,
  type StatisticsQuery,
  statisticsQuery,
} from '../../shared/statistics/recording-institutions.ts';
import { type Env, guard } from '../access/guard.ts';
import { csvHead, csvLines } from '../feeds/csv.ts';
import { drawWorkbook } from '../feeds/draw-workbook.ts';
import { entityTag, isNamed } from '../feeds/entity-tag.ts';
import { formats } from '../feeds/formats.ts';
import { attachment } from '../platform/attachment.ts';
import { validated } from '../platform/describe.ts';
import { statisticsColumns, statisticsTables, statisticsTitle } from './columns.ts';
import { recordingInstitutions } from './recording-institutions.ts';

const address = '/api/statistics/recording-institutions';

type Offered = 'json' | 'csv' | 'xlsx';

const written: Record<Offered, (answer: RecordingInstitutions) => Promise<string | Uint8Array<ArrayBuffer>>> = {
  json: async (answer) => JSON.stringify(answer),
  csv: async ({ rows }) => csvHead(statisticsColumns) + csvLines(statisticsColumns, rows),
  xlsx: (answer) => drawWorkbook(statisticsTables(answer)),
};

const contents: Record<Offered, object> = {
  json: { schema: resolver(recordingInstitutionsSchema) },
  csv: { schema: { type: 'string' } },
  xlsx: { schema: { type: 'string', format: 'binary' } },
};

export function mountStatistics(app: Hono<Env>): void {
  mountFormat(app, address, 'json');
  for (const format of ['json', 'csv', 'xlsx'] as const) mountFormat(app, `${address}.${format}`, format);
}

function mountFormat(app: Hono<Env>, path: string, format: Offered): void {
  app.get(
    path,
    guard('statistics:read'),
    describeRoute({
      tags: ['统计'],
      summary: '按记录机关统计 / Statistics by recording institution',
      description:
        '只含已公布的季度；少于5条记录或者少于5名记录人的不列出数字。 ' +
        'Published quarters only; no figures below five records or five recorders.',
      responses: {
        200: { description: '成功 / Success', content: { [formats[format].mediaType]: contents[format] } },
        304: { description: '数据未变动 / Not modified' },
        default: {
          description: '问题详情 / Problem details (RFC 9457)',
          content: { 'application/problem+json': { schema: resolver(problemSchema) } },
        },
      },
    }),
    validated('query', statisticsQuery),
    (context) => answered(context, format, context.req.valid('query')),
  );
}

async function answered(context: Context<Env>, name: Offered, query: StatisticsQuery): Promise<Response> {
  const { platform, viewer } = context.var;
  const format = formats[name];
  const asking = { departmentId: viewer.institutionId, now: platform.clock() };
  const answer = await recordingInstitutions(platform.db, asking, query);
  // The tag is of what is shown: a count behind the sign changes nothing of it.
  const tag = entityTag(answer.schemaVersion, { format: name, answer }, format.exact);
  const headers: Record<string, string> = {
    ETag: tag,
    'Cache-Control': 'private, no-cache',
    Vary: 'Authorization, Cookie',
  };
  if (isNamed(context.req.header('If-None-Match'), tag)) return context.body(null, 304, headers);
  headers['Content-Type'] = format.mediaType + format.parameters;
  if (format.saved) {
    const period = query.quarter ? `${answer.year}-Q${query.quarter}` : String(answer.year);
    headers['Content-Disposition'] = attachment(
      `recording-institutions-${period}.${name}`,
      `${statisticsTitle}_${period}.${name}`,
    );
  }
  return context.body(await written[name](answer), 200, headers);
}
