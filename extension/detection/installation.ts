/** Puts the detector into the case systems that the extension may read, and nowhere else. */
import { browser } from 'wxt/browser';

const scriptId = 'detector';

let installing: Promise<void> = Promise.resolve();

/**
 * Registers the detector for the origins granted now, and puts it into their tabs that are open already. One call after
 * the other: installing and granting often come at the same moment.
 */
export function installDetector(): Promise<void> {
  installing = installing.then(install, install);
  return installing;
}

async function install(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  if (origins.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: scriptId,
      js: ['detector.js'],
      matches: origins,
      allFrames: true,
      matchOriginAsFallback: true, // about:blank and srcdoc frames, which older systems write their pages into
      runAt: 'document_end',
      persistAcrossSessions: true,
    },
  ]);
  const tabs = await browser.tabs.query({ url: origins });
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : injectNow(tab.id))));
}

async function injectNow(tabId: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, files: ['/detector.js'] })
    .catch(() => undefined); // A page of the browser's own, or one that is being closed.
}

/** Keeps the installation in step with what is granted. */
export function watchAccess(): void {
  browser.permissions.onAdded.addListener(() => void installDetector());
  browser.permissions.onRemoved.addListener(() => void installDetector());
}
