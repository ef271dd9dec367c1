/** The committee's determination (Art. 8 and 9), and its correction. */
import { useState } from 'preact/hooks';
import { CheckboxChips, RadioChips } from '../../../shared/interface/chips.tsx';
import { TextArea } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import type { MatterView } from '../../../shared/matter/view.ts';
import { matterTransitions } from '../../../shared/matter/workflow.ts';
import { capacities, conducts, determinations, typicalCircumstances } from '../../../shared/vocabulary.ts';
import { StepDialog } from '../frame/step-dialog.tsx';
import { matterWording, stepWording as wording } from '../wording/matters.ts';
import { type DeterminationDraft, type DraftField, lacking, startingDraft, stepOf } from './determination-draft.ts';
import { OfficialField } from './official-field.tsx';
import { useMatterStep } from './use-matter.ts';

interface DeterminationDialogProps {
  matter: MatterView;
  step: 'determined' | 'corrected';
  onClose: () => void;
}

export function DeterminationDialog({ matter, step, onClose }: DeterminationDialogProps) {
  const taking = useMatterStep(matter);
  const [draft, setDraft] = useState(() => startingDraft(matter));
  const [tried, setTried] = useState(false);
  const change = (patch: Partial<DeterminationDraft>) => setDraft({ ...draft, ...patch });
  const missing = tried ? lacking(draft) : [];
  const errorOf = (field: DraftField) => (missing.includes(field) ? say(wording.missing) : undefined);
  const send = () => {
    setTried(true);
    const made = stepOf(draft, step);
    if (made) taking.mutate(made, { onSuccess: onClose });
  };
  const name = say(matterTransitions[step]);
  return (
    <StepDialog
      title={name}
      confirm={say(wording.confirm, { step: name })}
      taking={taking}
      onConfirm={send}
      onClose={onClose}
    >
      <RadioChips
        legend={say(wording.determination)}
        options={determinations}
        required
        error={errorOf('determination')}
        value={draft.determination}
        onChange={(determination) => change({ determination })}
      />
      <OfficialField
        text={draft.officialText}
        official={draft.official}
        error={missing.includes('official') ? say(wording.officialUnchosen) : undefined}
        onText={(officialText) => change({ officialText })}
        onChoose={(official) => change({ official, officialText: '' })}
      />
      <RadioChips
        legend={say(matterWording.capacity)}
        options={capacities}
        required
        error={errorOf('capacity')}
        value={draft.capacity}
        onChange={(capacity) => change({ capacity })}
      />
      <CheckboxChips
        legend={say(matterWording.conducts)}
        options={conducts}
        hint={say(wording.throughOthersHint)}
        values={draft.conducts}
        onChange={(chosen) => change({ conducts: chosen })}
      />
      <CheckboxChips
        legend={say(matterWording.typicalCircumstances)}
        options={typicalCircumstances}
        values={draft.typicalCircumstances}
        onChange={(chosen) => change({ typicalCircumstances: chosen })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={draft.typicalCase}
          onChange={(event) => change({ typicalCase: event.currentTarget.checked })}
        />
        {say(wording.typicalCase)}
      </label>
      <TextArea
        label={say(wording.reason)}
        required
        maxLength={4000}
        error={errorOf('reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
    </StepDialog>
  );
}
