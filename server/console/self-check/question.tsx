/** One item asked for one group: 无 or 有, and what happened where 有. */
import { TextArea } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import type { SelfCheckItem } from '../../../shared/self-check/items.ts';
import { itemSentence, itemTerm } from '../../../shared/self-check/sentences.ts';
import { selfCheckWording as wording } from '../wording/self-check.ts';
import type { DraftAnswer } from './draft.ts';

interface QuestionProps {
  id: string;
  number: number;
  item: SelfCheckItem;
  answer: DraftAnswer | undefined;
  /** Whether what is missing is pointed out. */
  pointed: boolean;
  onAnswer: (answer: DraftAnswer) => void;
}

const choices = [
  { happened: false, term: wording.none },
  { happened: true, term: wording.some },
];

export function Question({ id, number, item, answer, pointed, onAnswer }: QuestionProps) {
  const sentence = say(itemSentence(item));
  const explanation = answer?.explanation ?? '';
  return (
    <div class="question" id={id} data-pointed={pointed && !answer}>
      <fieldset>
        <legend>
          <span class="question-number">{number}</span>
          <span>{sentence}</span>
        </legend>
        <div class="question-choices">
          {pointed && !answer && <span class="field-error">{say(wording.unanswered)}</span>}
          {choices.map(({ happened, term }) => (
            <label key={term.zh} class="chip">
              <input
                type="radio"
                name={id}
                checked={answer?.happened === happened}
                onChange={() => onAnswer({ happened, explanation })}
              />
              {say(term)}
            </label>
          ))}
        </div>
      </fieldset>
      {answer?.happened && (
        <TextArea
          label={say(wording.explanationFor, { item: say(itemTerm(item)) })}
          required
          maxLength={2000}
          error={pointed && !explanation.trim() ? say(wording.explanationMissing) : undefined}
          value={explanation}
          onChange={(text) => onAnswer({ happened: true, explanation: text })}
        />
      )}
    </div>
  );
}
