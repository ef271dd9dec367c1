/** First step: the password once more, so that an unattended screen cannot be used to set up somebody else's phone. */
import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { problemSentence } from '../../../shared/interface/states.tsx';
import { call, problemOf } from '../api.ts';
import { enrolWording as wording } from '../wording/second-factor.ts';
import { useFirstField } from './code-fields.ts';
import { StepHead } from './step-head.tsx';

/** What `POST /api/second-factor` answers. */
export interface Enrolment {
  secret: string;
  address: string;
  backupCodes: string[];
}

export function PasswordStep({ onMade }: { onMade: (enrolment: Enrolment) => void }) {
  const form = useFirstField();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const beginning = useMutation({
    // What was typed is handed over: until the next frame, the query client still holds the function of the last one.
    mutationFn: (typed: string) => call<Enrolment>('/api/second-factor', { body: { password: typed } }),
    onSuccess: onMade,
  });
  return (
    <form
      ref={form}
      class="sheet step-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (password && !beginning.isPending) beginning.mutate(password);
      }}
    >
      <StepHead step={1} term={wording.passwordStep} />
      <TextField
        label={say(wording.password)}
        hint={say(wording.passwordHint)}
        name="password"
        type="password"
        autocomplete="current-password"
        error={tried && !password ? say(wording.missing) : undefined}
        value={password}
        onChange={setPassword}
      />
      {beginning.isError && <Notice tone="danger" title={problemSentence(problemOf(beginning.error))} />}
      <Button type="submit" tone="primary" busy={beginning.isPending}>
        {say(wording.begin)}
      </Button>
    </form>
  );
}
