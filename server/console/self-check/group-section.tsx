/** The questions for one group of persons, with the short way for a group to which none applies. */
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { Dialog } from '../../../shared/interface/dialog.tsx';
import { say } from '../../../shared/interface/language.ts';
import { sharedWording } from '../../../shared/interface/wording.ts';
import { type SelfCheckGroup, selfCheckGroups, selfCheckItems } from '../../../shared/self-check/items.ts';
import { selfCheckWording as wording } from '../wording/self-check.ts';
import { allNone, answerKey, type DraftAnswer, type SelfCheckDraft, unanswered } from './draft.ts';
import { Question } from './question.tsx';

interface GroupSectionProps {
  group: SelfCheckGroup;
  year: number;
  draft: SelfCheckDraft;
  missing: readonly string[];
  onChange: (draft: SelfCheckDraft) => void;
}

const articles = [
  { article: 8, term: wording.article8 },
  { article: 9, term: wording.article9 },
] as const;

/** The element of a question, to which the page may lead. */
export const questionId = (key: string): string => `question-${key.replaceAll(':', '-')}`;

export function GroupSection({ group, year, draft, missing, onChange }: GroupSectionProps) {
  const [asked, setAsked] = useState(false);
  const total = selfCheckItems.length;
  const open = unanswered(draft);
  const answered = selfCheckItems.filter((item) => !open.includes(answerKey(item, group))).length;
  const name = say(selfCheckGroups[group]);
  const answer = (key: string, given: DraftAnswer) =>
    onChange({ ...draft, answers: { ...draft.answers, [key]: given } });
  return (
    <section class="sheet">
      <div class="group-head">
        <h2>{name}</h2>
        <span class="muted">{say(wording.answered, { answered, total })}</span>
      </div>
      {articles.map(({ article, term }) => (
        <div key={article} class="questions">
          <h3>{say(term)}</h3>
          {selfCheckItems
            .filter((item) => item.article === article)
            .map((item, index) => {
              const key = answerKey(item, group);
              return (
                <Question
                  key={key}
                  id={questionId(key)}
                  number={index + 1}
                  item={item}
                  answer={draft.answers[key]}
                  pointed={missing.includes(key)}
                  onAnswer={(given) => answer(key, given)}
                />
              );
            })}
        </div>
      ))}
      <div class="group-foot">
        <Button onClick={() => setAsked(true)}>{say(wording.allNoneTitle, { group: name })}</Button>
      </div>
      {asked && (
        <Dialog
          title={say(wording.allNoneTitle, { group: name })}
          onClose={() => setAsked(false)}
          actions={
            <>
              <Button onClick={() => setAsked(false)}>{say(sharedWording.cancel)}</Button>
              <Button
                tone="primary"
                onClick={() => {
                  onChange(allNone(draft, group));
                  setAsked(false);
                }}
              >
                {say(wording.allNoneConfirm)}
              </Button>
            </>
          }
        >
          <p>{say(wording.allNoneQuestion, { group: name, year, total })}</p>
        </Dialog>
      )}
    </section>
  );
}
