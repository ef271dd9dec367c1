/** What was released about the leader this year: all that their account ever sees of any matter. */
import { say } from '../../../shared/interface/language.ts';
import type { ReleasedMatter } from '../../../shared/self-check/self-check.ts';
import { ReleasedMatters } from '../feeds/released-matters.tsx';
import { selfCheckWording as wording } from '../wording/self-check.ts';

export function Released({ matters }: { matters: readonly ReleasedMatter[] }) {
  return (
    <section class="sheet">
      <h2>{say(wording.released)}</h2>
      {matters.length === 0 ? <p class="muted">{say(wording.releasedNone)}</p> : <ReleasedMatters matters={matters} />}
    </section>
  );
}
