/** What stands in the form before the judge has touched it. */
import type { Capture } from '../../../shared/record/capture.ts';
import type { Details } from '../../../shared/record/details.ts';
import { stageOf } from './stage.ts';

export type Draft = Partial<Details>;

/**
 * Fields that a recorder answers much the same way from record to record. Who it was, what was asked and whether an
 * opinion was stated are findings about this one contact: they are never carried over.
 */
const carriedOver = ['capacity', 'channel', 'response'] as const;
export type CarriedField = (typeof carriedOver)[number];

/**
 * The defaults of a new draft: case number where there is exactly one, time of the click, stage as the page showed it, and
 * the habits of one's own last record.
 * @param last draft or details of the recorder's last submitted record.
 */
export function startingDraft(capture: Capture, last: Draft | undefined): Draft {
  const [first, ...others] = capture.caseNumbers;
  const certain = others.length === 0 ? first : undefined;
  const { capacity, channel, response } = last ?? {};
  return {
    regime: capacity === 'insider' ? 'insider' : 'leading-cadre',
    conducts: [],
    typicalCircumstances: [],
    request: '',
    occurredAt: capture.capturedAt,
    occurredWhere: '',
    stage: stageOf(capture.stage, certain ?? ''),
    ...(certain !== undefined && { caseNumber: certain }),
    ...(capacity && { capacity }),
    ...(channel && { channel }),
    ...(response && { response }),
  };
}

/** The fields that stand as the last record had them and that nobody has answered in this one yet. */
export function carriedFields(answered: Draft, last: Draft | undefined): readonly CarriedField[] {
  return carriedOver.filter((field) => answered[field] === undefined && last?.[field] !== undefined);
}
