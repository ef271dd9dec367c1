/**
 * The frames of a tab that have spoken. Needed for case systems inside a portal of another origin: there the browser lets
 * nobody read "all frames" of the tab, but those that are granted one by one. Kept in `storage.session`.
 */
import { browser } from 'wxt/browser';

/** Of a day with many inner tabs, the frames that spoke last. */
const most = 50;

const keyOf = (tabId: number) => `frames:${tabId}`;

/** Frame ids of a tab; some of them may be gone. */
export async function knownFrames(tabId: number): Promise<number[]> {
  const key = keyOf(tabId);
  const stored = await browser.storage.session.get<Record<string, number[]>>(key);
  return stored[key] ?? [];
}

/** The change before: frames of one page speak at the same moment, and each change reads what the last one wrote. */
let lastChange: Promise<void> = Promise.resolve();

/** Adds a frame of a tab. Resolves when it is among the known ones. */
export function rememberFrame(tabId: number, frameId: number): Promise<void> {
  const change = lastChange.then(() => addFrame(tabId, frameId));
  lastChange = change.catch(() => undefined);
  return change;
}

async function addFrame(tabId: number, frameId: number): Promise<void> {
  const known = await knownFrames(tabId);
  if (!known.includes(frameId)) await browser.storage.session.set({ [keyOf(tabId)]: [...known, frameId].slice(-most) });
}

/** Forgets the frames of a tab that has left its page. */
export async function forgetFrames(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
