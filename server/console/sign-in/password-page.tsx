/** Changing one's own password. */
import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { passwordFlaw } from '../../../shared/access/password.ts';
import { Button } from '../../../shared/interface/button.tsx';
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { problemSentence } from '../../../shared/interface/states.tsx';
import { call, problemOf } from '../api.ts';
import { Page } from '../frame/page.tsx';
import { useSignedIn } from '../session.ts';
import { passwordWording as wording } from '../wording/password.ts';

export function PasswordPage() {
  const { username, name } = useSignedIn();
  const [typed, setTyped] = useState({ current: '', next: '', again: '' });
  const [tried, setTried] = useState(false);
  const changing = useMutation({
    mutationFn: (body: { current: string; next: string }) => call('/api/password', { body }),
    onSuccess: () => setTyped({ current: '', next: '', again: '' }),
  });
  const flaw = passwordFlaw(typed.next, [username, name]);
  const errors = {
    current: typed.current ? undefined : say(wording.missing),
    next: flaw ? say(wording[flaw]) : undefined,
    again: typed.again === typed.next ? undefined : say(wording.differs),
  };
  const fields = [
    { name: 'current', label: wording.current, autocomplete: 'current-password', hint: undefined },
    { name: 'next', label: wording.next, autocomplete: 'new-password', hint: wording.nextHint },
    { name: 'again', label: wording.again, autocomplete: 'new-password', hint: undefined },
  ] as const;
  return (
    <div class="enrol">
      <Page title={say(wording.title)}>
        {changing.isSuccess ? (
          <Notice tone="success" title={say(wording.changed)}>
            {say(wording.changedAdvice)}
          </Notice>
        ) : (
          <form
            class="sheet step-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              setTried(true);
              if (Object.values(errors).every((error) => !error) && !changing.isPending) {
                const { current, next } = typed;
                changing.mutate({ current, next });
              }
            }}
          >
            {fields.map((field) => (
              <TextField
                key={field.name}
                label={say(field.label)}
                hint={field.hint && say(field.hint)}
                name={field.name}
                type="password"
                autocomplete={field.autocomplete}
                error={tried ? errors[field.name] : undefined}
                value={typed[field.name]}
                onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
              />
            ))}
            {changing.isError && <Notice tone="danger" title={problemSentence(problemOf(changing.error))} />}
            <Button type="submit" tone="primary" busy={changing.isPending}>
              {say(wording.change)}
            </Button>
          </form>
        )}
      </Page>
    </div>
  );
}
