/** Which case it is, where the click did not settle that: never guessed, always for the recorder to say. */
import { useId, useState } from 'preact/hooks';
import { Button } from '../../../shared/interface/button.tsx';
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Suggestions } from '../completing/suggestions.tsx';
import { noteWording as wording } from './wording.ts';

interface CaseChoiceProps {
  readonly candidates: readonly string[];
  readonly confirmed: string | undefined;
  readonly recent: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (caseNumber: string) => void;
}

export function CaseChoice(props: CaseChoiceProps) {
  const [correcting, setCorrecting] = useState(false);
  const { candidates } = props;
  if (candidates.length > 1) return <Candidates {...props} />;
  if (candidates.length === 0 || correcting) return <WrittenNumber {...props} />;
  return (
    <Button tone="quiet" class="case-correct" onClick={() => setCorrecting(true)}>
      {say(wording.changeNumber)}
    </Button>
  );
}

function Candidates({ candidates, confirmed, error, onChange }: CaseChoiceProps) {
  const id = useId();
  const choices = [...candidates.map((number) => [number, number] as const), ['', say(wording.noneOfThem)] as const];
  return (
    <fieldset class="candidates" aria-describedby={`${id}-why`}>
      <legend>{say(wording.chooseNumber)}</legend>
      <p class="field-hint" id={`${id}-why`}>
        {say(wording.chooseNumberWhy)}
      </p>
      {choices.map(([number, label]) => (
        <label key={number} class="candidate">
          <input type="radio" name={id} checked={confirmed === number} onChange={() => onChange(number)} />
          <span>{label}</span>
        </label>
      ))}
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function WrittenNumber({ candidates, confirmed, recent, onChange }: CaseChoiceProps) {
  const value = confirmed ?? candidates[0] ?? '';
  const choices = recent.filter((number) => number !== value);
  return (
    <div class="form-part">
      <TextField
        label={say(candidates.length === 0 ? wording.giveNumber : wording.changeNumber)}
        hint={say(wording.giveNumberWhy)}
        value={value}
        maxLength={80}
        onChange={onChange}
      />
      <Suggestions
        label={say(wording.recentCases)}
        choices={choices}
        onChoose={(at) => onChange(choices[at] ?? value)}
      />
    </div>
  );
}
