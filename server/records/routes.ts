/** Captures and records. */
import type { Hono } from 'hono';
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
import { capture, receiptOf } from './capture.ts';
import { listRecords, viewRecord } from './record-queries.ts';
import { takeRecordStep } from './take-record-step.ts';

const tag = '记录';

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
      return context.json(receiptOf(captured, platform.keys.signing), captured.created ? 201 : 200);
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

  app.post(
    '/api/records/:id/events',
    guard('record:list'),
    describe(tag, '记录的办理步骤 / Take a step of a record', recordViewSchema),
    validated('param', subjectParam),
    validated('json', recordStepSchema),
    async (context) => {
      const { platform, viewer } = context.var;
      const { id } = context.req.valid('param');
      await platform.committer.submit(takeRecordStep(id, context.req.valid('json'), viewer));
      return context.json(await read(platform, viewer, id));
    },
  );
}

async function read(platform: Platform, viewer: Viewer, recordId: string) {
  const { view, own, institutionId } = await viewRecord(platform.db, viewer, recordId);
  if (!own) await logReading(platform, viewer, { kind: 'record', id: recordId, institutionId });
  return view;
}
