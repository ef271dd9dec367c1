/**
 * When the sender runs: at the worker's every start, when a note is kept, when the panel asks, when the network is back,
 * when the connection changes, and at the time that it has arranged itself — by a timer while the worker lives, and by an
 * alarm that wakes it again.
 */
import { browser } from 'wxt/browser';
import { onConnectionChange, readConnection } from '../connection/settings.ts';
import { changeNote, listNotes } from './outbox.ts';
import { sendDue } from './sender.ts';
import { endSilence } from './silence.ts';
import { tidy } from './tidy.ts';
import { wakeMessage } from './wake.ts';

const alarmName = 'outbox';
/** Browsers ring an alarm at most every half minute. */
const soonestAlarm = 30_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let arrangedFor = Number.POSITIVE_INFINITY;

/** Registers every occasion, synchronously as a worker must, and runs once. */
export function scheduleSending(): void {
  browser.alarms.onAlarm.addListener(() => run());
  browser.runtime.onStartup.addListener(() => run());
  browser.runtime.onMessage.addListener((message: { type?: string }) => {
    if (message.type === wakeMessage.type) runAtOnce();
  });
  globalThis.addEventListener('online', runAtOnce);
  onConnectionChange(() => void readConnection().then(releaseRefused).then(runAtOnce));
  void tidy().then(run);
}

/** Looks through the outbox at the given time, or at an earlier one that is arranged already. */
export function sendAt(at: number): void {
  if (at >= arrangedFor) return;
  arrangedFor = at;
  clearTimeout(timer);
  timer = setTimeout(run, Math.max(0, at - Date.now()));
  void browser.alarms.create(alarmName, { when: Math.max(at, Date.now() + soonestAlarm) });
}

function run(): void {
  arrangedFor = Number.POSITIVE_INFINITY;
  void sendDue((at) => (at === undefined ? undefined : sendAt(at)));
}

function runAtOnce(): void {
  void endSilence().then(run);
}

/** Notes that were refused for want of a valid credential are tried again with the new one. */
async function releaseRefused(): Promise<void> {
  const connection = await readConnection();
  for (const note of await listNotes()) {
    if (note.problem?.status !== 401) continue;
    const sentAgain = note.state === 'attention';
    if (!(sentAgain ? connection?.captureToken : connection?.sessionToken)) continue;
    await changeNote(note.captureId, (present) => ({
      ...present,
      ...(sentAgain ? { state: 'kept' } : {}),
      problem: null,
    }));
  }
}
