/**
 * Answers on their way to the disk. Writing to the outbox takes a page that lives for some milliseconds more; a panel may be
 * closed within them. `localStorage` is written before the key's handler returns: what stands there when the panel opens
 * again was not kept in time, and is kept then.
 */
import type { Draft } from './starting-draft.ts';

const keyOf = (id: string) => `answers:${id}`;

/** Answers that were given and, as far as is known, not kept. */
export function pendingAnswers(id: string): Draft {
  const text = localStorage.getItem(keyOf(id));
  if (!text) return {};
  try {
    const answers: Draft = JSON.parse(text);
    return answers;
  } catch {
    return {};
  }
}

/** Remembers the answers that are being kept; null once all of them are. */
export function rememberAnswers(id: string, answers: Draft | null): void {
  if (answers === null) localStorage.removeItem(keyOf(id));
  else localStorage.setItem(keyOf(id), JSON.stringify(answers));
}
