/** Captures and records. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { receiptSchema } from '../../shared/ledger/receipt.ts';
import { ProblemError } from '../../shared/problem.ts';
import { captureSchema } from '../../shared/record/capture.ts';
import { recordStepSchema } from '../../shared/record/details.ts';
import { pageOf, recordSummarySchema, recordViewSchema } from '../../shared/record/view.ts';
import { captureParam, recordListQuery, subjectParam } from '../../shared/request.ts';
import { type Env, guard } from '../access/guard.ts';
import { logReading } from '../access/reading-log.ts';
import type { Viewer } from '../access/viewer.ts';
import { describe, validated } from '../platform/describe.ts';
import type { Platform } from '../platform/platform.ts';
import { capture } from './capture.ts';
import { receiptOf, receiptsOf } from './receipts.ts';
import { listRecords, viewRecord } from './record-queries.ts';
import { takeRecordStep } from './take-record-step.ts';

const tag = '记录';

const recordStepAnswerSchema = recordViewSchema.extend({ receipt: receiptSchema.nullable() });

export function mountRecords(app: Hono<Env>): void {
  app.put(
    '/api/captures/:captureId',
    guard('capture:write'),
    describe(tag, '一键留痕（幂等），返回回执 / Keep a capture, answered by its receipt', receiptSchema, 201),
    validated('param', captureParam),
    validated('json', captureSchema),
    async (context) => {
      const { platform, viewer } = context.var;
      const content = context.req.valid('json');
      if (content.captureId !== context.req.valid('param').captureId) {
        throw new ProblemError('invalid-input', {
          fields: [{ path: 'captureId', message: '与地址中的留痕编号不一致' }],
        });
      }
      const captured = await platform.committer.submit(capture(content, viewer));
      return context.json(await receiptOf(platform, captured.event), captured.created ? 201 : 200);
    },
  );

  app.get(
    '/api/records',
    guard('record:list'),
    describe(tag, '记录列表 / List records', pageOf(recordSummarySchema)),
    validated('query', recordListQuery),
    async (context) =>
      context.json(await listRecords(context.var.platform.db, context.var.viewer, context.req.valid('query'))),
  );

  app.get(
    '/api/records/:id',
    guard('record:read'),
    describe(tag, '查看记录 / Read a record', recordViewSchema),
    validated('param', subjectParam),
    async (context) =>
      context.json(await read(context.var.platform, context.var.viewer, context.req.valid('param').id)),
  );

  app.get(
    '/api/records/:id/receipts',
    guard('receipt:read'),
    describe(tag, '本人记录的全部回执 / All receipts of one’s own record', z.object({ items: z.array(receiptSchema) })),
    validated('param', subjectParam),
    async (context) => {
      const { platform, viewer } = context.var;
      return context.json({ items: await receiptsOf(platform, viewer, context.req.valid('param').id) });
    },
  );

  app.post(
    '/api/records/:id/events',
    guard('record:list'),
    describe(tag, '记录的办理步骤，记录人另得回执 / Take a step of a record', recordStepAnswerSchema),
    validated('param', subjectParam),
    validated('json', recordStepSchema),
    async (context) => {
      const { platform, viewer } = context.var;
      const { id } = context.req.valid('param');
      const event = await platform.committer.submit(takeRecordStep(id, context.req.valid('json'), viewer));
      const view = await read(platform, viewer, id);
      const own = event?.actorId === viewer.accountId && viewer.role === 'recorder';
      return context.json({ ...view, receipt: event && own ? await receiptOf(platform, event) : null });
    },
  );
}

async function read(platform: Platform, viewer: Viewer, recordId: string) {
  const { view, own, institutionId } = await viewRecord(platform.db, viewer, recordId);
  if (!own) await logReading(platform, viewer, { kind: 'record', id: recordId, institutionId });
  return view;
}
