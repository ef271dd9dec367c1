/** Suggestions: one touch instead of typing. Nothing is shown where there are none. */
interface SuggestionsProps {
  readonly label: string;
  readonly choices: readonly string[];
  readonly onChoose: (at: number) => void;
}

export function Suggestions({ label, choices, onChoose }: SuggestionsProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset class="suggestions">
      <legend class="visually-hidden">{label}</legend>
      <span class="suggestions-label" aria-hidden="true">
        {label}
      </span>
      {choices.map((choice, at) => (
        <button key={choice} type="button" class="suggestion" onClick={() => onChoose(at)}>
          {choice}
        </button>
      ))}
    </fieldset>
  );
}
