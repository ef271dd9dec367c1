/** What one's own past records offer to the next: habits, and people named lately. */
import type { Note } from '../../outbox/note.ts';
import type { Draft } from './starting-draft.ts';
import type { Actor } from './who-field.tsx';

export interface PastAnswers {
  /** The draft of the record that was submitted last. */
  readonly last: Draft | undefined;
  /** People named in them, the latest first, nobody twice. */
  readonly actors: readonly Actor[];
}

const mostActors = 3;

/**
 * Looks through the notes on this computer.
 * @param notes newest first.
 * @param captureId the note that is being completed, which offers nothing to itself.
 */
export function pastAnswersOf(notes: readonly Note[], captureId: string): PastAnswers {
  const past = notes.filter((note) => note.captureId !== captureId && note.submission !== 'none');
  const actors = new Map<string, Actor>();
  for (const { draft } of past) {
    if (!draft.actor?.name) continue;
    const key = draft.actor.officialId ?? `${draft.actor.name} ${draft.actor.organ} ${draft.actor.post}`;
    if (!actors.has(key)) actors.set(key, draft.actor);
  }
  return { last: past[0]?.draft, actors: [...actors.values()].slice(0, mostActors) };
}

/** The case numbers of one's own last notes, nobody's twice: choices for a note without one. */
export function recentCaseNumbers(notes: readonly Note[], most = 10): readonly string[] {
  const numbers = notes.flatMap(({ capture, draft }) => (draft.caseNumber ? [draft.caseNumber] : capture.caseNumbers));
  return [...new Set(numbers)].slice(0, most);
}
