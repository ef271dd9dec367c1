/**
 * What a tab shows. There is one way to know: all its frames are read at once, so that a frame that is gone can never
 * speak. Detectors only say that something has changed. The last reading is kept in `storage.session`, for the click that
 * meets a frame too busy to answer; it outlives the worker, not the browser.
 */
import { browser } from 'wxt/browser';
import { arbitrate, type TabReading } from './arbitration.ts';
import { showOnButton } from './button.ts';
import { decide } from './decision.ts';
import { forgetFrames, knownFrames, rememberFrame } from './known-frames.ts';
import { changedMessage, type FrameSnapshot } from './snapshot.ts';

/** The longest that a click waits for the frames, in milliseconds. */
const patience = 250;

/** Listens to the detectors and to tabs. Registers its listeners synchronously, as a worker must. */
export function watchTabs(): void {
  browser.runtime.onMessage.addListener((message: { type?: string }, sender) => {
    const tabId = sender.tab?.id;
    if (message.type !== changedMessage.type || tabId === undefined) return;
    void rememberFrame(tabId, sender.frameId ?? 0).then(() => recognise(tabId));
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'loading') void recognise(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void browser.storage.session.remove(keyOf(tabId));
    void forgetFrames(tabId);
  });
}

/** What the tab shows now; what it showed last where its frames do not answer in time. */
export async function readingAtClick(tabId: number): Promise<TabReading> {
  const late = new Promise<undefined>((done) => setTimeout(done, patience, undefined));
  return (await Promise.race([readTab(tabId), late])) ?? lastReading(tabId);
}

const keyOf = (tabId: number) => `reading:${tabId}`;

/** Tabs being read, and whether they changed meanwhile. */
const underway = new Map<number, { again: boolean }>();

async function recognise(tabId: number): Promise<void> {
  const present = underway.get(tabId);
  if (present) {
    present.again = true;
    return;
  }
  const turn = { again: true };
  underway.set(tabId, turn);
  while (turn.again) {
    turn.again = false;
    const reading = await readTab(tabId);
    await browser.storage.session.set({ [keyOf(tabId)]: reading });
    await showOnButton(tabId, reading);
  }
  underway.delete(tabId);
}

/** Reads every frame that the extension may read: those of granted origins, or of the clicked tab's own (`activeTab`). */
async function readTab(tabId: number): Promise<TabReading> {
  const read = await readFrames({ tabId, allFrames: true }).catch(async () => {
    const frames = await knownFrames(tabId);
    const apart = frames.map((frameId) => readFrames({ tabId, frameIds: [frameId] }).catch(() => []));
    return (await Promise.all(apart)).flat();
  });
  return arbitrate(read.map((snapshot) => ({ ...snapshot, ...decide(snapshot) })));
}

type Target = { readonly tabId: number } & ({ readonly allFrames: true } | { readonly frameIds: number[] });

/** @throws where one of the frames is gone, or its origin is not granted. */
async function readFrames(target: Target): Promise<FrameSnapshot[]> {
  const read = await browser.scripting.executeScript<[], FrameSnapshot>({
    target,
    files: ['/detector.js'],
    injectImmediately: true,
  });
  return read.flatMap(({ result }) => (result ? [result] : []));
}

async function lastReading(tabId: number): Promise<TabReading> {
  const key = keyOf(tabId);
  const stored = await browser.storage.session.get<Record<string, TabReading>>(key);
  return stored[key] ?? arbitrate([]);
}
