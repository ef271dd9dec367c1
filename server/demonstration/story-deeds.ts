/** A story as commands: the recorder captures and submits, whoever is responsible at that time takes each step. */
import type { RecordStepInput } from '../../shared/record/details.ts';
import type { Role } from '../../shared/vocabulary.ts';
import { noteReading } from '../access/reading-log.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Work } from '../committer/committer.ts';
import { addEvidence } from '../evidence/add-evidence.ts';
import { takeMatterStep } from '../matters/take-matter-step.ts';
import { capture } from '../records/capture.ts';
import { takeRecordStep } from '../records/take-record-step.ts';
import type { Course, CourseStep } from './course.ts';
import type { Deed } from './deed.ts';
import type { Story } from './story.ts';

/** Finds who holds a role in an institution. @throws {RangeError} where nobody does. */
export type Responsible = (role: Role, institutionId: string) => Viewer;

/** The people who can be responsible, found by role and institution. */
export function responsibleAmong(viewers: Iterable<Viewer>): Responsible {
  const found = new Map<string, Viewer>();
  for (const viewer of viewers) {
    const place = `${viewer.role} ${viewer.institutionId}`;
    if (!found.has(place)) found.set(place, viewer);
  }
  return (role, institutionId) => {
    const viewer = found.get(`${role} ${institutionId}`);
    if (!viewer) throw new RangeError(`Nobody is ${role} of ${institutionId}`);
    return viewer;
  };
}

/** The deeds of a story and its companions, in no order. */
export function storyDeeds(course: Course, story: Story, responsible: Responsible): Deed[] {
  return [
    ...[story, ...story.companions].map((told) => captureDeed(told)),
    ...course.stepsOf(story).flatMap((step) => stepDeeds(step, responsible)),
  ];
}

function captureDeed({ recordId, receivedAt, capture: content, recorder }: Story): Deed {
  return { at: receivedAt, command: (work) => capture(content, recorder)({ ...work, newId: () => recordId }) };
}

function stepDeeds(step: CourseStep, responsible: Responsible): Deed[] {
  const { at, story } = step;
  if ('matter' in step) return [{ at, command: (work) => takeMatterStepOf(work, step, responsible) }];
  const { record } = step;
  if (record.type === 'submitted') return submissionDeeds(at, story, record);
  if (record.type === 'withdrawn') return [{ at, command: takeRecordStep(story.recordId, record, story.recorder) }];
  return [{ at, command: (work) => reviewRecord(work, step, responsible) }];
}

/** The evidence goes a second ahead of the submission that names it. */
function submissionDeeds(
  at: number,
  { recordId, recorder }: Story,
  step: Extract<RecordStepInput, { type: 'submitted' }>,
): Deed[] {
  return [
    ...step.details.evidence.map((file) => ({ at: at - 1000, command: addEvidence(recordId, file, recorder) })),
    { at, command: takeRecordStep(recordId, step, recorder) },
  ];
}

/** The reviewer of the handling organ reads the record and takes the step. */
async function reviewRecord(
  work: Work,
  { story, record }: Extract<CourseStep, { record: unknown }>,
  responsible: Responsible,
): Promise<void> {
  const { handler_id, institution_id } = await work.db
    .selectFrom('record')
    .select(['handler_id', 'institution_id'])
    .where('id', '=', story.recordId)
    .executeTakeFirstOrThrow();
  const reviewer = responsible('reviewer', handler_id);
  await noteReading(reviewer, { kind: 'record', id: story.recordId, institutionId: institution_id })(work);
  await takeRecordStep(story.recordId, record, reviewer)({ ...work, newId: () => story.matterId });
}

/** The reviewer until the matter is referred, from then on the committee. */
async function takeMatterStepOf(
  work: Work,
  { story, matter: step }: Extract<CourseStep, { matter: unknown }>,
  responsible: Responsible,
): Promise<void> {
  const matter = await work.db
    .selectFrom('matter')
    .select(['version', 'institution_id', 'committee_id'])
    .where('id', '=', story.matterId)
    .executeTakeFirstOrThrow();
  const viewer = matter.committee_id
    ? responsible('committee', matter.committee_id)
    : responsible('reviewer', matter.institution_id);
  if (step.type === 'determined') {
    await noteReading(viewer, { kind: 'matter', id: story.matterId, institutionId: matter.institution_id })(work);
  }
  await takeMatterStep(story.matterId, matter.version, step, viewer)(work);
}
