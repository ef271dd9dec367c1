/** Accepts a record into a matter: a new one, or one of the same institution that is still being handled. */
import { ProblemError } from '../../shared/problem.ts';
import type { Details } from '../../shared/record/details.ts';
import { relationsToMatter } from '../access/relation.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Work } from '../committer/committer.ts';
import type { RecordRow } from '../store/schema.ts';
import type { Contribution, StoredMatterStep } from './matter-projection.ts';

/** States in which a matter still takes in another record of the same approach. */
const joinable = ['opened', 'screened'];

/**
 * @returns the matter's id
 * @throws {ProblemError} `not-found` for a matter that is not the reviewer's, `step-not-possible` for one already referred.
 */
export async function admitToMatter(work: Work, record: RecordRow, matterId: string | null, viewer: Viewer) {
  const contribution = contributionOf(record);
  const step: StoredMatterStep = { type: matterId ? 'joined' : 'opened', record: contribution };
  const subjectId = matterId ?? work.newId();
  if (matterId) await requireJoinable(work, matterId, viewer);
  await work.append({
    institutionId: record.handler_id,
    subjectKind: 'matter',
    subjectId,
    type: step.type,
    actorId: viewer.accountId,
    body: step,
  });
  return subjectId;
}

async function requireJoinable(work: Work, matterId: string, viewer: Viewer): Promise<void> {
  const relations = await relationsToMatter(work.db, viewer, matterId);
  if (!relations.includes('own-institution')) throw new ProblemError('not-found');
  const { state } = await work.db
    .selectFrom('matter')
    .select('state')
    .where('id', '=', matterId)
    .executeTakeFirstOrThrow();
  if (!joinable.includes(state)) throw new ProblemError('step-not-possible');
}

function contributionOf(record: RecordRow): Contribution {
  if (!record.details) throw new ProblemError('step-not-possible');
  const details: Details = JSON.parse(record.details);
  return {
    recordId: record.id,
    caseText: record.case_text,
    actorName: details.actor.name,
    officialId: details.actor.officialId,
  };
}
