/**
 * The sender of the background: runs every errand that is due, one after the other, and arranges its own next run. It
 * keeps nothing in memory that matters. Before a request leaves, the note is claimed on the disk; after the answer, the
 * note is changed on the disk; killed in between, it sends again, and the server knows the capture's id.
 */
import { verifyReceipt } from '../../shared/ledger/receipt-check.ts';
import { type ConnectionSettings, changeConnection, readConnection } from '../connection/settings.ts';
import { outboxDatabase } from './database.ts';
import {
  type Answer,
  afterCapture,
  afterSubmission,
  afterVerification,
  claimed,
  dueAt,
  type Errand,
  errandOf,
} from './delivery.ts';
import type { Note } from './note.ts';
import { changeNote, listNotes, readNote } from './outbox.ts';
import { postSubmission, putCapture, putEvidence } from './requests.ts';
import { readSilence, silenceAfter } from './silence.ts';
import { submissionOf } from './submission.ts';

let running: Promise<void> | undefined;
let again = false;

/**
 * Sends what is due. A call during a run makes it look once more.
 * @param arrange is told when the next errand is due, in epoch milliseconds; undefined where none waits.
 */
export function sendDue(arrange: (at: number | undefined) => void): Promise<void> {
  again = true;
  running ??= runUntilQuiet(arrange).finally(() => {
    running = undefined;
  });
  return running;
}

async function runUntilQuiet(arrange: (at: number | undefined) => void): Promise<void> {
  while (again) {
    again = false;
    await runOnce();
  }
  arrange(await nextDue());
}

/** One pass, oldest first. A server that does not answer ends it: the others would only wait for it in turn. */
async function runOnce(): Promise<void> {
  if ((await readSilence()).until > Date.now()) return;
  for (const { captureId } of (await listNotes()).reverse()) {
    for (let step = 0; step < 3; step++) {
      const outcome = await runErrand(captureId);
      if (outcome === 'unreachable') return;
      if (outcome === 'nothing') break;
    }
  }
}

async function runErrand(captureId: string): Promise<'done' | 'nothing' | 'unreachable'> {
  const [note, connection] = [await readNote(captureId), await readConnection()];
  const errand = note && errandOf(note, connection);
  if (!errand || !connection || dueAt(note) > Date.now()) return 'nothing';
  const answer = await errands[errand](note, connection);
  return answer ?? 'nothing';
}

type Outcome = 'done' | 'unreachable' | undefined;

const errands: Record<Errand, (note: Note, connection: ConnectionSettings) => Promise<Outcome>> = {
  async capture(note, connection) {
    const leaving = await claim(note, 'capture', connection);
    if (!leaving) return undefined;
    const answer = await putCapture(connection, leaving.capture);
    const retryAt = await silenceAfter(answer);
    await changeNote(note.captureId, (present) => afterCapture(present, answer, retryAt));
    if (answer.type === 'refused' && answer.problem.status === 401) await changeConnection({ captureToken: null });
    return outcomeOf(answer);
  },

  async verify(note, connection) {
    const genuine = note.receipt !== null && (await isGenuine(note, connection.publicKey));
    await changeNote(note.captureId, (present) => afterVerification(present, genuine));
    return 'done';
  },

  async submission(note, connection) {
    const leaving = await claim(note, 'submission', connection);
    const recordId = leaving?.receipt?.recordId;
    if (!leaving || !recordId) return undefined;
    const answer = await submit(leaving, recordId, connection);
    const retryAt = await silenceAfter(answer);
    await changeNote(
      note.captureId,
      (present) => afterSubmission(present, answer, retryAt),
      answer.type === 'accepted' && leaving.includeScreenshot ? null : undefined,
    );
    if (answer.type === 'refused' && answer.problem.status === 401) await changeConnection({ sessionToken: null });
    return outcomeOf(answer);
  },
};

/** Evidence first, so that whoever reads the submission finds it there. */
async function submit(note: Note, recordId: string, connection: ConnectionSettings): Promise<Answer<unknown>> {
  const details = submissionOf(note);
  for (const evidence of details.evidence ?? []) {
    const stored = await (await outboxDatabase()).get('screenshots', note.captureId);
    // Gone from here after it was taken by the server; a resubmission names it again.
    if (!stored || evidence.sha256 !== note.capture.screenshot?.sha256) continue;
    const answer = await putEvidence(connection, recordId, evidence, stored.bytes);
    if (answer.type !== 'accepted') return answer;
  }
  return postSubmission(connection, recordId, details);
}

/** Marks the note on the disk, or finds that it may not leave: undone, or changed meanwhile. */
async function claim(note: Note, errand: Errand, connection: ConnectionSettings): Promise<Note | undefined> {
  let leaving: Note | undefined;
  await changeNote(note.captureId, (present) => {
    leaving = claimed(present, errand, connection, Date.now());
    return leaving;
  });
  return leaving;
}

async function isGenuine(note: Note, publicKey: string): Promise<boolean> {
  if (!note.receipt) return false;
  return (await verifyReceipt(note.receipt, note.capture, publicKey).catch(() => 'malformed')) === 'genuine';
}

function outcomeOf(answer: Answer<unknown>): Outcome {
  return answer.type === 'unreachable' ? 'unreachable' : 'done';
}

async function nextDue(): Promise<number | undefined> {
  const connection = await readConnection();
  const waiting = (await listNotes()).filter((note) => errandOf(note, connection)).map(dueAt);
  return waiting.length ? Math.max(Math.min(...waiting), (await readSilence()).until) : undefined;
}
