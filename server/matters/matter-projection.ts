/** A matter's row as the fold of its events. Pure: `recompute` folds the same function. */

import type { MatterStepInput } from '../../shared/matter/steps.ts';
import { matterTransitions } from '../../shared/matter/workflow.ts';
import type { StoredEvent } from '../committer/event.ts';
import type { MatterRow } from '../store/schema.ts';

/** What one record adds to a matter: never its recorder. */
export interface Contribution {
  recordId: string;
  caseText: string;
  actorName: string;
  officialId: string | null;
}

/** Steps as they are stored: the command adds what it worked out. */
export type StoredMatterStep =
  | { type: 'opened'; record: Contribution }
  | { type: 'joined'; record: Contribution }
  | Exclude<MatterStepInput, { type: 'referred' | 'released' }>
  | (Extract<MatterStepInput, { type: 'referred' }> & { committeeId: string })
  | (Extract<MatterStepInput, { type: 'released' }> & { releasedOn: string });

/** The row after an event. @throws {Error} where the history does not begin with an opening. */
export function applyMatterEvent(row: MatterRow | null, event: StoredEvent): MatterRow {
  const step = event.body as StoredMatterStep;
  if (step.type === 'opened') return opened(event, step.record);
  if (!row) throw new Error(`Matter ${event.subjectId} was never opened`);
  const to = step.type === 'joined' ? null : matterTransitions[step.type].to;
  return {
    ...row,
    state: to ?? row.state,
    version: event.subjectVersion,
    updated_at: event.at,
    ...changesOf(step, row, event.at),
  };
}

function changesOf(step: StoredMatterStep, row: MatterRow, at: string): Partial<MatterRow> {
  switch (step.type) {
    case 'joined':
      return {
        record_ids: JSON.stringify([...JSON.parse(row.record_ids), step.record.recordId]),
        case_text: joinText(row.case_text, step.record.caseText),
        actor_text: joinText(row.actor_text, step.record.actorName),
      };
    case 'screened':
      return { screening_opinion: step.opinion };
    case 'referred':
      return { committee_id: step.committeeId };
    case 'determined':
    case 'corrected':
      return {
        determination: step.determination,
        official_id: step.officialId,
        capacity: step.capacity,
        conducts: JSON.stringify(step.conducts),
        typical_circumstances: JSON.stringify(step.typicalCircumstances),
        typical_case: step.typicalCase ? 1 : 0,
        corrected: row.corrected + (step.type === 'corrected' ? 1 : 0),
      };
    case 'released':
      return { release_scope: step.scope, released_at: at, released_on: step.releasedOn };
    case 'outcome':
      return { outcomes: JSON.stringify([...JSON.parse(row.outcomes), step.outcome]) };
    case 'retracted':
      return { retracted: 1 };
    case 'disclosed':
      return { disclosed: 1 };
    default:
      return {};
  }
}

/** Adds a text to a list parted by line breaks, once. */
const joinText = (list: string, text: string) =>
  text === '' || list.split('\n').includes(text) ? list : [list, text].filter(Boolean).join('\n');

function opened(event: StoredEvent, record: Contribution): MatterRow {
  return {
    id: event.subjectId,
    institution_id: event.institutionId,
    committee_id: null,
    state: 'opened',
    version: event.subjectVersion,
    opened_at: event.at,
    updated_at: event.at,
    record_ids: JSON.stringify([record.recordId]),
    case_text: record.caseText,
    actor_text: record.actorName,
    screening_opinion: null,
    determination: null,
    official_id: null,
    capacity: null,
    conducts: '[]',
    typical_circumstances: '[]',
    typical_case: 0,
    release_scope: null,
    released_at: null,
    released_on: null,
    outcomes: '[]',
    corrected: 0,
    retracted: 0,
    disclosed: 0,
  };
}

/** The officials that an event of a matter names. */
export function namedBy(event: StoredEvent): string[] {
  const step = event.body as StoredMatterStep;
  const id = 'record' in step ? step.record.officialId : 'officialId' in step ? step.officialId : null;
  return id === null ? [] : [id];
}
