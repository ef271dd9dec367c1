/** 连接服务器: one address, one approval in the browser, one permission. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import type { Term } from '../../../shared/vocabulary.ts';
import type { Authorization } from '../../connection/connection.ts';
import { type ConnectionSettings, managedSettings } from '../../connection/settings.ts';
import { CaseSystemAccess } from './case-system-access.tsx';
import { Connected } from './connected.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { useAuthorization } from './use-authorization.ts';
import { connectingWording as wording } from './wording.ts';

interface ConnectRoomProps {
  readonly connection: ConnectionSettings | null;
  /** Whether the judge has asked to connect or to sign in again just now: it begins by itself. */
  readonly begin: boolean;
}

const usualAddress = 'http://localhost:8787';

export function ConnectRoom({ connection, begin }: ConnectRoomProps) {
  const { step, start, openAgain, cancel } = useAuthorization();
  const known = connection?.serverAddress;
  useEffect(() => {
    if (begin && known) start(known);
  }, []);
  if (step.name === 'waiting') {
    return <Waiting authorization={step.authorization} onOpenAgain={openAgain} onCancel={cancel} />;
  }
  const whole = connection?.captureToken && connection.sessionToken;
  if (connection && whole && step.name === 'address' && !step.problem) {
    return (
      <section class="connect">
        <h1>{say(wording.connectedTitle)}</h1>
        <CaseSystemAccess origins={connection.caseSystemOrigins} />
        <Connected connection={connection} onAgain={() => start(connection.serverAddress)} />
      </section>
    );
  }
  return (
    <AddressForm
      known={known}
      asking={step.name === 'asking'}
      problem={step.name === 'address' ? step.problem : null}
      onStart={start}
    />
  );
}

interface AddressFormProps {
  readonly known: string | undefined;
  readonly asking: boolean;
  readonly problem: Term | null;
  readonly onStart: (address: string) => void;
}

function AddressForm({ known, asking, problem, onStart }: AddressFormProps) {
  const [address, setAddress] = useState(known ?? usualAddress);
  useEffect(() => {
    // A browser that has just started takes seconds to read its policies; what was typed meanwhile stands.
    void managedSettings().then(({ serverAddress }) =>
      setAddress((present) => (serverAddress && present === usualAddress ? serverAddress : present)),
    );
  }, []);
  return (
    <form
      class="connect"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onStart(address);
      }}
    >
      <h1>{say(wording.title)}</h1>
      <p class="muted">{say(wording.why)}</p>
      <TextField
        label={say(wording.address)}
        type="url"
        inputMode="url"
        spellcheck={false}
        error={problem ? say(problem) : undefined}
        value={address}
        onChange={setAddress}
      />
      <Button type="submit" tone="primary" busy={asking}>
        {say(asking ? wording.asking : wording.start)}
      </Button>
    </form>
  );
}

interface WaitingProps {
  readonly authorization: Authorization;
  readonly onOpenAgain: () => void;
  readonly onCancel: () => void;
}

function Waiting({ authorization, onOpenAgain, onCancel }: WaitingProps) {
  return (
    <section class="connect">
      <h1>{say(wording.approveTitle)}</h1>
      <p class="muted">{say(wording.approveWhy)}</p>
      <dl class="compare">
        <div>
          <dt>{say(wording.code)}</dt>
          <dd class="compare-code">{grouped(authorization.userCode)}</dd>
        </div>
        <Fingerprint value={authorization.fingerprint} />
      </dl>
      <p class="waiting" role="status">
        <span class="spinner" aria-hidden="true" />
        {say(wording.waiting)}
      </p>
      <div class="actions">
        <Button onClick={onOpenAgain}>{say(wording.openPage)}</Button>
        <Button tone="quiet" onClick={onCancel}>
          {say(wording.cancel)}
        </Button>
      </div>
    </section>
  );
}

/** The user code in groups of four, as the approval page shows it. */
const grouped = (code: string) => code.replaceAll('-', '').replace(/(.{4})(?=.)/g, '$1-');
