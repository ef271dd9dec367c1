/** Every step of a matter after its opening, as the workflow table allows it. */
import { may } from '../../shared/access/permissions.ts';
import type { MatterStepInput } from '../../shared/matter/steps.ts';
import { matterTransitions } from '../../shared/matter/workflow.ts';
import { ProblemError } from '../../shared/problem.ts';
import { dayIn } from '../../shared/time/period.ts';
import { relationsToMatter, untouchableFor } from '../access/relation.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Command, Work } from '../committer/committer.ts';
import { historyOf } from '../committer/event.ts';
import { handlingOrgan } from '../directory/handling-organ.ts';
import { requireOfficial } from '../directory/require-official.ts';
import type { MatterRow } from '../store/schema.ts';
import { namedBy, type StoredMatterStep } from './matter-projection.ts';
import { readMatter } from './matter-queries.ts';
import { isPossible } from './possible-step.ts';

/**
 * Takes a step of a matter.
 * @param expectedVersion the version that its author saw
 * @throws {ProblemError} `not-found` for whom the matter does not concern, `version-differs` where somebody was faster,
 * `step-not-possible` in another state.
 */
export function takeMatterStep(
  matterId: string,
  expectedVersion: number,
  step: MatterStepInput,
  viewer: Viewer,
): Command<void> {
  return async (work) => {
    const relations = await relationsToMatter(work.db, viewer, matterId);
    const transition = matterTransitions[step.type];
    const matter = may(viewer.role, transition.action, relations) ? await readMatter(work.db, matterId) : undefined;
    if (!matter) throw new ProblemError('not-found');
    if (matter.version !== expectedVersion) throw new ProblemError('version-differs');
    if (!isPossible(step.type, matter)) throw new ProblemError('step-not-possible');
    await work.append({
      institutionId: matter.institution_id,
      subjectKind: 'matter',
      subjectId: matter.id,
      type: step.type,
      actorId: viewer.accountId,
      body: await completed(work, matter, step, viewer),
    });
  };
}

/** Adds to a step what the server works out: the committee that Art. 7 names, the day of the release in its zone. */
async function completed(
  work: Work,
  matter: MatterRow,
  step: MatterStepInput,
  viewer: Viewer,
): Promise<StoredMatterStep> {
  switch (step.type) {
    case 'referred':
      return { ...step, committeeId: await committeeFor(work, matter) };
    case 'released':
      return { ...step, releasedOn: dayIn(work.at, await zoneOf(work, matter.committee_id ?? matter.institution_id)) };
    case 'determined':
    case 'corrected':
      await requireOfficial(work.db, step.officialId, 'step.officialId');
      await requireUnconcerned(work, step.officialId, viewer);
      return step;
    default:
      return step;
  }
}

/** Nobody determines against themself or whom they report to (rule 6). */
async function requireUnconcerned(work: Work, officialId: string | null, viewer: Viewer): Promise<void> {
  if (!officialId || !(await untouchableFor(work.db, viewer)).includes(officialId)) return;
  const message = '涉及本人或者本人上级的，应当由其他人员办理';
  throw new ProblemError('invalid-input', { fields: [{ path: 'step.officialId', message }] });
}

/** The committee of the organ's level, or the lowest above it that the matter does not name (rule 6). */
async function committeeFor(work: Work, matter: MatterRow): Promise<string> {
  const { committee_id } = await work.db
    .selectFrom('institution')
    .select('committee_id')
    .where('id', '=', matter.institution_id)
    .executeTakeFirstOrThrow();
  if (!committee_id)
    throw new ProblemError('step-not-possible', { detail: '本机关尚未设置对应的党委政法委，请联系管理员' });
  // The store knows the named by keyed hash only; the history says who they are.
  const named = (await historyOf(work.db, matter.id)).flatMap(namedBy);
  return handlingOrgan(work.db, committee_id, [...new Set(named)]);
}

async function zoneOf(work: Work, institutionId: string): Promise<string> {
  const institution = await work.db
    .selectFrom('institution')
    .select('time_zone')
    .where('id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return institution.time_zone;
}
