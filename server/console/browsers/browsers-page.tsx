/** The recorder's connected browsers, and the revocation of their credentials. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { EmptyState } from '../../../shared/interface/states.tsx';
import { Tag } from '../../../shared/interface/tag.tsx';
import { call } from '../api.ts';
import { Page } from '../frame/page.tsx';
import { StepDialog } from '../frame/step-dialog.tsx';
import { type Column, ListView } from '../list/list-view.tsx';
import { browserWording as wording } from '../wording/access.ts';

interface ConnectedBrowser {
  id: string;
  label: string;
  issuedAt: string;
  revokedAt: string | null;
}

const key = ['capture-credentials'];

const columns = (revoke: (browser: ConnectedBrowser) => void): readonly Column<ConnectedBrowser>[] => [
  { heading: wording.label, kind: 'main', of: ({ label }) => label || say(wording.unnamed) },
  { heading: wording.issuedAt, kind: 'moment', of: ({ issuedAt }) => formatDate(issuedAt) },
  {
    heading: wording.state,
    of: ({ revokedAt }) =>
      revokedAt ? (
        <Tag>
          {say(wording.revoked)} {formatDate(revokedAt)}
        </Tag>
      ) : (
        <Tag tone="done">{say(wording.valid)}</Tag>
      ),
  },
  {
    heading: wording.step,
    of: (browser) =>
      browser.revokedAt ? (
        '—'
      ) : (
        <Button tone="danger" onClick={() => revoke(browser)}>
          {say(wording.revoke)}
        </Button>
      ),
  },
];

export function BrowsersPage() {
  const [revoking, setRevoking] = useState<ConnectedBrowser | null>(null);
  const answer = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<{ items: ConnectedBrowser[] }>('/api/capture-credentials', { signal }),
  });
  const items = answer.data?.items ?? [];
  return (
    <Page title={say(wording.title)} lead={<p class="muted">{say(wording.lead)}</p>}>
      <ListView
        caption={say(wording.title)}
        columns={columns(setRevoking)}
        list={{ answer, items, page: 1, onPrevious: null, onNext: null }}
        keyOf={({ id }) => id}
        empty={<EmptyState title={say(wording.empty)}>{say(wording.emptyAdvice)}</EmptyState>}
      />
      {revoking && <RevokeDialog browser={revoking} onClose={() => setRevoking(null)} />}
    </Page>
  );
}

function RevokeDialog({ browser, onClose }: { browser: ConnectedBrowser; onClose: () => void }) {
  const queries = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => call(`/api/capture-credentials/${browser.id}`, { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <StepDialog
      title={say(wording.revokeTitle)}
      confirm={say(wording.revokeConfirm)}
      taking={revoking}
      onConfirm={() => revoking.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>
        <strong>{browser.label || say(wording.unnamed)}</strong>
      </p>
      <p>{say(wording.revokeQuestion)}</p>
    </StepDialog>
  );
}
