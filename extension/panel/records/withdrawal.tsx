/** 撤回: takes a record out of handling, with a reason that stays. */
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { Dialog } from '../../../shared/interface/dialog.tsx';
import { TextArea } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { termOf } from '../server.ts';
import { useWithdrawal } from './queries.ts';
import { recordsWording as wording } from './wording.ts';

export function Withdrawal({ recordId }: { readonly recordId: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <div class="withdrawal">
      <Button tone="quiet" onClick={() => setAsking(true)}>
        {say(wording.withdrawTitle)}
      </Button>
      {asking && <WithdrawalDialog recordId={recordId} onClose={() => setAsking(false)} />}
    </div>
  );
}

function WithdrawalDialog({ recordId, onClose }: { readonly recordId: string; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const withdrawal = useWithdrawal(recordId);
  const missing = reason.trim() === '';
  const withdraw = () => {
    setPressed(true);
    if (!missing) withdrawal.mutate(reason.trim(), { onSuccess: onClose });
  };
  return (
    <Dialog
      title={say(wording.withdrawTitle)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(wording.cancel)}</Button>
          <Button tone="danger" busy={withdrawal.isPending} onClick={withdraw}>
            {say(wording.confirmWithdraw)}
          </Button>
        </>
      }
    >
      <p>{say(wording.withdrawWhy)}</p>
      <TextArea
        label={say(wording.reason)}
        required
        maxLength={1000}
        error={pressed && missing ? say(wording.reasonMissing) : undefined}
        value={reason}
        onChange={setReason}
      />
      {withdrawal.isError && <Notice tone="danger" title={say(termOf(withdrawal.error))} />}
    </Dialog>
  );
}
