/** 撤销: ten seconds in which the note can be taken back without a trace. */
import { Button } from '../../../shared/interface/button.tsx';
import { say } from '../../../shared/interface/language.ts';
import type { Note } from '../../outbox/note.ts';
import { undo } from '../../outbox/outbox.ts';
import { rememberAnswers } from '../completing/pending-answers.ts';
import { useSecondsLeft } from './use-seconds-left.ts';
import { noteWording as wording } from './wording.ts';

interface UndoCountdownProps {
  readonly note: Note;
  /** Hears whether it was still in time. */
  readonly onUndone: (removed: boolean) => void;
}

/** The time from the click until a note goes out, in milliseconds. */
const span = 10_000;

export function UndoCountdown({ note, onUndone }: UndoCountdownProps) {
  const seconds = useSecondsLeft(note.sendAfter);
  if (note.state !== 'kept' || note.attempts > 0 || seconds === 0) return null;
  const takeBack = async () => {
    const removed = await undo(note.captureId);
    if (removed) rememberAnswers(note.captureId, null);
    onUndone(removed);
  };
  return (
    <div class="undo">
      <Button onClick={() => void takeBack()}>{say(wording.undo)}</Button>
      <span class="undo-words">{say(wording.undoWithin, { seconds })}</span>
      <progress max={span / 1000} value={seconds} aria-hidden="true" />
    </div>
  );
}
