/** What became of a record, step by step. */
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import type { RecordView } from '../../../shared/record/view.ts';
import { recordTransitions } from '../../../shared/record/workflow.ts';
import type { Term } from '../../../shared/vocabulary.ts';
import { recordsWording as wording } from './wording.ts';

const steps: Readonly<Record<string, Term>> = { captured: wording.captured, ...recordTransitions };

export function History({ history }: { readonly history: RecordView['history'] }) {
  return (
    <section class="history">
      <h2>{say(wording.history)}</h2>
      <ol>
        {history.map(({ type, at, reason }) => (
          <li key={`${type} ${at}`} class="history-step">
            <strong>{say(steps[type] ?? { zh: type, en: type })}</strong>
            <time dateTime={at} class="muted">
              {formatDate(at)}
            </time>
            {reason !== '' && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
