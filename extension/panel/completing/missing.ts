/** What a draft still lacks before it can be submitted, field by field, in the order of the form. */
import type { Term } from '../../../shared/vocabulary.ts';
import type { Draft } from './starting-draft.ts';

export type RequiredField =
  | 'caseNumber'
  | 'actor'
  | 'capacity'
  | 'channel'
  | 'leaningOpinion'
  | 'response'
  | 'occurredAt';

export interface Lack {
  readonly field: RequiredField;
  readonly message: Term;
}

interface Requirement extends Lack {
  readonly unmet: (draft: Draft, candidates: readonly string[], now: number) => boolean;
}

/** The server's clock may be behind this computer's: a few minutes ahead is no future. */
const toleratedAhead = 5 * 60_000;

/** Lower-case letters alone are what one types to search the directory, not a name. */
const searchedFor = /^[a-z]+$/;

const requirements: readonly Requirement[] = [
  {
    field: 'caseNumber',
    message: { zh: '请选择本案案号', en: 'Choose the case number' },
    unmet: (draft, candidates) => candidates.length > 1 && draft.caseNumber === undefined,
  },
  {
    field: 'actor',
    message: { zh: '请填写行为人姓名', en: 'Say who it was' },
    unmet: (draft) => !draft.actor?.name.trim(),
  },
  {
    field: 'actor',
    message: {
      zh: '这是拼音，请从名录中选择，或者填写姓名',
      en: 'This is pinyin: choose from the directory or write the name',
    },
    unmet: ({ actor }) => actor?.officialId === null && searchedFor.test(actor.name.trim()),
  },
  {
    field: 'capacity',
    message: { zh: '请选择行为人身份', en: 'Choose the capacity' },
    unmet: (draft) => draft.capacity === undefined,
  },
  {
    field: 'channel',
    message: { zh: '请选择方式', en: 'Choose the channel' },
    unmet: (draft) => draft.channel === undefined,
  },
  {
    field: 'leaningOpinion',
    message: { zh: '请选择有无倾向性意见', en: 'Say whether a leaning opinion was stated' },
    unmet: (draft) => draft.leaningOpinion === undefined,
  },
  {
    field: 'response',
    message: { zh: '请选择应对情况', en: 'Choose your response' },
    unmet: (draft) => draft.response === undefined,
  },
  {
    field: 'occurredAt',
    message: { zh: '请填写发生时间', en: 'Say when it happened' },
    unmet: (draft) => !draft.occurredAt,
  },
  {
    field: 'occurredAt',
    message: { zh: '发生时间晚于当前时间，请核对', en: 'That time is still to come: check it' },
    unmet: (draft, _candidates, now) => Date.parse(draft.occurredAt ?? '') > now + toleratedAhead,
  },
];

/**
 * What is missing, in the order of the form; empty when the draft can be submitted.
 * @param candidates case numbers of the capture: with several, one must be chosen (or none of them).
 * @param now epoch milliseconds.
 */
export function missingFrom(draft: Draft, candidates: readonly string[], now: number): readonly Lack[] {
  return requirements
    .filter(({ unmet }) => unmet(draft, candidates, now))
    .map(({ field, message }) => ({ field, message }));
}
