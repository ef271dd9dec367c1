/** What was submitted, to be read. */
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import {
  capacities,
  channels,
  conducts,
  leaningOpinions,
  responses,
  stages,
  type Term,
  typicalCircumstances,
} from '../../../shared/vocabulary.ts';
import type { Draft } from './starting-draft.ts';
import { completingWording as wording } from './wording.ts';

const listed = (terms: readonly Term[]) => terms.map((term) => say(term)).join('、');

const rows: readonly (readonly [Term, (draft: Draft) => string])[] = [
  [wording.who, ({ actor }) => [actor?.name, actor?.organ, actor?.post].filter(Boolean).join(' ')],
  [wording.capacity, ({ capacity }) => (capacity ? say(capacities[capacity]) : '')],
  [wording.channel, ({ channel }) => (channel ? say(channels[channel]) : '')],
  [wording.conducts, ({ conducts: chosen = [] }) => listed(chosen.map((code) => conducts[code]))],
  [
    wording.typicalCircumstances,
    ({ typicalCircumstances: chosen = [] }) => listed(chosen.map((code) => typicalCircumstances[code])),
  ],
  [wording.leaningOpinion, ({ leaningOpinion }) => (leaningOpinion ? say(leaningOpinions[leaningOpinion]) : '')],
  [wording.response, ({ response }) => (response ? say(responses[response]) : '')],
  [wording.stage, ({ stage }) => (stage ? say(stages[stage]) : '')],
  [wording.request, ({ request = '' }) => request],
  [wording.occurredAt, ({ occurredAt }) => (occurredAt ? formatDate(occurredAt) : '')],
  [wording.occurredWhere, ({ occurredWhere = '' }) => occurredWhere],
];

export function DetailsSummary({ details }: { readonly details: Draft }) {
  return (
    <dl class="facts">
      {rows.map(([term, read]) => {
        const value = read(details);
        return value === '' ? null : (
          <div key={term.zh}>
            <dt>{say(term)}</dt>
            <dd>{value}</dd>
          </div>
        );
      })}
    </dl>
  );
}
