/** For the auditor: who read what. For the administrator: the accounts, and nothing of any record. */
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { z } from 'zod';
import { identifier } from '../../shared/record/capture.ts';
import { pageOf } from '../../shared/record/view.ts';
import { pageQuery } from '../../shared/request.ts';
import { codesOf, type Role, roles } from '../../shared/vocabulary.ts';
import { describe, validated } from '../platform/describe.ts';
import { pageFrom, readCursor } from '../platform/page.ts';
import { accountNames, listAccounts } from './accounts.ts';
import { type Env, guard } from './guard.ts';

const readingSchema = z.object({
  hour: z.string().describe('UTC hour, such as 2026-10-08T06'),
  viewerName: z.string(),
  viewerRole: z.enum(codesOf(roles)),
  subjectKind: z.enum(['record', 'matter', 'evidence']),
  subjectId: identifier,
  institutionName: z.string(),
});

const accountSchema = z.object({
  id: identifier,
  username: z.string(),
  name: z.string(),
  role: z.enum(codesOf(roles)),
  institutionName: z.string(),
});

/** Tells the lines of an hour apart: several may have read the same. */
const line = sql<string>`subject_id || viewer_id`;

export function mountAccess(app: Hono<Env>): void {
  app.get(
    '/api/reading-log',
    guard('reading-log:read'),
    describe('审计', '查看日志 / Who read what', pageOf(readingSchema)),
    validated('query', pageQuery),
    async (context) => {
      const { cursor, limit } = context.req.valid('query');
      let rows = context.var.platform.db
        .selectFrom('reading')
        .leftJoin('institution', 'institution.id', 'reading.institution_id')
        .selectAll('reading')
        .select('institution.name as institution_name')
        .select(line.as('line'))
        .orderBy('hour', 'desc')
        .orderBy(line, 'desc');
      if (cursor) {
        const [hour, id] = readCursor(cursor);
        rows = rows.where((eb) => eb.or([eb('hour', '<', hour), eb('hour', '=', hour).and(line, '<', id)]));
      }
      const found = await rows.limit(limit + 1).execute();
      const names = await accountNames(
        context.var.platform.authentication,
        found.map((row) => row.viewer_id),
      );
      return context.json(
        pageFrom(
          found,
          limit,
          (row) => [row.hour, row.line],
          (row) => ({
            hour: row.hour,
            viewerName: names.get(row.viewer_id) ?? '',
            viewerRole: row.viewer_role as Role,
            subjectKind: row.subject_kind as 'record' | 'matter' | 'evidence',
            subjectId: row.subject_id,
            institutionName: row.institution_name ?? '',
          }),
        ),
      );
    },
  );

  app.get(
    '/api/accounts',
    guard('account:list'),
    describe('管理', '账号 / Accounts', pageOf(accountSchema)),
    validated('query', pageQuery),
    async (context) => {
      return context.json(await listAccounts(context.var.platform.authentication, context.req.valid('query')));
    },
  );
}
