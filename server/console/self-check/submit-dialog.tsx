/** The last look before a self-check is submitted, with the leader's word that it is true. */
import { useState } from 'preact/hooks';
import { say } from '../../../shared/interface/language.ts';
import { StepDialog } from '../frame/step-dialog.tsx';
import { useSignedIn } from '../session.ts';
import { selfCheckWording as wording } from '../wording/self-check.ts';
import { dropDraft, questions, type SelfCheckDraft, submissionOf } from './draft.ts';
import { useSubmission } from './use-self-check.ts';

interface SubmitDialogProps {
  year: number;
  draft: SelfCheckDraft;
  onClose: () => void;
  onSubmitted: () => void;
}

export function SubmitDialog({ year, draft, onClose, onSubmitted }: SubmitDialogProps) {
  const { accountId } = useSignedIn();
  const submission = useSubmission(year);
  const [pledged, setPledged] = useState(false);
  const [missing, setMissing] = useState(false);
  const happened = Object.values(draft.answers).filter((answer) => answer.happened).length;
  const send = () => {
    setMissing(!pledged);
    const made = submissionOf(draft);
    if (!pledged || !made) return;
    submission.mutate(made, {
      onSuccess: () => {
        dropDraft(accountId, year);
        onSubmitted();
      },
    });
  };
  return (
    <StepDialog
      title={say(wording.submitTitle)}
      confirm={say(wording.submitConfirm)}
      taking={submission}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{say(wording.submitQuestion, { total: questions.length, happened })}</p>
      <label class="check">
        <input type="checkbox" checked={pledged} onChange={(event) => setPledged(event.currentTarget.checked)} />
        {say(wording.submitPledge)}
      </label>
      {missing && !pledged && <span class="field-error">{say(wording.pledgeMissing)}</span>}
    </StepDialog>
  );
}
