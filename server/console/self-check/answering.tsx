/** Answering: the questions of each group, beside them the released matters and how far one has come. */
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { TextArea } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Notice } from '../../../shared/interface/notice.tsx';
import { selfCheckGroups } from '../../../shared/self-check/items.ts';
import type { SelfCheckView } from '../../../shared/self-check/self-check.ts';
import { codesOf } from '../../../shared/vocabulary.ts';
import { useSignedIn } from '../session.ts';
import { selfCheckWording as wording } from '../wording/self-check.ts';
import { draftOf, emptyDraft, keepDraft, questions, readDraft, type SelfCheckDraft, unanswered } from './draft.ts';
import { GroupSection, questionId } from './group-section.tsx';
import { Released } from './released.tsx';
import { SubmitDialog } from './submit-dialog.tsx';

interface AnsweringProps {
  view: SelfCheckView;
  onSubmitted: () => void;
}

function goTo(key: string): void {
  const question = document.getElementById(questionId(key));
  question?.scrollIntoView({ block: 'center' });
  question?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}

export function Answering({ view, onSubmitted }: AnsweringProps) {
  const { accountId } = useSignedIn();
  const { year, submission, releasedMatters } = view;
  const [draft, setDraft] = useState<SelfCheckDraft>(
    () => readDraft(accountId, year) ?? (submission ? draftOf(submission) : emptyDraft),
  );
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  // Kept in the very event, not after the next paint: the page may be closed right after the last letter.
  const change = (changed: SelfCheckDraft) => {
    keepDraft(accountId, year, changed);
    setDraft(changed);
  };

  const open = unanswered(draft);
  const missing = tried ? open : [];
  const [firstMissing] = missing;
  const submit = () => {
    setTried(true);
    const [first] = open;
    if (first) goTo(first);
    else setSending(true);
  };
  return (
    <div class="columns">
      <div class="stack">
        {codesOf(selfCheckGroups).map((group) => (
          <GroupSection key={group} group={group} year={year} draft={draft} missing={missing} onChange={change} />
        ))}
        <section class="sheet">
          <TextArea
            label={say(wording.statement)}
            hint={say(wording.statementHint)}
            maxLength={4000}
            value={draft.statement}
            onChange={(statement) => change({ ...draft, statement })}
          />
        </section>
      </div>
      <aside class="beside">
        <Released matters={releasedMatters} />
        <section class="sheet">
          <h2>{say(wording.progress)}</h2>
          <p>{say(wording.answered, { answered: questions.length - open.length, total: questions.length })}</p>
          <progress
            class="meter"
            aria-label={say(wording.progress)}
            value={questions.length - open.length}
            max={questions.length}
          />
          {firstMissing && (
            <Notice
              title={say(wording.incomplete, { count: missing.length })}
              actions={<Button onClick={() => goTo(firstMissing)}>{say(wording.goToFirst)}</Button>}
            >
              {say(wording.incompleteAdvice)}
            </Notice>
          )}
          <Button tone="primary" onClick={submit}>
            {say(wording.submit)}
          </Button>
          <p class="muted small">{say(wording.draftKept)}</p>
        </section>
      </aside>
      {sending && (
        <SubmitDialog year={year} draft={draft} onClose={() => setSending(false)} onSubmitted={onSubmitted} />
      )}
    </div>
  );
}
