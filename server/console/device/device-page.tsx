/**
 * Connecting an extension by device authorization (RFC 8628): the judge compares the code and the key's fingerprint with
 * what the side panel shows, and approves.
 */
import { useMutation, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useSearch } from 'wouter-preact';
import { navigate } from 'wouter-preact/use-browser-location';
import type { Connection } from '../../../shared/access/session.ts';
import { Button } from '../../../shared/interface/button.tsx';
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { ErrorState, LoadingState, problemSentence } from '../../../shared/interface/states.tsx';
import { roles } from '../../../shared/vocabulary.ts';
import { address, call, problemOf } from '../api.ts';
import { Page } from '../frame/page.tsx';
import { useSignedIn } from '../session.ts';
import { deviceWording as wording } from '../wording/access.ts';
import { frameWording } from '../wording/frame.ts';

export function DevicePage() {
  const { role } = useSignedIn();
  const code = new URLSearchParams(useSearch()).get('user_code') ?? '';
  return (
    <div class="device">
      <Page title={say(wording.title)}>
        {role !== 'recorder' && <Notice title={say(wording.wrongRole)}>{say(wording.wrongRoleAdvice)}</Notice>}
        {role === 'recorder' && (code ? <Request key={code} code={code} /> : <CodeEntry />)}
      </Page>
    </div>
  );
}

function CodeEntry() {
  const [code, setCode] = useState('');
  return (
    <form
      class="sheet step-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim()) navigate(address('/device', { user_code: code.trim() }), { replace: true });
      }}
    >
      <TextField
        label={say(wording.code)}
        hint={say(wording.codeHint)}
        autocomplete="off"
        autocapitalize="characters"
        value={code}
        onChange={setCode}
      />
      <Button type="submit" tone="primary">
        {say(wording.goOn)}
      </Button>
    </form>
  );
}

interface DeviceRequest {
  user_code: string;
  status: string;
}

function Request({ code }: { code: string }) {
  // Reading the request also claims it for this account: only they can answer it.
  const request = useQuery({
    queryKey: ['device', code],
    queryFn: () => call<DeviceRequest>(address('/api/auth/device', { user_code: code })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const connection = useQuery({
    queryKey: ['connection'],
    queryFn: ({ signal }) => call<Connection>('/api/connection', { signal }),
  });
  const answering = useMutation({
    mutationFn: (answer: 'approve' | 'deny') => call(`/api/auth/device/${answer}`, { body: { userCode: code } }),
  });
  if (answering.isSuccess) {
    const approved = answering.variables === 'approve';
    return (
      <Notice tone={approved ? 'success' : 'info'} title={say(approved ? wording.approved : wording.denied)}>
        {say(approved ? wording.approvedAdvice : wording.deniedAdvice)}
      </Notice>
    );
  }
  if (request.isPending || connection.isPending) return <LoadingState />;
  if (connection.isError) {
    return <ErrorState problem={problemOf(connection.error)} onRetry={() => connection.refetch()} />;
  }
  if (request.isError) return <Unknown error={request.error} onRetry={() => request.refetch()} />;
  if (request.data.status !== 'pending') {
    return <Notice title={say(wording.settled)}>{say(wording.unknownAdvice)}</Notice>;
  }
  return (
    <section class="sheet stack">
      <Comparison code={code} fingerprint={connection.data.fingerprint} />
      {answering.isError && (
        <Notice tone="danger" title={problemSentence(problemOf(answering.error))}>
          {say(wording.unknownAdvice)}
        </Notice>
      )}
      <div class="device-actions">
        <Button tone="primary" busy={answering.isPending} onClick={() => answering.mutate('approve')}>
          {say(wording.approve)}
        </Button>
        <Button disabled={answering.isPending} onClick={() => answering.mutate('deny')}>
          {say(wording.deny)}
        </Button>
      </div>
    </section>
  );
}

function Unknown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = problemOf(error);
  if (problem === null || problem.status >= 500) return <ErrorState problem={problem} onRetry={onRetry} />;
  return (
    <Notice tone="danger" title={say(wording.unknown)}>
      {say(wording.unknownAdvice)}
    </Notice>
  );
}

function Comparison({ code, fingerprint }: { code: string; fingerprint: string }) {
  const session = useSignedIn();
  const plain = code.replaceAll('-', '').toUpperCase();
  return (
    <>
      <div class="compare">
        <h2>{say(wording.code)}</h2>
        <p class="device-code">{plain.length === 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain}</p>
        <p class="muted">{say(wording.compareCode)}</p>
      </div>
      <div class="compare">
        <h2>{say(wording.fingerprint)}</h2>
        <p class="fingerprint">
          {fingerprint.split(' ').map((group, index) => (
            <span key={index}>{group}</span>
          ))}
        </p>
        <p class="muted">{say(wording.fingerprintHint)}</p>
      </div>
      <div class="compare">
        <h2>{say(wording.account)}</h2>
        <p>
          <strong>{say(frameWording.account, { name: session.name, role: say(roles[session.role]) })}</strong>{' '}
          {session.institution.name}
        </p>
      </div>
      <div class="compare">
        <h2>{say(wording.mayTitle)}</h2>
        <ul class="plain-list">
          {[wording.mayWrite, wording.mayRead, wording.mayRevoke].map((term) => (
            <li key={term.zh}>{say(term)}</li>
          ))}
        </ul>
      </div>
    </>
  );
}
