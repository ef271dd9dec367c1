/** Third step: the app takes the key, and its first code proves it. */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { problemSentence } from '../../../shared/interface/states.tsx';
import { call, problemOf } from '../api.ts';
import { sessionKey } from '../queries.ts';
import { enrolWording as wording } from '../wording/second-factor.ts';
import { codeField, isSixDigits, plainCode, useFirstField } from './code-fields.ts';
import type { Enrolment } from './password-step.tsx';
import { QrCode } from './qr-code.tsx';
import { StepHead } from './step-head.tsx';

/** A key in groups of four, as it is typed. */
const groupsOf = (secret: string): string[] => secret.match(/.{1,4}/g) ?? [];

export function ConnectApp({ enrolment }: { enrolment: Enrolment }) {
  const queries = useQueryClient();
  const form = useFirstField();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const code = plainCode(typed);
  const confirming = useMutation({
    mutationFn: (shown: string) => call('/api/second-factor/confirm', { body: { code: shown } }),
    onSuccess: () => queries.refetchQueries({ queryKey: sessionKey }),
  });
  return (
    <form
      ref={form}
      class="sheet step-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isSixDigits(code) && !confirming.isPending) confirming.mutate(code);
      }}
    >
      <StepHead step={3} term={wording.scanStep} />
      <p>{say(wording.scanLead)}</p>
      <div class="enrol-key">
        <QrCode text={enrolment.address} label={say(wording.qrCode)} />
        <div>
          <h3>{say(wording.key)}</h3>
          <p class="enrol-secret">
            {groupsOf(enrolment.secret).map((group, index) => (
              <span key={index}>{group}</span>
            ))}
          </p>
        </div>
      </div>
      <TextField
        label={say(wording.code)}
        name="code"
        {...codeField}
        error={tried && !isSixDigits(code) ? say(wording.codeMissing) : undefined}
        value={typed}
        onChange={setTyped}
      />
      {confirming.isError && <Notice tone="danger" title={problemSentence(problemOf(confirming.error))} />}
      <Button type="submit" tone="primary" busy={confirming.isPending}>
        {say(wording.confirm)}
      </Button>
    </form>
  );
}
