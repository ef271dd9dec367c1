/** How often and by which roles a record was read, for its recorder. */
import { formatCount } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import type { Reading } from '../../../shared/record/view.ts';
import { roles } from '../../../shared/vocabulary.ts';
import { type Fact, Facts } from '../frame/facts.tsx';
import { recordWording as wording } from '../wording/records.ts';

export function Readings({ readings }: { readings: readonly Reading[] }) {
  const facts = readings.map(
    ({ role, times }): Fact => [roles[role], say(wording.readingTimes, { times: formatCount(times) })],
  );
  return (
    <>
      {readings.length > 0 ? <Facts facts={facts} /> : <p>{say(wording.readingsNone)}</p>}
      <p class="muted">{say(wording.readingsNote)}</p>
    </>
  );
}
