import { say } from '../../../shared/interface/language.ts';
import { connectingWording as wording } from './wording.ts';

/** The key's fingerprint in two lines of four groups, as the approval page shows it. */
export function Fingerprint({ value }: { readonly value: string }) {
  return (
    <div>
      <dt>{say(wording.fingerprint)}</dt>
      <dd class="fingerprint">{value}</dd>
    </div>
  );
}
