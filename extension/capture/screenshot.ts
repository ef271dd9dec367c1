import { browser } from 'wxt/browser';
import type { Screenshot } from '../outbox/database.ts';

/** JPEG quality at which small Chinese text stays legible. */
const quality = 82;

/**
 * The visible part of the window's active tab; undefined where the browser refuses: on pages of its own, and at more than
 * two pictures a second. The note is kept all the same.
 */
export async function takeScreenshot(windowId: number): Promise<Screenshot | undefined> {
  try {
    const address = await browser.tabs.captureVisibleTab(windowId, { format: 'jpeg', quality });
    return { mediaType: 'image/jpeg', bytes: await (await fetch(address)).arrayBuffer() };
  } catch {
    return undefined;
  }
}

/** The hash that seals a picture, SHA-256 in hexadecimal. */
export async function sealOf(screenshot: Screenshot): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', screenshot.bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
