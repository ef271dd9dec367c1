/**
 * Setting up an authenticator app, for whoever must before they go on: password, backup codes, code. The backup codes
 * come before the code, because with the code the page is left.
 */
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Page } from '../frame/page.tsx';
import { useSignOut } from '../session.ts';
import { enrolWording as wording } from '../wording/second-factor.ts';
import { BackupCodes } from './backup-codes.tsx';
import { ConnectApp } from './connect-app.tsx';
import { type Enrolment, PasswordStep } from './password-step.tsx';

export function EnrolPage() {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [saved, setSaved] = useState(false);
  const signOut = useSignOut();
  return (
    <div class="enrol">
      <Page title={say(wording.title)} lead={<p class="muted">{say(wording.why)}</p>}>
        {!enrolment && <PasswordStep onMade={setEnrolment} />}
        {enrolment && !saved && <BackupCodes codes={enrolment.backupCodes} onSaved={() => setSaved(true)} />}
        {enrolment && saved && <ConnectApp enrolment={enrolment} />}
        <p>
          <Button tone="quiet" onClick={signOut}>
            {say(wording.signOut)}
          </Button>
        </p>
      </Page>
    </div>
  );
}
