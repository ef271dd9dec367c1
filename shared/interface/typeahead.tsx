/** A text field that searches as one types (WAI-ARIA combobox with a list box): arrows move, Enter takes, Escape closes. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Field, type FieldProps } from './field.tsx';
import { say } from './language.ts';
import { sharedWording } from './wording.ts';

/** Long enough to skip the letters of a word being typed, short enough not to be noticed. */
const pauseBeforeSearch = 150;

export interface TypeaheadProps<Option> extends FieldProps {
  text: string;
  onText: (text: string) => void;
  /** Answers the options for a text; a search that is overtaken is told through `signal`. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>;
  optionKey: (option: Option) => string;
  showOption: (option: Option) => ComponentChildren;
  onChoose: (option: Option) => void;
  placeholder?: string;
}

export function Typeahead<Option>(props: TypeaheadProps<Option>): JSX.Element {
  const { text, onText, search, optionKey, showOption, onChoose, placeholder, ...field } = props;
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [options, setOptions] = useState<readonly Option[] | null>(null);
  const [active, setActive] = useState(0);
  // The search is not a dependency: callers may well pass a new function with each rendering.
  const latestSearch = useRef(search);
  latestSearch.current = search;

  useEffect(() => {
    if (!open || !text.trim()) {
      setOptions(null);
      return;
    }
    const overtaken = new AbortController();
    const timer = setTimeout(() => {
      latestSearch.current(text.trim(), overtaken.signal).then(
        (found) => {
          if (overtaken.signal.aborted) return;
          setOptions(found);
          setActive(0);
        },
        () => !overtaken.signal.aborted && setOptions([]),
      );
    }, pauseBeforeSearch);
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [open, text]);

  const choose = (option: Option) => {
    setOpen(false);
    onChoose(option);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => (open ? setActive((at) => Math.min(at + 1, (options?.length ?? 1) - 1)) : setOpen(true)),
    ArrowUp: () => setActive((at) => Math.max(at - 1, 0)),
    Enter: () => {
      const option = options?.[active];
      if (option) choose(option);
    },
    Escape: () => setOpen(false),
  };
  const shown = open && text.trim() !== '';
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>) => {
    // While a Chinese input method composes, Enter and arrows belong to it.
    const action = event.isComposing ? undefined : keys[event.key];
    if (!action || (event.key !== 'ArrowDown' && !shown)) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  return (
    <Field {...field}>
      {(control) => (
        <div class="typeahead">
          <input
            class="input"
            {...control}
            role="combobox"
            aria-expanded={shown}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={shown && options?.length ? `${listId}-${active}` : undefined}
            autocomplete="off"
            placeholder={placeholder}
            value={text}
            onInput={(event) => {
              onText(event.currentTarget.value);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
          <div class="typeahead-list" hidden={!shown}>
            <div id={listId} role="listbox" aria-label={field.label}>
              {options?.map((option, at) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field owns the keyboard (aria-activedescendant)
                <div
                  key={optionKey(option)}
                  id={`${listId}-${at}`}
                  class="typeahead-option"
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === active}
                  // The field would lose focus, and the list close, before the click arrives.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(option)}
                >
                  {showOption(option)}
                </div>
              ))}
            </div>
            {!options?.length && (
              <div class="typeahead-note" role="status">
                {say(options ? sharedWording.nothingFound : sharedWording.searching)}
              </div>
            )}
          </div>
        </div>
      )}
    </Field>
  );
}
