/** Evidence files of a record: the screenshot that the capture sealed, sent when the judge submits. */
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
import { ArrivingFile } from './arriving-file.ts';
import { readEvidence, readEvidenceFor } from './read-evidence.ts';

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
      const declared = sha256Hex.safeParse(context.req.header('x-content-sha256'));
      const sealed = JSON.parse(record.capture).screenshot?.sha256;
      const body = context.req.raw.body;
      if (!body || !declared.success || declared.data !== sealed) throw new ProblemError('seal-differs');
      const arriving = new ArrivingFile(body, declared.data);
      if (await readEvidence(platform.db, id, evidenceId)) {
        await arriving.compare();
      } else {
        await requireRoom(platform.db, record);
        // Where the event is then refused, the file stays: the retry writes it again and puts it on record.
        await platform.blobs.write(await platform.fileKeyOf(id), id, evidenceId, arriving.pieces());
      }
      const evidence = { evidenceId, ...arriving.seal };
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
      const key = await platform.fileKeyOf(id);
      const content = await answerable(platform.blobs.read(key, id, evidenceId, evidence.sha256));
      const headers = {
        'Content-Type': evidence.media_type,
        'Content-Length': String(evidence.bytes),
        'Content-Disposition': `attachment; filename="${evidenceId}.${evidence.media_type === 'image/png' ? 'png' : 'jpg'}"`,
        'Cache-Control': 'private, no-store',
      };
      if (context.req.raw.method !== 'HEAD') return context.body(content, 200, headers);
      await content.cancel();
      return context.body(null, 200, headers);
    },
  );
}

/**
 * A body whose beginning has been read already: a file that is missing or does not open is a problem with a status of its own.
 * What differs later cuts the answer short
 * of its length, so that nobody takes it for whole.
 */
async function answerable(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  let next = await pieces.next();
  return new ReadableStream({
    async pull(controller) {
      if (next.done) return controller.close();
      const piece = next.value;
      // The last piece goes out when the hash of the whole has been compared.
      next = await pieces.next();
      controller.enqueue(piece);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
