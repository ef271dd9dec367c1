/** The draft of a determination (认定) or of its correction (更正), begun from what is known. */
import type { MatterStepInput } from '../../../shared/matter/steps.ts';
import type { MatterView } from '../../../shared/matter/view.ts';
import type { Capacity, Conduct, Determination, TypicalCircumstance } from '../../../shared/vocabulary.ts';
import type { ChosenOfficial } from './official-field.tsx';

export interface DeterminationDraft {
  determination: Determination | null;
  official: ChosenOfficial | null;
  officialText: string;
  capacity: Capacity | null;
  conducts: Conduct[];
  typicalCircumstances: TypicalCircumstance[];
  typicalCase: boolean;
  reason: string;
}

/** From the standing determination; before there is one, from what the first record says. */
export function startingDraft(matter: MatterView): DeterminationDraft {
  const told = matter.accounts[0]?.details;
  const officialId = told?.actor.officialId;
  const toldOfficial = told && officialId ? { ...told.actor, id: officialId } : null;
  const determined = matter.determination !== null;
  return {
    determination: matter.determination ?? matter.screeningOpinion,
    official: determined ? matter.official : toldOfficial,
    officialText: '',
    capacity: matter.capacity ?? told?.capacity ?? null,
    conducts: [...(determined ? matter.conducts : (told?.conducts ?? []))],
    typicalCircumstances: [...(determined ? matter.typicalCircumstances : (told?.typicalCircumstances ?? []))],
    typicalCase: matter.typicalCase,
    reason: '',
  };
}

export type DraftField = 'determination' | 'official' | 'capacity' | 'reason';

/** What a draft lacks before it can be sent. A name typed but not chosen is neither an official nor none. */
export function lacking(draft: DeterminationDraft): DraftField[] {
  const checks: readonly [DraftField, boolean][] = [
    ['determination', draft.determination === null],
    ['official', draft.official === null && draft.officialText.trim() !== ''],
    ['capacity', draft.capacity === null],
    ['reason', draft.reason.trim() === ''],
  ];
  return checks.filter(([, lacks]) => lacks).map(([field]) => field);
}

/** The step that a draft makes; null while it lacks something. */
export function stepOf(draft: DeterminationDraft, type: 'determined' | 'corrected'): MatterStepInput | null {
  const { determination, capacity, official, conducts, typicalCircumstances, typicalCase, reason } = draft;
  if (determination === null || capacity === null || lacking(draft).length > 0) return null;
  return {
    type,
    determination,
    officialId: official?.id ?? null,
    capacity,
    conducts,
    typicalCircumstances,
    typicalCase,
    reason: reason.trim(),
  };
}
