/** How long a server that did not answer is left alone. Kept for the life of the browser, not of the worker. */
import { browser } from 'wxt/browser';
import { type Answer, pauseAfter } from './delivery.ts';

interface Silence {
  /** Epoch milliseconds. */
  readonly until: number;
  readonly failures: number;
}

const key = 'silence';
const none: Silence = { until: 0, failures: 0 };

export async function readSilence(): Promise<Silence> {
  return (await browser.storage.session.get<{ [key]?: Silence }>(key))[key] ?? none;
}

/** Ends the silence: the network is back, or somebody wants it tried at once. */
export async function endSilence(): Promise<void> {
  await browser.storage.session.remove(key);
}

/**
 * Lengthens the silence after an unanswered request, ends it after an answered one.
 * @returns epoch milliseconds from which the server may be tried again.
 */
export async function silenceAfter(answer: Answer<unknown>): Promise<number> {
  if (answer.type !== 'unreachable') {
    await endSilence();
    return 0;
  }
  const failures = (await readSilence()).failures + 1;
  const until = Date.now() + pauseAfter(failures, answer.retryAfterSeconds, Math.random());
  await browser.storage.session.set({ [key]: { until, failures } satisfies Silence });
  return until;
}
