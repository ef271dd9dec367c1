/** Labelled fields: what to enter, a hint, and what is wrong, tied together for screen readers. */
import type { ComponentChildren, ComponentProps, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { codesOf, type Term } from '../vocabulary.ts';
import { say } from './language.ts';
import { sharedWording } from './wording.ts';

export interface FieldProps {
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
  /** Keeps the label for screen readers only, where the place says it already. */
  labelHidden?: boolean;
}

export interface ControlProps {
  id: string;
  required: boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** A field around any control, which takes the properties that tie it to its label. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ComponentChildren }): JSX.Element {
  const { label, hint, error, required, labelHidden, children } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class={labelHidden ? 'visually-hidden' : 'field-label'} for={id}>
        {label}
        {required && <span class="field-required">{say(sharedWording.required)}</span>}
      </label>
      {children({
        id,
        required,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}

type Bound<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<Tag>,
  'value' | 'onChange' | 'label' | 'id'
>;

export interface Valued<Value> {
  value: Value;
  onChange: (value: Value) => void;
}

/** A one-line text field; `type` may be any that a text value suits: text, password, search, date, datetime-local. */
export function TextField(props: FieldProps & Valued<string> & Bound<'input'>): JSX.Element {
  const { label, hint, error, required, labelHidden, value, onChange, ...rest } = props;
  return (
    <Field {...{ label, hint, error, required, labelHidden }}>
      {(control) => (
        <input
          class="input"
          {...rest}
          {...control}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A field for a passage of text. */
export function TextArea(props: FieldProps & Valued<string> & Bound<'textarea'>): JSX.Element {
  const { label, hint, error, required, labelHidden, value, onChange, ...rest } = props;
  return (
    <Field {...{ label, hint, error, required, labelHidden }}>
      {(control) => (
        <textarea
          class="input"
          rows={3}
          {...rest}
          {...control}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A choice of one code out of a vocabulary; the empty value stands for none. */
export function Select<Code extends string>(
  props: FieldProps & Valued<Code | ''> & { options: Readonly<Record<Code, Term>>; none?: string } & Bound<'select'>,
): JSX.Element {
  const { label, hint, error, required, labelHidden, value, onChange, options, none, ...rest } = props;
  const codes: readonly Code[] = codesOf(options);
  return (
    <Field {...{ label, hint, error, required, labelHidden }}>
      {(control) => (
        <select
          class="input"
          {...rest}
          {...control}
          value={value}
          onChange={(event) => onChange(codes.find((code) => code === event.currentTarget.value) ?? '')}
        >
          <option value="">{none ?? say(sharedWording.choose)}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {say(options[code])}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
