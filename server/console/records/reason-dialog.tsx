/** Steps of a record that need nothing but a reason: returning it, withdrawing it. */
import { useState } from 'preact/hooks';
import { TextArea } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { StepDialog } from '../frame/step-dialog.tsx';
import { recordWording as wording } from '../wording/records.ts';
import { useRecordStep } from './use-record.ts';

const words = {
  returned: { title: wording.returnTitle, reason: wording.returnReason, confirm: wording.confirmReturn, notice: null },
  withdrawn: {
    title: wording.withdrawTitle,
    reason: wording.withdrawReason,
    confirm: wording.confirmWithdraw,
    notice: wording.withdrawNotice,
  },
} as const;

interface ReasonDialogProps {
  recordId: string;
  step: keyof typeof words;
  onClose: () => void;
}

export function ReasonDialog({ recordId, step, onClose }: ReasonDialogProps) {
  const taking = useRecordStep(recordId);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { title, reason: label, confirm, notice } = words[step];
  const send = () => {
    setMissing(!reason.trim());
    if (reason.trim()) taking.mutate({ type: step, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <StepDialog title={say(title)} confirm={say(confirm)} taking={taking} onConfirm={send} onClose={onClose}>
      {notice && <p class="muted">{say(notice)}</p>}
      <TextArea
        label={say(label)}
        required
        maxLength={1000}
        error={missing ? say(wording.reasonMissing) : undefined}
        value={reason}
        onChange={setReason}
      />
    </StepDialog>
  );
}
