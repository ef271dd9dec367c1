/** Puts a file that has arrived whole on record. */
import type { Kysely } from 'kysely';
import { ProblemError } from '../../shared/problem.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Command } from '../committer/committer.ts';
import type { RecordEvents } from '../records/record-projection.ts';
import type { RecordTable, Schema } from '../store/schema.ts';
import { readEvidence } from './read-evidence.ts';

/** @throws {ProblemError} `not-found` for a record that is not the viewer's own. */
export async function requireOwnRecord(db: Kysely<Schema>, viewer: Viewer, recordId: string): Promise<RecordTable> {
  const record = await db
    .selectFrom('record')
    .selectAll()
    .where('id', '=', recordId)
    .where('recorder_id', '=', viewer.accountId)
    .executeTakeFirst();
  if (!record) throw new ProblemError('not-found');
  return record;
}

/**
 * @returns false where the same file was there already
 * @throws {ProblemError} `seal-differs` where this id holds another file, `step-not-possible` once the record is handled
 */
export function addEvidence(
  record: RecordTable,
  evidence: RecordEvents['evidence-added'],
  viewer: Viewer,
): Command<boolean> {
  return async (work) => {
    const known = await readEvidence(work.db, record.id, evidence.evidenceId);
    if (known && known.sha256 !== evidence.sha256) throw new ProblemError('seal-differs');
    if (known) return false;
    if (record.state !== 'captured' && record.state !== 'returned') throw new ProblemError('step-not-possible');
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
