/** Puts a file that has arrived whole on record. */
import type { Kysely } from 'kysely';
import { ProblemError } from '../../shared/problem.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Command } from '../committer/committer.ts';
import type { RecordEvents } from '../records/record-projection.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { RecordRow, Schema } from '../store/schema.ts';
import { readEvidence } from './read-evidence.ts';

/** @throws {ProblemError} `not-found` for a record that is not the viewer's own. */
export async function requireOwnRecord(db: Kysely<Schema>, viewer: Viewer, recordId: string): Promise<RecordRow> {
  const record = await db
    .selectFrom('record')
    .selectAll()
    .where('id', '=', recordId)
    .where('recorder_id', '=', sealingOf(db).link('account', viewer.accountId))
    .executeTakeFirst();
  if (!record) throw new ProblemError('not-found');
  return sealingOf(db).openRow(db, 'record', record);
}

/** As many as a submission may name: the same screenshot under ever new ids fills no disk. */
const most = 20;

/** Whether a record takes another file: its recorder is still completing it. */
export async function requireRoom(db: Kysely<Schema>, record: RecordRow): Promise<void> {
  if (record.state !== 'captured' && record.state !== 'returned') throw new ProblemError('step-not-possible');
  const { files } = await db
    .selectFrom('evidence')
    .select((eb) => eb.fn.countAll<number>().as('files'))
    .where('record_id', '=', record.id)
    .executeTakeFirstOrThrow();
  if (files < most) return;
  throw new ProblemError('step-not-possible', { detail: `每条记录最多 ${most} 份证据材料 / ${most} files at most` });
}

/**
 * @returns false where the same file was there already
 * @throws {ProblemError} `seal-differs` where this id holds another file, `step-not-possible` once the record is handled
 */
export function addEvidence(
  recordId: string,
  evidence: RecordEvents['evidence-added'],
  viewer: Viewer,
): Command<boolean> {
  return async (work) => {
    // Read anew: the record may have been submitted while the file was on its way.
    const record = await requireOwnRecord(work.db, viewer, recordId);
    const known = await readEvidence(work.db, recordId, evidence.evidenceId);
    if (known && known.sha256 !== evidence.sha256) throw new ProblemError('seal-differs');
    if (known) return false;
    await requireRoom(work.db, record);
    await work.append({
      institutionId: record.institution_id,
      subjectKind: 'record',
      subjectId: record.id,
      type: 'evidence-added',
      actorId: viewer.accountId,
      body: evidence,
    });
    return true;
  };
}
