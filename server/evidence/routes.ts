/** Evidence files of a record: the screenshot that the capture sealed, sent when the judge submits. */
import { hash } from 'node:crypto';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';
import { identifier, screenshotSeal, sha256Hex } from '../../shared/record/capture.ts';
import { evidenceParam } from '../../shared/request.ts';
import { type Env, guard } from '../access/guard.ts';
import { logReading } from '../access/reading-log.ts';
import { describe, validated } from '../platform/describe.ts';
import { addEvidence, requireOwnRecord, requireRoom } from './add-evidence.ts';
import { readEvidence, readEvidenceFor } from './read-evidence.ts';
import { sniffImage } from './sniff-image.ts';

const tag = '证据材料';
const largest = 20 * 1024 * 1024;
const storedEvidence = z.object({ evidenceId: identifier, ...screenshotSeal.shape });

export function mountEvidence(app: Hono<Env>): void {
  app.put(
    '/api/records/:id/evidence/:evidenceId',
    guard('evidence:add'),
    describe(tag, '上传截图，按留痕时的校验值核对 / Send the sealed screenshot', storedEvidence, 201),
    validated('param', evidenceParam),
    bodyLimit({ maxSize: largest, onError: () => Promise.reject(new ProblemError('too-large')) }),
    async (context) => {
      const { platform, viewer } = context.var;
      const { id, evidenceId } = context.req.valid('param');
      const record = await requireOwnRecord(platform.db, viewer, id);
      const content = new Uint8Array(await context.req.arrayBuffer());
      const declared = sha256Hex.safeParse(context.req.header('x-content-sha256'));
      const seal = { sha256: hash('sha256', content), mediaType: sniffImage(content), bytes: content.byteLength };
      const sealed = JSON.parse(record.capture).screenshot?.sha256;
      if (seal.mediaType === null || declared.data !== seal.sha256 || sealed !== seal.sha256) {
        throw new ProblemError('seal-differs');
      }
      const evidence = { evidenceId, ...seal, mediaType: seal.mediaType };
      const known = await readEvidence(platform.db, id, evidenceId);
      if (!known) {
        await requireRoom(platform.db, record);
        await platform.blobs.write(id, evidenceId, content);
      }
      const created = await platform.committer.submit(addEvidence(id, evidence, viewer));
      return context.json(evidence, created ? 201 : 200);
    },
  );

  app.get(
    '/api/records/:id/evidence/:evidenceId',
    guard('evidence:read'),
    describe(tag, '取出证据文件 / Fetch an evidence file', z.string()),
    validated('param', evidenceParam),
    async (context) => {
      const { platform, viewer } = context.var;
      const { id, evidenceId } = context.req.valid('param');
      const { evidence, own, institutionId } = await readEvidenceFor(platform.db, viewer, id, evidenceId);
      if (!own) await logReading(platform, viewer, { kind: 'evidence', id: evidenceId, institutionId });
      const content = await platform.blobs.read(id, evidenceId);
      return context.body(new Uint8Array(content), 200, {
        'Content-Type': evidence.media_type,
        'Content-Disposition': `attachment; filename="${evidenceId}.${evidence.media_type === 'image/png' ? 'png' : 'jpg'}"`,
        'Cache-Control': 'private, no-store',
      });
    },
  );
}
