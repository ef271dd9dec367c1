/** What the page showed of the case at the click, and when that was. */
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import type { Capture } from '../../../shared/record/capture.ts';
import type { Term } from '../../../shared/vocabulary.ts';
import { noteWording as wording } from './wording.ts';

const facts: readonly (readonly [Term, (capture: Capture) => string])[] = [
  [wording.caseTitle, (capture) => capture.caseTitle],
  [wording.cause, (capture) => capture.cause],
  [wording.parties, (capture) => capture.parties],
  [wording.procedure, (capture) => capture.stage],
  [wording.handlingJudge, (capture) => capture.handlingJudge],
  [wording.keptAt, (capture) => formatDate(capture.capturedAt)],
];

export function CaseFacts({ capture }: { readonly capture: Capture }) {
  return (
    <dl class="facts">
      {facts.map(([term, read]) => {
        const value = read(capture);
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
