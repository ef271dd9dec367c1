/** A record's row as the fold of its events. Pure: `recompute` folds the same function. */

import type { Capture } from '../../shared/record/capture.ts';
import type { Details } from '../../shared/record/details.ts';
import { type RecordStep, recordTransitions } from '../../shared/record/workflow.ts';
import type { StoredEvent } from '../committer/event.ts';
import type { RecordRow } from '../store/schema.ts';

/** Bodies of a record's events as they are stored. */
export interface RecordEvents {
  captured: Capture;
  submitted: { details: Details; handlerId: string };
  accepted: { matterId: string };
  returned: { reason: string };
  withdrawn: { reason: string };
  /** Evidence arrived whole; the record's state stays. */
  'evidence-added': { evidenceId: string; sha256: string; mediaType: string; bytes: number };
}

/** The row after an event. @throws {Error} where the history does not begin with a capture. */
export function applyRecordEvent(row: RecordRow | null, event: StoredEvent): RecordRow {
  if (event.type === 'captured') return captured(event);
  if (!row) throw new Error(`Record ${event.subjectId} has no capture`);
  const next = {
    ...row,
    state: event.type in recordTransitions ? recordTransitions[event.type as RecordStep].to : row.state,
    version: event.subjectVersion,
    updated_at: event.at,
  };
  if (event.type === 'submitted') return { ...next, ...submitted(event.body as RecordEvents['submitted'], event.at) };
  if (event.type === 'accepted') return { ...next, matter_id: (event.body as RecordEvents['accepted']).matterId };
  return next;
}

function captured(event: StoredEvent): RecordRow {
  const capture = event.body as Capture;
  return {
    id: event.subjectId,
    institution_id: event.institutionId,
    handler_id: event.institutionId,
    recorder_id: event.actorId ?? '',
    capture_id: capture.captureId,
    state: 'captured',
    version: event.subjectVersion,
    case_text: capture.caseNumbers.join(' '),
    capture: JSON.stringify(capture),
    details: null,
    actor_official_id: null,
    matter_id: null,
    captured_at: capture.capturedAt,
    received_at: event.at,
    submitted_at: null,
    updated_at: event.at,
  };
}

function submitted({ details, handlerId }: RecordEvents['submitted'], at: string): Partial<RecordRow> {
  return {
    handler_id: handlerId,
    details: JSON.stringify(details),
    actor_official_id: details.actor.officialId,
    submitted_at: at,
    ...(details.caseNumber === '' ? {} : { case_text: details.caseNumber }),
  };
}
