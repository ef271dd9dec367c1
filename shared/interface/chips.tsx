/** Chips: a vocabulary laid out to be touched, with the semantics of radio buttons (one) or check boxes (several). */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { codesOf, type Term } from '../vocabulary.ts';
import { say } from './language.ts';
import { sharedWording } from './wording.ts';

interface ChipsProps<Code extends string> {
  legend: string;
  options: Readonly<Record<Code, Term>>;
  hint?: string;
  error?: string;
  required?: boolean;
  legendHidden?: boolean;
  disabled?: boolean;
}

function Chips<Code extends string>(
  props: ChipsProps<Code> & { kind: 'radio' | 'checkbox'; chosen: readonly Code[]; onToggle: (code: Code) => void },
): JSX.Element {
  const { legend, options, hint, error, required, legendHidden, disabled, kind, chosen, onToggle } = props;
  const id = useId();
  const note = error ?? hint;
  const codes: readonly Code[] = codesOf(options);
  return (
    <fieldset class="chips" disabled={disabled} aria-describedby={note ? `${id}-note` : undefined}>
      <legend class={legendHidden ? 'visually-hidden' : undefined}>
        {legend}
        {required && <span class="field-required">{say(sharedWording.required)}</span>}
      </legend>
      <div class="chips-row">
        {codes.map(
          (code): ComponentChildren => (
            <label key={code} class="chip">
              <input
                type={kind}
                name={id}
                value={code}
                checked={chosen.includes(code)}
                onChange={() => onToggle(code)}
              />
              {say(options[code])}
            </label>
          ),
        )}
      </div>
      {note && (
        <div class={error ? 'field-error' : 'field-hint'} id={`${id}-note`}>
          {note}
        </div>
      )}
    </fieldset>
  );
}

/** One of a vocabulary; null while nothing is chosen. */
export function RadioChips<Code extends string>(
  props: ChipsProps<Code> & { value: Code | null | undefined; onChange: (code: Code) => void },
): JSX.Element {
  const { value, onChange, ...rest } = props;
  return <Chips {...rest} kind="radio" chosen={value ? [value] : []} onToggle={onChange} />;
}

/** Any number out of a vocabulary, answered in its order. */
export function CheckboxChips<Code extends string>(
  props: ChipsProps<Code> & { values: readonly Code[]; onChange: (codes: Code[]) => void },
): JSX.Element {
  const { values, onChange, ...rest } = props;
  const codes: readonly Code[] = codesOf(props.options);
  const toggle = (toggled: Code) =>
    onChange(codes.filter((code) => (code === toggled ? !values.includes(code) : values.includes(code))));
  return <Chips {...rest} kind="checkbox" chosen={values} onToggle={toggle} />;
}
