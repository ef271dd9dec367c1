/** How background and panel tell each other that the outbox has changed. Nothing is carried but the note's id. */

/** - `kept`: a click was kept just now · `changed`: a note has another state or draft · `removed`: undone
 *  - `failed`: a click could not be kept (disk full, say); the recorder must be told */
export type OutboxChange =
  | { readonly type: 'kept' | 'changed' | 'removed'; readonly captureId: string }
  | { readonly type: 'failed'; readonly reason: string };

const channelName = 'liuhen-outbox';

/** Tells every other part of the extension. */
export function announce(change: OutboxChange): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(change);
  channel.close();
}

/**
 * Hears of every change made elsewhere in the extension.
 * @returns a function that stops listening.
 */
export function onChange(listener: (change: OutboxChange) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = (event: MessageEvent<OutboxChange>) => listener(event.data);
  return () => channel.close();
}
