/** Who leaned on the recorder: an official of the directory, somebody named lately, or a name written down. */
import { useState } from 'preact/hooks';
import type { Official } from '../../../shared/directory/official.ts';
import { Button } from '../../../shared/interface/button.tsx';
import { TextField } from '../../../shared/interface/field.tsx';
import { say } from '../../../shared/interface/language.ts';
import { Typeahead } from '../../../shared/interface/typeahead.tsx';
import type { Details } from '../../../shared/record/details.ts';
import { askServer } from '../server.ts';
import { Suggestions } from './suggestions.tsx';
import { completingWording as wording } from './wording.ts';

export type Actor = Details['actor'];

interface WhoFieldProps {
  readonly actor: Actor | undefined;
  readonly recent: readonly Actor[];
  readonly error: string | undefined;
  readonly onChange: (actor: Actor) => void;
}

const nobody: Actor = { officialId: null, name: '', organ: '', post: '' };
const mostShown = '8';

const actorOf = ({ id, name, organ, post }: Official): Actor => ({ officialId: id, name, organ, post });

/** What is typed is kept as the name until somebody is chosen from the directory. */
export function WhoField({ actor = nobody, recent, error, onChange }: WhoFieldProps) {
  const [away, setAway] = useState(false);
  if (actor.officialId !== null) return <ChosenActor actor={actor} onChange={() => onChange(nobody)} />;

  const write = (patch: Partial<Actor>) => onChange({ ...actor, ...patch });
  const search = async (text: string, signal: AbortSignal): Promise<readonly Official[]> => {
    const query = new URLSearchParams({ q: text, limit: mostShown });
    try {
      const found = await askServer<{ items: readonly Official[] }>(`/api/directory/officials?${query}`, { signal });
      setAway(false);
      return found.items;
    } catch (error) {
      if (!signal.aborted) setAway(true);
      throw error;
    }
  };
  return (
    <div class="form-part">
      <Typeahead<Official>
        label={say(wording.who)}
        required
        hint={say(away ? wording.directoryAway : wording.whoHint)}
        error={error}
        text={actor.name}
        onText={(name) => write({ name })}
        search={search}
        optionKey={(official) => official.id}
        showOption={(official) => <OfficialLine official={official} />}
        onChoose={(official) => onChange(actorOf(official))}
      />
      {actor.name === '' ? (
        <Suggestions
          label={say(wording.recentlyNamed)}
          choices={recent.map(({ name, post }) => [name, post].filter(Boolean).join(' '))}
          onChoose={(at) => onChange(recent[at] ?? nobody)}
        />
      ) : (
        <div class="form-pair">
          <TextField
            label={say(wording.organ)}
            value={actor.organ}
            maxLength={200}
            onChange={(organ) => write({ organ })}
          />
          <TextField
            label={say(wording.post)}
            value={actor.post}
            maxLength={200}
            onChange={(post) => write({ post })}
          />
        </div>
      )}
    </div>
  );
}

function OfficialLine({ official }: { readonly official: Official }) {
  return (
    <>
      {official.name}
      {official.retired && <span class="muted">（{say(wording.retired)}）</span>}
      <small>
        {official.organ} {official.post}
      </small>
    </>
  );
}

function ChosenActor({ actor, onChange }: { readonly actor: Actor; readonly onChange: () => void }) {
  return (
    <div class="field">
      <span class="field-label">{say(wording.who)}</span>
      <div class="chosen-actor">
        <span class="chosen-actor-name">{actor.name}</span>
        <span class="muted">
          {actor.organ} {actor.post}
        </span>
        <Button tone="quiet" onClick={onChange}>
          {say(wording.changeActor)}
        </Button>
      </div>
    </div>
  );
}
