/** An official of the directory, found by name, pinyin or initials. */
import type { Official } from '../../../shared/directory/official.ts';
import { Button } from '../../../shared/interface/button.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Typeahead } from '../../../shared/interface/typeahead.tsx';
import { address, call } from '../api.ts';
import { stepWording as wording } from '../wording/matters.ts';

export type ChosenOfficial = Pick<Official, 'id' | 'name' | 'organ' | 'post'>;

interface OfficialFieldProps {
  text: string;
  official: ChosenOfficial | null;
  error: string | undefined;
  onText: (text: string) => void;
  onChoose: (official: ChosenOfficial | null) => void;
}

async function searchOfficials(q: string, signal: AbortSignal): Promise<Official[]> {
  const found = await call<{ items: Official[] }>(address('/api/directory/officials', { q, limit: 12 }), { signal });
  return found.items;
}

export function OfficialField({ text, official, error, onText, onChoose }: OfficialFieldProps) {
  if (official) {
    return (
      <div class="chosen">
        <span class="field-label">{say(wording.official)}</span>
        <div class="chosen-official">
          <span>
            <strong>{official.name}</strong> {official.organ} {official.post}
          </span>
          <Button tone="quiet" onClick={() => onChoose(null)}>
            {say(wording.officialClear)}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Typeahead
      label={say(wording.official)}
      placeholder={say(wording.officialPlaceholder)}
      hint={say(wording.officialHint)}
      error={error}
      text={text}
      onText={onText}
      search={searchOfficials}
      optionKey={({ id }) => id}
      showOption={({ name, organ, post, retired }) => (
        <>
          <strong>{name}</strong> {retired && <span class="muted">{say(wording.retired)}</span>}
          <small>
            {organ} {post}
          </small>
        </>
      )}
      onChoose={onChoose}
    />
  );
}
