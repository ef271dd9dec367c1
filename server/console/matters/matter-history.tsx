/** What was done in a matter, each step with what it carried. */
import { formatDay } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import type { MatterView } from '../../../shared/matter/view.ts';
import { matterTransitions } from '../../../shared/matter/workflow.ts';
import { capacities, conducts, determinations, outcomes, releaseScopes } from '../../../shared/vocabulary.ts';
import { wordsOf } from '../frame/facts.tsx';
import { History, type HistoryEntry } from '../frame/history.tsx';
import { matterWording as wording } from '../wording/matters.ts';

type Step = MatterView['history'][number]['step'];

const isTransition = (type: string): type is keyof typeof matterTransitions => Object.hasOwn(matterTransitions, type);

function titleOf({ type }: Step): string {
  if (isTransition(type)) return say(matterTransitions[type]);
  return say(type === 'opened' ? wording.opened : wording.joined);
}

/** The words of a step, line by line. */
function linesOf(step: Step): string[] {
  switch (step.type) {
    case 'screened':
      return [say(determinations[step.opinion]), step.reason];
    case 'determined':
    case 'corrected':
      return [
        [say(determinations[step.determination]), say(capacities[step.capacity]), wordsOf(conducts, step.conducts)]
          .filter(Boolean)
          .join(' · '),
        step.typicalCase ? say(wording.typicalCaseYes) : '',
        step.reason,
      ];
    case 'approved':
      return [step.approvedBy, [formatDay(step.approvedOn), step.documentNumber].filter(Boolean).join(' ')];
    case 'released':
      return [say(releaseScopes[step.scope]), step.note];
    case 'outcome':
      return [say(outcomes[step.outcome]), [formatDay(step.decidedOn), step.instrument].filter(Boolean).join(' ')];
    case 'retracted':
    case 'reopened':
      return [step.reason];
    case 'shelved':
    case 'referred':
    case 'studied':
    case 'closed':
    case 'disclosed':
      return [step.note];
    default:
      return [];
  }
}

const entryOf = ({ at, by, step }: MatterView['history'][number]): HistoryEntry => {
  const lines = linesOf(step).filter(Boolean);
  return { at, by, title: titleOf(step), content: lines.length > 0 && lines.map((line) => <p key={line}>{line}</p>) };
};

export function MatterHistory({ history }: { history: MatterView['history'] }) {
  return <History entries={history.map(entryOf)} />;
}
