/** What was asked, in the words of the other side; the usual phrases are one touch. */
import { TextArea } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Suggestions } from './suggestions.tsx';
import { requestPhrases, completingWording as wording } from './wording.ts';

interface RequestFieldProps {
  readonly value: string;
  readonly onChange: (request: string) => void;
}

export function RequestField({ value, onChange }: RequestFieldProps) {
  const phrases = requestPhrases.map((phrase) => say(phrase)).filter((phrase) => !value.includes(phrase));
  const add = (phrase: string) => {
    const before = value.trimEnd().replace(/[。；;.]$/, '');
    onChange(before ? `${before}；${phrase}` : phrase);
  };
  return (
    <div class="form-part">
      <TextArea
        label={say(wording.request)}
        hint={say(wording.requestHint)}
        value={value}
        maxLength={4000}
        onChange={onChange}
      />
      <Suggestions label={say(wording.phrases)} choices={phrases} onChoose={(at) => add(phrases[at] ?? '')} />
    </div>
  );
}
