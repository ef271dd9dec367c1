/** The yearly self-check: the leader's own, and nobody else's. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { describeRoute, resolver } from 'hono-openapi';
import { ProblemError, problemSchema } from '../../shared/problem.ts';
import { yearParam } from '../../shared/request.ts';
import { selfCheckSchema, selfCheckViewSchema } from '../../shared/self-check/self-check.ts';
import { type Env, guard } from '../access/guard.ts';
import { attachment } from '../platform/attachment.ts';
import { describe, validated } from '../platform/describe.ts';
import { readStatement, viewSelfCheck } from './query.ts';
import { statementOf } from './statement.ts';
import { submitSelfCheck } from './submit-self-check.ts';

const tag = '年度对照检查';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** 33 explanations and the own words, all full, in three bytes a character, with room for their JSON. */
const maxSize = 512 * 1024;

export function mountSelfChecks(app: Hono<Env>): void {
  app.get(
    '/api/self-checks/:year',
    guard('self-check:read'),
    describe(tag, '本人对照检查与已通报事项 / Own self-check and released matters', selfCheckViewSchema),
    validated('param', yearParam),
    async (context) => {
      const { platform, viewer } = context.var;
      context.header('Cache-Control', 'private, no-store');
      return context.json(await viewSelfCheck(platform.db, viewer, context.req.valid('param').year));
    },
  );

  app.post(
    '/api/self-checks/:year',
    guard('self-check:submit'),
    bodyLimit({ maxSize, onError: () => Promise.reject(new ProblemError('too-large')) }),
    describe(tag, '提交对照检查 / Submit the self-check', selfCheckViewSchema),
    validated('param', yearParam),
    validated('json', selfCheckSchema),
    async (context) => {
      const { platform, viewer } = context.var;
      const { year } = context.req.valid('param');
      await platform.committer.submit(submitSelfCheck(year, context.req.valid('json'), viewer));
      context.header('Cache-Control', 'private, no-store');
      return context.json(await viewSelfCheck(platform.db, viewer, year));
    },
  );

  app.get(
    '/api/self-checks/:year/statement.docx',
    guard('self-check:read'),
    describeRoute({
      tags: [tag],
      summary: '对照检查情况报告（公文格式） / The statement as an official document',
      responses: {
        200: { description: '成功 / Success', content: { [docx]: { schema: { type: 'string', format: 'binary' } } } },
        default: {
          description: '问题详情 / Problem details (RFC 9457)',
          content: { 'application/problem+json': { schema: resolver(problemSchema) } },
        },
      },
    }),
    validated('param', yearParam),
    async (context) => {
      const { platform, viewer } = context.var;
      const { year } = context.req.valid('param');
      const statement = await readStatement(platform.db, viewer, year);
      const name = `${statement.subject.name}_${year}年度对照检查情况.docx`;
      return context.body(new Uint8Array(await statementOf(statement)), 200, {
        'Content-Type': docx,
        'Content-Disposition': attachment(`self-check-${year}.docx`, name),
        'Cache-Control': 'private, no-store',
      });
    },
  );
}
