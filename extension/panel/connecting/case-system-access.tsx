/** 允许访问案件系统: asked for once, in the judge's own click, for the origins that the institution has named. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { missingAccess, requestAccess } from '../../connection/access.ts';
import { connectingWording as wording } from './wording.ts';

export function CaseSystemAccess({ origins }: { readonly origins: readonly string[] }) {
  const [missing, setMissing] = useState<readonly string[] | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => void missingAccess(origins).then(setMissing), [origins]);
  if (missing === null) return null;
  if (missing.length === 0) return <Notice tone="success" title={say(wording.connectedWhy)} />;
  const ask = () => {
    // Nothing is awaited before: browsers ask only straight in a click.
    void requestAccess(missing).then(async (granted) => {
      setRefused(!granted);
      setMissing(await missingAccess(origins));
    });
  };
  return (
    <section class="access">
      <h2>{say(wording.grantTitle)}</h2>
      <p>{say(wording.grantWhy)}</p>
      <OriginList origins={missing} />
      <Button tone="primary" onClick={ask}>
        {say(wording.grant)}
      </Button>
      <p class="muted" role="status">
        {refused && say(wording.refused)}
      </p>
    </section>
  );
}

/** Match patterns, shown as the addresses that they stand for. */
export function OriginList({ origins }: { readonly origins: readonly string[] }) {
  return (
    <ul class="origins">
      {origins.map((origin) => (
        <li key={origin}>{origin.replace(/\/\*$/, '')}</li>
      ))}
    </ul>
  );
}
