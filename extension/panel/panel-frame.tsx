/** What stands around every room: where one is, how the connection stands, what needs attention. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../../shared/interface/button.tsx';
import { say } from '../../shared/interface/language.ts';
import { Notice } from '../../shared/interface/notice.tsx';
import type { Term } from '../../shared/vocabulary.ts';
import { LanguageChoice } from './language-choice.tsx';
import { useOnline } from './notes.ts';
import type { Room } from './rooms.ts';
import type { Surroundings } from './surroundings.ts';
import { panelWording as wording } from './wording.ts';

interface PanelFrameProps {
  readonly room: Room;
  readonly surroundings: Surroundings;
  /** Why the last click could not be kept. */
  readonly failure: string | null;
  readonly onRoom: (room: Room) => void;
  readonly onLanguage: () => void;
  readonly children: ComponentChildren;
}

const tabs: readonly { readonly term: Term; readonly room: Room; readonly holds: readonly Room['name'][] }[] = [
  { term: wording.noteRoom, room: { name: 'note' }, holds: ['note', 'undone'] },
  { term: wording.recordsRoom, room: { name: 'records' }, holds: ['records', 'record'] },
];

export function PanelFrame({ room, surroundings, failure, onRoom, onLanguage, children }: PanelFrameProps) {
  const connected = surroundings.accountId !== null;
  const place = placeOf(room, surroundings);
  // Another thing is shown from its beginning.
  useEffect(() => window.scrollTo(0, 0), [place]);
  return (
    <div class="panel">
      <header class="panel-head">
        <nav aria-label={say(wording.rooms)}>
          {tabs.map(({ term, room: leads, holds }) => (
            <button
              key={leads.name}
              type="button"
              class="panel-tab"
              aria-current={holds.includes(room.name) ? 'page' : undefined}
              onClick={() => onRoom(leads)}
            >
              {say(term)}
            </button>
          ))}
        </nav>
        <button
          type="button"
          class="panel-connection"
          data-connected={connected || undefined}
          aria-current={room.name === 'connect' ? 'page' : undefined}
          onClick={() => onRoom({ name: 'connect', begin: false })}
        >
          <span aria-hidden="true">{connected ? '●' : '○'}</span>
          {say(connected ? wording.connected : wording.notConnected)}
        </button>
      </header>
      <main class="panel-room">
        <Banners room={room} surroundings={surroundings} failure={failure} />
        {children}
      </main>
      {room.name === 'connect' && (
        <footer class="panel-foot">
          <LanguageChoice onChosen={onLanguage} />
        </footer>
      )}
    </div>
  );
}

/** What is shown, in one word: another one means that something else is. */
function placeOf(room: Room, { notes: [newest] }: Surroundings): string {
  if (room.name === 'note') return `note ${newest?.captureId}`;
  return room.name === 'record' ? `record ${room.captureId}` : room.name;
}

function Banners({ room, surroundings, failure }: Pick<PanelFrameProps, 'room' | 'surroundings' | 'failure'>) {
  const online = useOnline();
  const { accountId, signedIn, onConnect } = surroundings;
  const signInAgain = (
    <Button tone="quiet" onClick={onConnect}>
      {say(wording.signInAgain)}
    </Button>
  );
  return (
    <>
      {failure !== null && (
        <Notice tone="danger" title={say(wording.notKept)}>
          {say(wording.notKeptWhy)}
          <span class="muted">{failure}</span>
        </Notice>
      )}
      {!online && <Banner>{say(wording.offline)}</Banner>}
      {accountId !== null && !signedIn && room.name !== 'connect' && (
        <Banner action={signInAgain}>{say(wording.sessionExpired)}</Banner>
      )}
    </>
  );
}

function Banner({ children, action }: { readonly children: ComponentChildren; readonly action?: ComponentChildren }) {
  return (
    <div class="banner" role="status">
      <span class="banner-words">{children}</span>
      {action}
    </div>
  );
}
