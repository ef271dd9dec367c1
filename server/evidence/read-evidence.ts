/** Finds evidence, always through its record: there is no address by hash and no sharing across records. */
import type { Kysely } from 'kysely';
import { may } from '../../shared/access/permissions.ts';
import { ProblemError } from '../../shared/problem.ts';
import { relationsToRecord } from '../access/relation.ts';
import type { Viewer } from '../access/viewer.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { EvidenceRow, Schema } from '../store/schema.ts';

/** A file of a record, undefined where there is none. */
export async function readEvidence(
  db: Kysely<Schema>,
  recordId: string,
  evidenceId: string,
): Promise<EvidenceRow | undefined> {
  const stored = await db
    .selectFrom('evidence')
    .selectAll()
    .where('record_id', '=', recordId)
    .where('id', '=', evidenceId)
    .executeTakeFirst();
  return stored && sealingOf(db).openRow(db, 'evidence', stored);
}

/** The same as the viewer may see it. @throws {ProblemError} `not-found` for whom the record does not concern. */
export async function readEvidenceFor(db: Kysely<Schema>, viewer: Viewer, recordId: string, evidenceId: string) {
  const relations = await relationsToRecord(db, viewer, recordId);
  if (!may(viewer.role, 'evidence:read', relations)) throw new ProblemError('not-found');
  const record = await db
    .selectFrom('record')
    .select('institution_id')
    .where('id', '=', recordId)
    .executeTakeFirstOrThrow();
  const evidence = await readEvidence(db, recordId, evidenceId);
  if (!evidence) throw new ProblemError('not-found');
  return { evidence, own: relations.includes('own'), institutionId: record.institution_id };
}
