import type { Details } from '../../shared/record/details.ts';
import type { Note } from './note.ts';

/** The details of a note as they are submitted: what the recorder entered, and what the click knew where nothing was. */
export function submissionOf({ draft, capture }: Note): Partial<Details> {
  const [only, second] = capture.caseNumbers;
  return {
    caseNumber: only && !second ? only : '',
    occurredAt: capture.capturedAt,
    ...draft,
  };
}
