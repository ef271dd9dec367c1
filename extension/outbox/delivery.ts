/**
 * How a note gets to the server, as pure functions: what is to be done with it now, when next, and what an answer makes
 * of it. A refusal (a problem that the server itself has stated) stops and waits for the recorder; everything else — no
 * network, a proxy's page, a server that is starting — is tried again for as long as it takes.
 */
import type { Receipt } from '../../shared/ledger/receipt.ts';
import type { Problem } from '../../shared/problem.ts';
import type { ConnectionSettings } from '../connection/settings.ts';
import type { Note } from './note.ts';

/** - `capture`: send it · `verify`: its receipt is here and unchecked · `submission`: send details and evidence */
export type Errand = 'capture' | 'verify' | 'submission';

/** What a request came to. */
export type Answer<T> =
  | { readonly type: 'accepted'; readonly body: T }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'unreachable'; readonly retryAfterSeconds: number };

/** Milliseconds: the first pause after a failure, doubled each time up to the longest. */
const firstPause = 2_000;
const longestPause = 60_000;

/** What is to be done with a note, whatever the time: undefined where nothing is, or where the connection lacks what it takes. */
export function errandOf(note: Note, connection: ConnectionSettings | null): Errand | undefined {
  if (!connection) return undefined;
  // Another recorder's note waits until they connect again: nobody's record may go out under another name.
  if (note.accountId !== null && note.accountId !== connection.account.accountId) return undefined;
  if (note.state === 'kept') return connection.captureToken ? 'capture' : undefined;
  if (note.state === 'sent') return 'verify';
  if (note.state === 'confirmed' && note.submission === 'requested' && connection.sessionToken) return 'submission';
  return undefined;
}

/**
 * Epoch milliseconds from which a note's errand may be run, the server permitting: how long a silent one is left alone is
 * one matter for all notes (`silence.ts`), and a note's `nextAttemptAt` only tells the recorder of it.
 */
export function dueAt(note: Note): number {
  return note.state === 'kept' ? note.sendAfter : 0;
}

/**
 * The pause before the server is tried again, in milliseconds: exponential, with half of it left to chance, so that a
 * server that comes back is not met by everybody at once.
 * @param failures attempts in a row that did not reach it, this one included.
 * @param chance from 0 to 1.
 */
export function pauseAfter(failures: number, retryAfterSeconds: number, chance: number): number {
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(failures - 1, 10));
  return Math.max(Math.round(pause * (0.5 + chance / 2)), retryAfterSeconds * 1000);
}

/** Marks a note before its request leaves: from here on it can no longer be undone. Undefined where it may not leave. */
export function claimed(note: Note, errand: Errand, connection: ConnectionSettings, now: number): Note | undefined {
  if (errandOf(note, connection) !== errand || dueAt(note) > now) return undefined;
  return { ...note, accountId: connection.account.accountId, attempts: note.attempts + 1 };
}

/**
 * What the server's answer to a capture makes of its note.
 * @param retryAt when to try again where the server was not reached, in epoch milliseconds.
 */
export function afterCapture(note: Note, answer: Answer<Receipt>, retryAt: number): Note {
  if (note.state !== 'kept') return note;
  if (answer.type === 'accepted')
    return { ...note, state: 'sent', receipt: answer.body, problem: null, nextAttemptAt: 0 };
  if (answer.type === 'refused') return { ...note, state: 'attention', problem: answer.problem };
  return { ...note, nextAttemptAt: retryAt };
}

/** What the check of its receipt makes of a note. */
export function afterVerification(note: Note, genuine: boolean): Note {
  if (note.state !== 'sent') return note;
  return genuine
    ? { ...note, state: 'confirmed', attempts: 0 }
    : { ...note, state: 'attention', problem: receiptNotGenuine };
}

/**
 * What the answer to a submission makes of its note. A refusal for want of a sign-in keeps it requested: it goes out by
 * itself after the next one. Any other refusal gives the draft back to the recorder.
 */
export function afterSubmission(note: Note, answer: Answer<unknown>, retryAt: number): Note {
  if (note.submission !== 'requested') return note;
  if (answer.type === 'accepted') return { ...note, submission: 'submitted', problem: null, nextAttemptAt: 0 };
  if (answer.type === 'unreachable') return { ...note, nextAttemptAt: retryAt };
  const waits = answer.problem.status === 401;
  return { ...note, submission: waits ? 'requested' : 'none', problem: answer.problem };
}

/** The receipt did not stand the check against the key that was confirmed at the connection. */
const receiptNotGenuine: Problem = {
  type: 'urn:liuhen:problem:receipt-not-genuine',
  status: 502,
  title: '服务器的回执未通过校验，内容仍保存在本机，请联系管理员核对服务器密钥指纹',
  titleEn:
    "The server's receipt did not pass the check. Everything is still on this computer: ask your administrator to compare the key's fingerprint",
};
