/**
 * The outbox as background and panel use it. Each change is one strict transaction that reads the note before it writes,
 * so background and panel may act on the same note at the same time, and the worker may be killed at any line.
 *
 *   click ─▶ kept ──10 s──▶ sent ─▶ confirmed ──报送──▶ submission: requested ─▶ submitted
 *              └─ undo: gone without a trace
 *
 * A refusal of the capture makes the note `attention`; a refusal of the submission leaves it `confirmed` and stands in
 * `problem` beside it. Only `undo`, and the tidying of what was submitted long ago, removes anything.
 */
import type { Details } from '../../shared/record/details.ts';
import { announce } from './announcement.ts';
import { outboxDatabase, type Screenshot, strictTransaction } from './database.ts';
import type { Note } from './note.ts';
import { wakeSender } from './wake.ts';

export { onChange } from './announcement.ts';

/** All notes on this computer, newest first. */
export async function listNotes(): Promise<Note[]> {
  const notes = await (await outboxDatabase()).getAllFromIndex('notes', 'capturedAt');
  return notes.reverse();
}

/** One note, or undefined where it was undone. */
export async function readNote(captureId: string): Promise<Note | undefined> {
  return (await outboxDatabase()).get('notes', captureId);
}

/** The screenshot of a note as long as it is on this computer: until its submission, or until the note is undone. */
export async function screenshotOf(captureId: string): Promise<Blob | undefined> {
  const stored = await (await outboxDatabase()).get('screenshots', captureId);
  return stored && new Blob([stored.bytes], { type: stored.mediaType });
}

/** Keeps a new note. When this has returned, the disk has it. */
export async function keepNote(note: Note): Promise<void> {
  const transaction = await strictTransaction();
  await Promise.all([transaction.objectStore('notes').add(note), transaction.done]);
  announce({ type: 'kept', captureId: note.captureId });
}

/**
 * Puts the screenshot and its seal with a note that has not been sent yet, in one transaction.
 * @returns false where the note was undone or sent meanwhile.
 */
export function attachScreenshot(captureId: string, screenshot: Screenshot, sha256: string): Promise<boolean> {
  const seal = { sha256, mediaType: screenshot.mediaType, bytes: screenshot.bytes.byteLength };
  return changeNote(
    captureId,
    (note) => (untouched(note) ? { ...note, capture: { ...note.capture, screenshot: seal } } : undefined),
    screenshot,
  );
}

/**
 * Saves what the recorder has entered so far; keys that the patch lacks stay as they are.
 * @returns false where there is no such note.
 */
export function saveDraft(captureId: string, patch: Partial<Details>): Promise<boolean> {
  return changeNote(captureId, (note) => ({ ...note, draft: { ...note.draft, ...patch } }));
}

/** Chooses whether the screenshot goes with the submission. */
export function includeScreenshot(captureId: string, include: boolean): Promise<boolean> {
  return changeNote(captureId, (note) => ({ ...note, includeScreenshot: include }));
}

/**
 * 撤销: removes a note and its screenshot without a trace, within ten seconds of the click.
 * @returns false where it is too late: it may be on its way already.
 */
export async function undo(captureId: string, now = Date.now()): Promise<boolean> {
  const transaction = await strictTransaction();
  const note = await transaction.objectStore('notes').get(captureId);
  const possible = note !== undefined && untouched(note) && now < note.sendAfter;
  if (possible) {
    await transaction.objectStore('notes').delete(captureId);
    await transaction.objectStore('screenshots').delete(captureId);
  }
  await transaction.done;
  if (possible) announce({ type: 'removed', captureId });
  return possible;
}

/**
 * 报送: from now on the note goes out by itself, evidence first, whenever the server can be reached and the judge is
 * signed in. Asking twice is asking once. `submission` turns `submitted` only on the server's answer.
 */
export async function requestSubmission(captureId: string): Promise<boolean> {
  const asked = await changeNote(captureId, (note) => ({
    ...note,
    submission: 'requested',
    problem: note.state === 'attention' ? note.problem : null,
    nextAttemptAt: 0,
    draft: { ...note.draft, evidence: evidenceOf(note) },
  }));
  await wakeSender();
  return asked;
}

/** Tries again at once: one note, or everything that waits. */
export async function retryNow(captureId?: string): Promise<void> {
  const ids = captureId === undefined ? (await listNotes()).map((note) => note.captureId) : [captureId];
  for (const id of ids) {
    await changeNote(id, (note) =>
      note.nextAttemptAt > 0 || note.problem
        ? { ...note, ...retried(note), nextAttemptAt: 0, problem: null }
        : undefined,
    );
  }
  await wakeSender();
}

/**
 * Changes a note by a function of what it is now, in one strict transaction; undefined leaves it alone.
 * @param screenshot stored in the same transaction where given; null removes it.
 */
export async function changeNote(
  captureId: string,
  change: (note: Note) => Note | undefined,
  screenshot?: Screenshot | null,
): Promise<boolean> {
  const transaction = await strictTransaction();
  const note = await transaction.objectStore('notes').get(captureId);
  const changed = note && change(note);
  if (changed) {
    await transaction.objectStore('notes').put(changed);
    if (screenshot) await transaction.objectStore('screenshots').put(screenshot, captureId);
    if (screenshot === null) await transaction.objectStore('screenshots').delete(captureId);
  }
  await transaction.done;
  if (changed) announce({ type: 'changed', captureId });
  return changed !== undefined;
}

function untouched(note: Note): boolean {
  return note.state === 'kept' && note.attempts === 0;
}

function retried(note: Note): Pick<Note, 'state'> {
  return { state: note.state === 'attention' ? 'kept' : note.state };
}

/** The evidence keeps its id over every attempt, so that an upload that was answered too late is not a second one. */
function evidenceOf(note: Note): Details['evidence'] {
  const others = (note.draft.evidence ?? []).filter((item) => item.sha256 !== note.capture.screenshot?.sha256);
  const before = (note.draft.evidence ?? []).find((item) => item.sha256 === note.capture.screenshot?.sha256);
  if (!note.includeScreenshot || !note.capture.screenshot) return others;
  return [...others, before ?? { evidenceId: crypto.randomUUID(), ...note.capture.screenshot }];
}
