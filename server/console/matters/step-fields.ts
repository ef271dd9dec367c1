/**
 * What each step of a matter asks of its author, apart from the determination, which has a form of its own: its fields,
 * and how the step is made of their texts.
 */
import type { MatterStepInput } from '../../../shared/matter/steps.ts';
import type { MatterStep } from '../../../shared/matter/workflow.ts';
import { codesOf, determinations, outcomes, releaseScopes, type Term } from '../../../shared/vocabulary.ts';
import { stepWording as wording } from '../wording/matters.ts';

/** The texts of a form, by the names of its fields. */
export type Texts = Readonly<Record<string, string>>;

export interface StepField {
  readonly name: string;
  readonly label: Term;
  readonly required: boolean;
  readonly kind: 'line' | 'passage' | 'day' | 'choice';
  readonly options?: Readonly<Record<string, Term>>;
}

export interface StepForm {
  readonly fields: readonly StepField[];
  readonly notice?: Term;
  /** Makes the step once every required field is filled. */
  readonly toStep: (texts: Texts) => MatterStepInput;
}

const choice = (name: string, label: Term, options: Readonly<Record<string, Term>>): StepField => ({
  name,
  label,
  options,
  required: true,
  kind: 'choice',
});
const passage = (name: string, label: Term): StepField => ({ name, label, required: true, kind: 'passage' });
const note: StepField = { name: 'note', label: wording.note, required: false, kind: 'passage' };
const reason = passage('reason', wording.reason);
const day = (name: string, label: Term): StepField => ({ name, label, required: true, kind: 'day' });

const textOf = (texts: Texts, name: string): string => texts[name]?.trim() ?? '';

/** The code that a choice names; the form does not send itself before one is chosen. */
function codeOf<Code extends string>(vocabulary: Readonly<Record<Code, Term>>, chosen: string): Code {
  const codes: readonly Code[] = codesOf(vocabulary);
  const code = codes.find((known) => known === chosen);
  if (!code) throw new RangeError(`Nothing in the vocabulary is called ${chosen}`);
  return code;
}

export const stepForms: Readonly<Record<Exclude<MatterStep, 'determined' | 'corrected'>, StepForm>> = {
  screened: {
    fields: [choice('opinion', wording.opinion, determinations), reason],
    toStep: (texts) => ({
      type: 'screened',
      opinion: codeOf(determinations, textOf(texts, 'opinion')),
      reason: textOf(texts, 'reason'),
    }),
  },
  shelved: { fields: [note], toStep: (texts) => ({ type: 'shelved', note: textOf(texts, 'note') }) },
  referred: { fields: [note], toStep: (texts) => ({ type: 'referred', note: textOf(texts, 'note') }) },
  studied: {
    fields: [passage('note', wording.studyNote)],
    toStep: (texts) => ({ type: 'studied', note: textOf(texts, 'note') }),
  },
  approved: {
    fields: [
      { name: 'approvedBy', label: wording.approvedBy, required: true, kind: 'line' },
      day('approvedOn', wording.approvedOn),
      { name: 'documentNumber', label: wording.documentNumber, required: false, kind: 'line' },
    ],
    toStep: (texts) => ({
      type: 'approved',
      approvedBy: textOf(texts, 'approvedBy'),
      approvedOn: textOf(texts, 'approvedOn'),
      documentNumber: textOf(texts, 'documentNumber'),
    }),
  },
  released: {
    fields: [choice('scope', wording.scope, releaseScopes), note],
    notice: wording.releaseNotice,
    toStep: (texts) => ({
      type: 'released',
      scope: codeOf(releaseScopes, textOf(texts, 'scope')),
      note: textOf(texts, 'note'),
    }),
  },
  closed: { fields: [note], toStep: (texts) => ({ type: 'closed', note: textOf(texts, 'note') }) },
  disclosed: {
    fields: [passage('note', wording.disclosure)],
    toStep: (texts) => ({ type: 'disclosed', note: textOf(texts, 'note') }),
  },
  outcome: {
    fields: [
      choice('outcome', wording.outcome, outcomes),
      day('decidedOn', wording.decidedOn),
      { name: 'instrument', label: wording.instrument, required: false, kind: 'line' },
    ],
    toStep: (texts) => ({
      type: 'outcome',
      outcome: codeOf(outcomes, textOf(texts, 'outcome')),
      decidedOn: textOf(texts, 'decidedOn'),
      instrument: textOf(texts, 'instrument'),
    }),
  },
  retracted: {
    fields: [reason],
    notice: wording.retractNotice,
    toStep: (texts) => ({ type: 'retracted', reason: textOf(texts, 'reason') }),
  },
  reopened: { fields: [reason], toStep: (texts) => ({ type: 'reopened', reason: textOf(texts, 'reason') }) },
};

/** The names of required fields that are still empty. */
export function missingFields({ fields }: Pick<StepForm, 'fields'>, texts: Texts): string[] {
  return fields.filter(({ name, required }) => required && textOf(texts, name) === '').map(({ name }) => name);
}
