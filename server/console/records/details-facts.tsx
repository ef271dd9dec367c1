/** What a recorder wrote down, as facts. Pages of records and of matters show it alike. */
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import type { Details } from '../../../shared/record/details.ts';
import {
  capacities,
  channels,
  conducts,
  leaningOpinions,
  regimes,
  responses,
  stages,
  typicalCircumstances,
} from '../../../shared/vocabulary.ts';
import { Facts, wordsOf } from '../frame/facts.tsx';
import { recordWording as wording } from '../wording/records.ts';

export function DetailsFacts({ details }: { details: Details }) {
  const { actor } = details;
  const known = actor.officialId ? wording.inDirectory : wording.outsideDirectory;
  return (
    <Facts
      facts={[
        [
          wording.actor,
          <>
            <strong>{actor.name}</strong> <span class="muted">{say(known)}</span>
          </>,
        ],
        [wording.actorOrgan, actor.organ],
        [wording.actorPost, actor.post],
        [wording.capacity, say(capacities[details.capacity])],
        [wording.regime, say(regimes[details.regime])],
        [wording.channel, say(channels[details.channel])],
        [wording.conducts, wordsOf(conducts, details.conducts)],
        [wording.typicalCircumstances, wordsOf(typicalCircumstances, details.typicalCircumstances)],
        [wording.leaningOpinion, say(leaningOpinions[details.leaningOpinion])],
        [wording.response, say(responses[details.response])],
        [wording.stage, details.stage && say(stages[details.stage])],
        [wording.occurredAt, formatDate(details.occurredAt)],
        [wording.occurredWhere, details.occurredWhere],
        [wording.request, details.request, 'wide'],
      ]}
    />
  );
}
