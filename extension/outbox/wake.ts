import { browser } from 'wxt/browser';

/** The message on which the background looks through the outbox. */
export const wakeMessage = { type: 'liuhen:send' } as const;

/** Wakes the background so that it sends what waits. A worker that cannot be woken finds it at its next alarm. */
export async function wakeSender(): Promise<void> {
  await browser.runtime.sendMessage(wakeMessage).catch(() => undefined);
}
