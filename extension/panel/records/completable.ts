/** Whether a record is the recorder's to complete just now. */
import type { RecordState } from '../../../shared/record/workflow.ts';
import { recordTransitions } from '../../../shared/record/workflow.ts';
import type { Note } from '../../outbox/note.ts';

/**
 * @param note the note on this computer, where there is one.
 * @param state what the server last said; undefined while it has said nothing.
 */
export function completable(note: Note | null, state: RecordState | undefined): boolean {
  const from: readonly RecordState[] = recordTransitions.submitted.from;
  if (state && !from.includes(state)) return false;
  if (!note) return state !== undefined;
  // While a submission is on its way, nothing that it carries may change. A refusal gives the draft back.
  return note.submission === 'none' || (note.submission === 'submitted' && state === 'returned');
}
