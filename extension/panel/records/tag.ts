/** The one word that tells how a record of one's own stands. */
import { recordTones, type Tone } from '../../../shared/interface/tag.tsx';
import { recordStates } from '../../../shared/record/workflow.ts';
import type { Term } from '../../../shared/vocabulary.ts';
import { attention, refusedSubmission, stops } from '../note/delivery.ts';
import type { OwnRecord } from './own-records.ts';

export interface Tag {
  readonly term: Term;
  readonly tone: Tone;
}

const submitting: Tag = { term: { zh: '正在报送', en: 'Submitting' }, tone: 'active' };

/** What stands on this computer alone comes first where it asks for an act; then the server's word; then the delivery. */
export function tagOf({ note, summary }: Pick<OwnRecord, 'note' | 'summary'>): Tag {
  if (note && (note.state === 'attention' || refusedSubmission(note))) return { term: attention, tone: 'danger' };
  if (note?.submission === 'requested') return submitting;
  if (summary) return { term: recordStates[summary.state], tone: recordTones[summary.state] };
  if (note?.submission === 'submitted') return { term: recordStates.submitted, tone: 'active' };
  const reached = note?.state === 'confirmed' ? 2 : note?.state === 'sent' ? 1 : 0;
  return { term: stops[reached] ?? recordStates.captured, tone: reached === 0 ? 'active' : 'done' };
}
