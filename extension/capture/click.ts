/**
 * One click (一键留痕). Order matters: the picture is asked for and the panel opened in the very tick of the click, since
 * the browser allows both only there and the page must be shown as it was; then the frames are read and the note is
 * written. The picture follows in a transaction of its own, since it takes the browser ten times as long as the note: by
 * then the note has been on the disk for long, whatever happens to the browser.
 */
import type { Browser } from 'wxt/browser';
import { readConnection } from '../connection/settings.ts';
import { warnOnButton } from '../detection/button.ts';
import { readingAtClick } from '../detection/recognition.ts';
import { announce } from '../outbox/announcement.ts';
import { attachScreenshot, keepNote } from '../outbox/outbox.ts';
import { noteOf } from './note-of.ts';
import { openPanel } from './open-panel.ts';
import { sealOf, takeScreenshot } from './screenshot.ts';

type Tab = Browser.tabs.Tab;

/** Name under which the time from each click to its completed strict transaction stands in the worker's timeline. */
const keptMeasure = 'click to kept';

/**
 * Keeps what the tab shows. Every click makes a note of its own; nothing is merged, so nothing can be lost.
 * @returns the id of the note, or undefined where it could not be kept, which the recorder has been told by then.
 */
export async function keepClick(tab: Tab): Promise<string | undefined> {
  const clickedAt = Date.now();
  const clicked = performance.now();
  const picture = takeScreenshot(tab.windowId);
  openPanel(tab);
  const [reading, connection] = await Promise.all([readingAtClick(tab.id ?? -1), readConnection().catch(() => null)]);
  const note = noteOf({
    captureId: crypto.randomUUID(),
    clickedAt,
    tab,
    reading,
    accountId: connection?.account.accountId ?? null,
  });
  try {
    await keepNote(note).catch(() => keepNote(note));
    performance.measure(keptMeasure, { start: clicked });
  } catch (error) {
    announce({ type: 'failed', reason: String(error) });
    await warnOnButton(tab.id);
    return undefined;
  }
  const screenshot = await picture;
  if (screenshot) await attachScreenshot(note.captureId, screenshot, await sealOf(screenshot)).catch(() => false);
  return note.captureId;
}
