/** The connection that stands: with whom, as whom, for which case systems. */
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { Dialog } from '../../../shared/interface/dialog.tsx';
import { say } from '../../../shared/interface/language.ts';
import { authorizedFetch } from '../../connection/authorized-fetch.ts';
import { type ConnectionSettings, keepConnection } from '../../connection/settings.ts';
import { OriginList } from './case-system-access.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { connectingWording as wording } from './wording.ts';

interface ConnectedProps {
  readonly connection: ConnectionSettings;
  readonly onAgain: () => void;
}

export function Connected({ connection, onAgain }: ConnectedProps) {
  const [leaving, setLeaving] = useState(false);
  const { account, serverAddress, fingerprint, caseSystemOrigins } = connection;
  return (
    <>
      <dl class="facts">
        <Fact term={say(wording.account)}>{account.name}</Fact>
        <Fact term={say(wording.institution)}>{account.institution.name}</Fact>
        <Fact term={say(wording.server)}>{serverAddress}</Fact>
        <Fingerprint value={fingerprint} />
        <Fact term={say(wording.caseSystems)}>
          <OriginList origins={caseSystemOrigins} />
        </Fact>
      </dl>
      <div class="actions">
        <Button onClick={onAgain}>{say(wording.again)}</Button>
        <Button tone="quiet" onClick={() => setLeaving(true)}>
          {say(wording.disconnect)}
        </Button>
      </div>
      {leaving && (
        <Dialog
          title={say(wording.disconnect)}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button onClick={() => setLeaving(false)}>{say(wording.cancel)}</Button>
              <Button tone="danger" onClick={() => void disconnect(connection)}>
                {say(wording.disconnect)}
              </Button>
            </>
          }
        >
          <p>{say(wording.disconnectWhy)}</p>
        </Dialog>
      )}
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Revokes the capture credential where the server can be reached, and forgets the connection in any case. */
async function disconnect({ credentialId }: ConnectionSettings): Promise<void> {
  await authorizedFetch(`/api/capture-credentials/${credentialId}`, { method: 'DELETE' }).catch(() => undefined);
  await keepConnection(null);
}
