/** Every step of a record after its capture, as the workflow table allows it. */
import { may } from '../../shared/access/permissions.ts';
import { canonicalJson } from '../../shared/ledger/canonical.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Details, RecordStepInput } from '../../shared/record/details.ts';
import { type RecordState, recordTransitions } from '../../shared/record/workflow.ts';
import { relationsToRecord } from '../access/relation.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Command, Work } from '../committer/committer.ts';
import { historyOf, type StoredEvent } from '../committer/event.ts';
import { handlingOrgan } from '../directory/handling-organ.ts';
import { requireOfficial } from '../directory/require-official.ts';
import { admitToMatter } from '../matters/admit-to-matter.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { RecordRow } from '../store/schema.ts';
import type { RecordEvents } from './record-projection.ts';
import { readRecord } from './record-queries.ts';

/**
 * Takes a step of a record.
 * @returns its event, also where the same step arrives again
 * @throws {ProblemError} `not-found` for whom the record does not concern, `step-not-possible` in another state.
 */
export function takeRecordStep(recordId: string, step: RecordStepInput, viewer: Viewer): Command<StoredEvent | null> {
  return async (work) => {
    const relations = await relationsToRecord(work.db, viewer, recordId);
    const transition = recordTransitions[step.type];
    const record = may(viewer.role, transition.action, relations) ? await readRecord(work.db, recordId) : undefined;
    if (!record) throw new ProblemError('not-found');
    if (isRepeated(record, step)) return lastOf(work, record.id, step.type);
    const from: readonly RecordState[] = transition.from;
    if (!from.includes(record.state as RecordState)) throw new ProblemError('step-not-possible');
    return work.append({
      institutionId: record.institution_id,
      subjectKind: 'record',
      subjectId: record.id,
      type: step.type,
      actorId: viewer.accountId,
      body: await bodyOf(work, record, step, viewer),
    });
  };
}

/** The newest event of a type: what a repeated step answers. */
async function lastOf(work: Work, recordId: string, type: string): Promise<StoredEvent | null> {
  return (await historyOf(work.db, recordId)).findLast((event) => event.type === type) ?? null;
}

/** A submission that arrives twice, as after a cut connection, is one submission, even where it was accepted in between. */
function isRepeated(record: RecordRow, step: RecordStepInput): boolean {
  return (
    step.type === 'submitted' &&
    (record.state === 'submitted' || record.state === 'accepted') &&
    record.details !== null &&
    canonicalJson(JSON.parse(record.details)) === canonicalJson(step.details)
  );
}

async function bodyOf(
  work: Work,
  record: RecordRow,
  step: RecordStepInput,
  viewer: Viewer,
): Promise<RecordEvents['submitted'] | RecordEvents['accepted'] | RecordEvents['returned']> {
  switch (step.type) {
    case 'submitted': {
      await requireEvidence(work, record.id, step.details);
      const { officialId } = step.details.actor;
      await requireOfficial(work.db, officialId, 'details.actor.officialId');
      const handlerId = await handlingOrgan(work.db, record.institution_id, officialId ? [officialId] : []);
      return { details: step.details, handlerId };
    }
    case 'accepted':
      return { matterId: await admitToMatter(work, record, step.matterId, viewer) };
    default:
      return { reason: step.reason };
  }
}

/** A submission names only evidence that has arrived whole. */
async function requireEvidence(work: Work, recordId: string, { evidence }: Details): Promise<void> {
  const rows = await work.db.selectFrom('evidence').selectAll().where('record_id', '=', recordId).execute();
  const stored = await sealingOf(work.db).openRows(work.db, 'evidence', rows);
  for (const [index, { evidenceId, sha256, mediaType, bytes }] of evidence.entries()) {
    const file = stored.find(({ id }) => id === evidenceId);
    if (file?.sha256 === sha256 && file.media_type === mediaType && file.bytes === bytes) continue;
    const message = '证据材料尚未上传完整，请等待上传完成后再报送';
    throw new ProblemError('invalid-input', { fields: [{ path: `details.evidence.${index}`, message }] });
  }
}
