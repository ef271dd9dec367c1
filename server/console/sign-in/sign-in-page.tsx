/** Signing in, in one step or two, at whatever address one stands: the page asked for follows by itself. */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { Button } from '../../../shared/interface/button.tsx';
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { problemSentence } from '../../../shared/interface/states.tsx';
import { call, problemOf } from '../api.ts';
import { Page } from '../frame/page.tsx';
import { sessionKey } from '../queries.ts';
import { signInWording as wording } from '../wording/access.ts';
import { challengeWording } from '../wording/second-factor.ts';
import { ChallengeForm } from './challenge-form.tsx';

export function SignInPage() {
  const [challenged, setChallenged] = useState(false);
  const [ended, setEnded] = useState<unknown>(null);
  return (
    <div class="sign-in">
      <Page title={say(challenged ? challengeWording.title : wording.title)}>
        {challenged ? (
          <ChallengeForm
            onBack={(problem) => {
              setEnded(problem);
              setChallenged(false);
            }}
          />
        ) : (
          <PasswordForm ended={ended} onChallenged={() => setChallenged(true)} />
        )}
      </Page>
    </div>
  );
}

/** What signing in answers where a second step follows. */
interface SignInAnswer {
  twoFactorRedirect?: boolean;
}

/** @param ended why an earlier attempt did not end well; null where there was none */
function PasswordForm({ ended, onChallenged }: { ended: unknown; onChallenged: () => void }) {
  const [path] = useLocation();
  const queries = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const signingIn = useMutation({
    mutationFn: (body: { username: string; password: string }) =>
      call<SignInAnswer>('/api/auth/sign-in/username', { body }),
    onSuccess: async ({ twoFactorRedirect }) => {
      if (twoFactorRedirect) onChallenged();
      else await queries.refetchQueries({ queryKey: sessionKey });
    },
  });
  const errorOf = (text: string) => (tried && !text.trim() ? say(wording.missing) : undefined);
  return (
    <form
      class="sheet step-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (username.trim() && password && !signingIn.isPending)
          signingIn.mutate({ username: username.trim(), password });
      }}
    >
      {path === '/device' && <Notice title={say(wording.forDevice)} />}
      <TextField
        label={say(wording.username)}
        name="username"
        autocomplete="username"
        autocapitalize="none"
        error={errorOf(username)}
        value={username}
        onChange={setUsername}
      />
      <TextField
        label={say(wording.password)}
        name="password"
        type="password"
        autocomplete="current-password"
        error={errorOf(password)}
        value={password}
        onChange={setPassword}
      />
      {ended !== null && signingIn.isIdle && <Notice title={problemSentence(problemOf(ended))} />}
      {signingIn.isError && <Refusal error={signingIn.error} />}
      <Button type="submit" tone="primary" busy={signingIn.isPending}>
        {say(wording.signIn)}
      </Button>
      <p class="muted small">{say(wording.hint)}</p>
    </form>
  );
}

/** How a wrong name or password is answered; anything else says itself. */
const wrongAnswers = [400, 401, 422];

function Refusal({ error }: { error: unknown }) {
  const problem = problemOf(error);
  const refused = problem !== null && wrongAnswers.includes(problem.status);
  return (
    <Notice tone="danger" title={refused ? say(wording.wrong) : problemSentence(problem)}>
      {refused && say(wording.wrongAdvice)}
    </Notice>
  );
}
