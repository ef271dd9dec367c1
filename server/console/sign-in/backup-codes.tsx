/** Second step: the backup codes, shown this once. */
import { Button } from '../../../shared/interface/button.tsx';
import { say } from '../../../shared/interface/language.ts';
import { enrolWording as wording } from '../wording/second-factor.ts';
import { StepHead } from './step-head.tsx';

export function BackupCodes({ codes, onSaved }: { codes: readonly string[]; onSaved: () => void }) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([`${codes.join('\r\n')}\r\n`], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = say(wording.fileName);
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <section class="sheet step-form">
      <StepHead step={2} term={wording.backupStep} focused />
      <p>{say(wording.backupLead)}</p>
      <ol class="backup-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div class="device-actions">
        <Button onClick={save}>{say(wording.save)}</Button>
        <Button tone="primary" onClick={onSaved}>
          {say(wording.saved)}
        </Button>
      </div>
    </section>
  );
}
