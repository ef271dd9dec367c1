/** The second step of signing in: a code of the authenticator app, or a backup code. */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { problemSentence } from '../../../shared/interface/states.tsx';
import { call, isSignedOut, problemOf } from '../api.ts';
import { sessionKey } from '../queries.ts';
import { challengeWording as wording } from '../wording/second-factor.ts';
import { codeField, isSixDigits, plainCode, useFirstField } from './code-fields.ts';

/** The two ways to answer. */
const ways = {
  code: { label: wording.code, lead: wording.lead, missing: wording.codeMissing, other: wording.useBackup },
  backupCode: {
    label: wording.backupCode,
    lead: wording.backupLead,
    missing: wording.backupMissing,
    other: wording.useCode,
  },
};

interface ChallengeProps {
  /** Back to user name and password; with the problem where the sign-in took too long. */
  onBack: (problem: unknown) => void;
}

export function ChallengeForm({ onBack }: ChallengeProps) {
  const [way, setWay] = useState<keyof typeof ways>('code');
  return <Answer key={way} way={way} onBack={onBack} onOther={() => setWay(way === 'code' ? 'backupCode' : 'code')} />;
}

function Answer({ way, onBack, onOther }: ChallengeProps & { way: keyof typeof ways; onOther: () => void }) {
  const queries = useQueryClient();
  const form = useFirstField();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const { label, lead, missing, other } = ways[way];
  const answer = plainCode(typed);
  const complete = way === 'code' ? isSixDigits(answer) : answer !== '';
  const answering = useMutation({
    mutationFn: (given: string) => call('/api/second-factor/answer', { body: { [way]: given } }),
    onSuccess: () => queries.refetchQueries({ queryKey: sessionKey }),
    onError: (error) => {
      if (isSignedOut(error)) onBack(error);
      setTyped('');
      setTried(false);
      form.current?.querySelector('input')?.focus();
    },
  });
  const problem = problemOf(answering.error);
  return (
    <form
      ref={form}
      class="sheet step-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (complete && !answering.isPending) answering.mutate(answer);
      }}
    >
      <p>{say(lead)}</p>
      <TextField
        label={say(label)}
        name={way}
        {...(way === 'code' ? codeField : { autocomplete: 'off', autocapitalize: 'none' })}
        error={tried && !complete ? say(missing) : undefined}
        value={typed}
        onChange={setTyped}
      />
      {answering.isError && (
        <Notice
          tone="danger"
          title={
            way === 'backupCode' && problem?.status === 422 ? say(wording.backupRefused) : problemSentence(problem)
          }
        />
      )}
      <Button type="submit" tone="primary" busy={answering.isPending}>
        {say(wording.confirm)}
      </Button>
      <div class="sign-in-ways">
        <Button tone="quiet" onClick={onOther}>
          {say(other)}
        </Button>
        <Button tone="quiet" onClick={() => onBack(null)}>
          {say(wording.back)}
        </Button>
      </div>
      <p class="muted small">{say(wording.lost)}</p>
    </form>
  );
}
