/** The screenshot that stays on this computer, and whether it goes along on submission. */
import { useState } from 'preact/hooks';
import { Dialog } from '../../../shared/interface/dialog.tsx';
import { say } from '../../../shared/interface/language.ts';
import type { Note } from '../../outbox/note.ts';
import { includeScreenshot } from '../../outbox/outbox.ts';
import { useScreenshot } from '../notes.ts';
import { noteWording as wording } from './wording.ts';

export function ScreenshotChoice({ note }: { readonly note: Note }) {
  const { captureId, capture } = note;
  const address = useScreenshot(captureId, capture.screenshot !== null);
  const [enlarged, setEnlarged] = useState(false);
  if (address === undefined) return <div class="screenshot" aria-hidden="true" />;
  if (address === null)
    return note.submission === 'submitted' ? null : <p class="muted">{say(wording.noScreenshot)}</p>;
  return (
    <div class="screenshot">
      <button
        type="button"
        class="screenshot-small"
        aria-label={say(wording.enlarge)}
        title={say(wording.enlarge)}
        onClick={() => setEnlarged(true)}
      >
        <img src={address} alt="" />
      </button>
      <div class="screenshot-words">
        <p>{say(note.includeScreenshot ? wording.screenshotStays : wording.screenshotLeftOut)}</p>
        {note.submission !== 'submitted' && (
          <label class="switch">
            <input
              type="checkbox"
              role="switch"
              aria-checked={note.includeScreenshot}
              checked={note.includeScreenshot}
              onChange={(event) => void includeScreenshot(captureId, event.currentTarget.checked)}
            />
            <span>{say(wording.screenshotAlong)}</span>
          </label>
        )}
      </div>
      {enlarged && (
        <Dialog title={say(wording.screenshot)} onClose={() => setEnlarged(false)}>
          <img class="screenshot-large" src={address} alt={say(wording.screenshot)} />
        </Dialog>
      )}
    </div>
  );
}
