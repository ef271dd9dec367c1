/** A submitted self-check: its statement to download, and what was answered. */
import { Button } from '../../../shared/interface/button.tsx';
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { selfCheckGroups } from '../../../shared/self-check/items.ts';
import type { SelfCheck, SelfCheckView } from '../../../shared/self-check/self-check.ts';
import { itemTerm } from '../../../shared/self-check/sentences.ts';
import { selfCheckWording as wording } from '../wording/self-check.ts';
import { Released } from './released.tsx';

interface SubmittedProps {
  view: SelfCheckView;
  submission: SelfCheck;
  submittedAt: string;
  onRevise: () => void;
}

export function Submitted({ view, submission, submittedAt, onRevise }: SubmittedProps) {
  const happened = submission.answers.filter((answer) => answer.happened);
  return (
    <div class="columns">
      <div class="stack">
        <Notice
          tone="success"
          title={say(wording.submittedTitle, { year: view.year })}
          actions={
            <>
              <a class="button" data-tone="primary" href={`/api/self-checks/${view.year}/statement.docx`} download>
                {say(wording.download)}
              </a>
              <Button onClick={onRevise}>{say(wording.revise)}</Button>
            </>
          }
        >
          <p>{say(wording.submittedAt, { at: formatDate(submittedAt) })}</p>
          <p>{say(wording.submittedAdvice)}</p>
        </Notice>
        <section class="sheet">
          <h2>{say(wording.answers)}</h2>
          {happened.length === 0 && <p>{say(wording.allNoneGiven)}</p>}
          <ul class="declared">
            {happened.map((answer) => (
              <li key={`${answer.article} ${answer.code} ${answer.group}`}>
                <strong>
                  {say(selfCheckGroups[answer.group])} · {say(itemTerm(answer))}
                </strong>
                <p class="passage">{answer.explanation}</p>
              </li>
            ))}
          </ul>
          {submission.statement && (
            <>
              <h3>{say(wording.statement)}</h3>
              <p class="passage">{submission.statement}</p>
            </>
          )}
        </section>
      </div>
      <aside class="beside">
        <Released matters={view.releasedMatters} />
      </aside>
    </div>
  );
}
