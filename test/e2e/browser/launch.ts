/**
 * A real browser with the real extension. The browser is the one that is installed; the extension is the institution's
 * build (access to the case systems granted), since nobody can answer a permission question in a headless window.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { findBrowser } from '../../../server/browser/find-browser.ts';
import { openWithExtension } from '../../../server/browser/open-with-extension.ts';
import { buildOutput, outputs } from '../../../server/build/outputs.ts';
import { makeInstitutionBuild } from '../../../server/extension/institution-build.ts';

/** The extension's own API, inside functions that run in its worker. */
declare const chrome: typeof browser;

export interface BrowserWithExtension {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The profile; a browser started with it again finds what this one kept. */
  readonly userDataDir: string;
  /** A real click on the toolbar button while `page` is in front. Returns when the browser has dispatched it. */
  clickToolbar(page: Page): Promise<void>;
  /** What the toolbar button of the page in front shows. */
  button(page: Page): Promise<{ title: string; badge: string }>;
  /** Runs in the extension's worker, which must be running. */
  inWorker: Worker['evaluate'];
  /** The extension's worker, running. */
  worker(): Promise<Worker>;
  /** Removes the extension and installs it anew, while pages stay open. What it kept is gone with it. */
  reinstall(): Promise<void>;
  /** Stops the extension's worker, as the browser does with idle ones. */
  stopWorker(): Promise<void>;
  /** Whether the browser shows the panel beside a page. */
  panelIsOpen(): Promise<boolean>;
  /** The panel's page, opened in a tab of its own. */
  openPanel(): Promise<Page>;
  /** SIGKILL: the browser gets no chance to finish anything. The profile stays. */
  kill(): Promise<void>;
  /** Closes it as a user does; the profile stays where it was given, a temporary one goes. */
  close(): Promise<void>;
}

/** Without a window, and in containers, which know no sandbox of Chromium's. */
const headless = ['--headless=new', '--no-sandbox', '--disable-gpu'];

/**
 * Starts the browser and loads the extension.
 * @param options.caseSystemOrigin the origin to which the extension has access.
 * @param options.userDataDir a profile to go on with; a temporary one without it.
 */
export async function launchBrowserWithExtension(options: {
  readonly caseSystemOrigin: string;
  readonly userDataDir?: string;
}): Promise<BrowserWithExtension> {
  const found = findBrowser();
  if (!found) throw new Error('No Chromium, Chrome or Edge is installed');
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'liuhen-profile-'));
  await buildOutput(outputs.extension);
  // Beside the profile: the id of an unpacked extension, and with it all that it has stored, hangs on its path.
  const extension = `${userDataDir}-extension`;
  await makeInstitutionBuild({ from: outputs.extension.folder, to: extension, origins: [options.caseSystemOrigin] });
  const { context, extensionId, session } = await openWithExtension({
    executable: found.path,
    profile: userDataDir,
    extension,
    size: { width: 1280, height: 860 },
    language: 'zh-CN',
    parameters: headless,
  });
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const processId = processInfo.find(({ type }) => type === 'browser')?.id;
  const worker = () => workerOf(context, extensionId);
  await worker();

  return {
    context,
    extensionId,
    userDataDir,
    async clickToolbar(page) {
      const targetId = await tabTargetOf(session, page);
      await session.send('Extensions.triggerAction', { id: extensionId, targetId });
    },
    async button(page) {
      await page.bringToFront();
      return (await worker()).evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const where = { tabId: tab?.id };
        return { title: await chrome.action.getTitle(where), badge: await chrome.action.getBadgeText(where) };
      });
    },
    inWorker: async (...call: Parameters<Worker['evaluate']>) => (await worker()).evaluate(...call),
    worker,
    async reinstall() {
      await session.send('Extensions.uninstall', { id: extensionId });
      const started = context.waitForEvent('serviceworker');
      await session.send('Extensions.loadUnpacked', { path: extension });
      await started;
    },
    async stopWorker() {
      // By way of a page that is open already: opening one would wake the worker again.
      const [page] = context.pages();
      if (!page) throw new Error('No page is open');
      const workers = await context.newCDPSession(page);
      await workers.send('ServiceWorker.enable');
      await workers.send('ServiceWorker.stopAllWorkers');
      await workers.detach();
    },
    async panelIsOpen() {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.some(({ url }) => url === `chrome-extension://${extensionId}/sidepanel.html`);
    },
    async openPanel() {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
      return page;
    },
    async kill() {
      if (processId === undefined) throw new Error('The browser did not name its process');
      const closed = new Promise((done) => context.once('close', done));
      process.kill(processId, 'SIGKILL');
      await closed;
    },
    async close() {
      await context.close();
      if (!options.userDataDir)
        for (const folder of [userDataDir, extension]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The extension's worker, waited for while it starts. */
async function workerOf(context: BrowserContext, extensionId: string): Promise<Worker> {
  const own = (worker: Worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`);
  return context.serviceWorkers().find(own) ?? context.waitForEvent('serviceworker', { predicate: own });
}

/** The id under which the Extensions domain knows the tab of a page. Playwright knows pages, not tabs: they meet by address. */
async function tabTargetOf(session: CDPSession, page: Page): Promise<string> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const [tab, second] = targetInfos.filter(({ url }) => url === page.url());
  if (!tab || second) throw new Error(`${tab ? 'Several tabs show' : 'No tab shows'} ${page.url()}`);
  return tab.targetId;
}
