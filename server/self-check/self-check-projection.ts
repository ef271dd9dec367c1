/** A leader's self-check of a year, as handed in; handing in again replaces it, and both stay in the history. */
import type { SelfCheck } from '../../shared/self-check/self-check.ts';
import type { StoredEvent } from '../committer/event.ts';
import type { SelfCheckRow } from '../store/schema.ts';

/** Body of the `submitted` event. */
export interface SelfCheckSubmitted {
  officialId: string;
  year: number;
  submission: SelfCheck;
}

/** The row after an event. */
export function applySelfCheckEvent(_row: SelfCheckRow | null, event: StoredEvent): SelfCheckRow {
  const { officialId, year, submission } = event.body as SelfCheckSubmitted;
  return {
    id: event.subjectId,
    official_id: officialId,
    year,
    version: event.subjectVersion,
    submission: JSON.stringify(submission),
    submitted_at: event.at,
  };
}
