/** Matters. */
import type { Hono } from 'hono';
import { matterStepRequest } from '../../shared/matter/steps.ts';
import { matterSummarySchema, matterViewSchema } from '../../shared/matter/view.ts';
import { pageOf } from '../../shared/record/view.ts';
import { matterListQuery, subjectParam } from '../../shared/request.ts';
import { type Env, guard } from '../access/guard.ts';
import { logReading } from '../access/reading-log.ts';
import type { Viewer } from '../access/viewer.ts';
import { describe, validated } from '../platform/describe.ts';
import type { Platform } from '../platform/platform.ts';
import { listMatters, viewMatter } from './matter-queries.ts';
import { takeMatterStep } from './take-matter-step.ts';

const tag = '事项';

export function mountMatters(app: Hono<Env>): void {
  app.get(
    '/api/matters',
    guard('matter:list'),
    describe(tag, '事项列表 / List matters', pageOf(matterSummarySchema)),
    validated('query', matterListQuery),
    async (context) =>
      context.json(await listMatters(context.var.platform.db, context.var.viewer, context.req.valid('query'))),
  );

  app.get(
    '/api/matters/:id',
    guard('matter:read'),
    describe(tag, '查看事项 / Read a matter', matterViewSchema),
    validated('param', subjectParam),
    async (context) =>
      context.json(await read(context.var.platform, context.var.viewer, context.req.valid('param').id)),
  );

  app.post(
    '/api/matters/:id/events',
    guard('matter:read'),
    describe(tag, '事项的办理步骤 / Take a step of a matter', matterViewSchema),
    validated('param', subjectParam),
    validated('json', matterStepRequest),
    async (context) => {
      const { platform, viewer } = context.var;
      const { id } = context.req.valid('param');
      const { expectedVersion, step } = context.req.valid('json');
      await platform.committer.submit(takeMatterStep(id, expectedVersion, step, viewer));
      return context.json(await read(platform, viewer, id));
    },
  );
}

async function read(platform: Platform, viewer: Viewer, matterId: string) {
  const { view, institutionId } = await viewMatter(platform, viewer, matterId);
  await logReading(platform, viewer, { kind: 'matter', id: matterId, institutionId });
  return view;
}
