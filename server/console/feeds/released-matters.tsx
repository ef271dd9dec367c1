/** Released matters about an official: no case, no stage, no recorder. */
import { formatDay } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { Tag } from '../../../shared/interface/tag.tsx';
import type { ReleasedMatter } from '../../../shared/self-check/self-check.ts';
import { capacities, conducts, determinations, outcomes, typicalCircumstances } from '../../../shared/vocabulary.ts';
import { Facts, wordsOf } from '../frame/facts.tsx';
import { feedWording as wording } from '../wording/feeds.ts';

export function ReleasedMatters({ matters }: { matters: readonly ReleasedMatter[] }) {
  if (matters.length === 0) return <p class="muted">{say(wording.noMatters)}</p>;
  return (
    <ul class="released">
      {matters.map((matter) => (
        <li key={matter.matterId} data-retracted={matter.retracted || undefined}>
          <div class="released-head">
            <strong>{say(determinations[matter.determination])}</strong>
            {matter.typicalCase && <Tag tone="attention">{say(wording.typicalCase)}</Tag>}
            {matter.corrected && <Tag>{say(wording.corrected)}</Tag>}
            {matter.retracted && <Tag>{say(wording.retracted)}</Tag>}
          </div>
          <Facts
            facts={[
              [wording.releasedOn, formatDay(matter.releasedOn)],
              [wording.capacity, say(capacities[matter.capacity])],
              [wording.conducts, wordsOf(conducts, matter.conducts)],
              [wording.typicalCircumstances, wordsOf(typicalCircumstances, matter.typicalCircumstances)],
              [wording.outcomeOfMatter, wordsOf(outcomes, matter.outcomes)],
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
