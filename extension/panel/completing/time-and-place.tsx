/** When and where it happened: the click's time until the recorder says otherwise. */
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { fromWallClock, toWallClock } from './occurred-at.ts';
import type { Draft } from './starting-draft.ts';
import { Suggestions } from './suggestions.tsx';
import { usualPlaces, completingWording as wording } from './wording.ts';

interface TimeAndPlaceProps {
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly onChange: (patch: Draft) => void;
}

export function TimeAndPlace({ draft, error, onChange }: TimeAndPlaceProps) {
  const place = draft.occurredWhere ?? '';
  const places = usualPlaces.map((usual) => say(usual)).filter((usual) => usual !== place);
  return (
    <div class="form-part">
      <TextField
        label={say(wording.occurredAt)}
        required
        type="datetime-local"
        error={error}
        value={toWallClock(draft.occurredAt ?? '')}
        onChange={(value) => onChange({ occurredAt: fromWallClock(value) })}
      />
      <TextField
        label={say(wording.occurredWhere)}
        value={place}
        maxLength={200}
        onChange={(occurredWhere) => onChange({ occurredWhere })}
      />
      <Suggestions
        label={say(wording.usualPlaces)}
        choices={places}
        onChoose={(at) => onChange({ occurredWhere: places[at] ?? '' })}
      />
    </div>
  );
}
