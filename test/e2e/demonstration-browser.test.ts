/** What `npm run demo` opens, without its window. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { findBrowser } from '../../server/browser/find-browser.ts';
import { openPreparedBrowser, type PreparedBrowser } from '../../server/demonstration/prepared-browser.ts';
import { type Demonstration, startDemonstration } from './support/demonstration.ts';

/** The extension's own API, inside functions that run in its worker. */
declare const chrome: typeof browser;

let demonstration: Demonstration;
let prepared: PreparedBrowser;

beforeAll(async () => {
  demonstration = await startDemonstration();
  prepared = await openPreparedBrowser({
    executable: findBrowser()?.path ?? '',
    folder: join(demonstration.dataFolder, 'demonstration-browser'),
    origin: demonstration.origin,
    caseSystems: demonstration.caseSystems,
    parameters: ['--headless=new', '--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await prepared?.context.close();
  await demonstration?.dispose();
});

describe('the browser of the demonstration', () => {
  test('has the button in its toolbar', () => {
    const profile = join(demonstration.dataFolder, 'demonstration-browser/profile/Default/Preferences');
    const { extensions } = JSON.parse(readFileSync(profile, 'utf8'));
    expect(extensions.pinned_extensions).toEqual([prepared.extensionId]);
  });

  test('shows a case that the extension recognises', async () => {
    const [worker] = prepared.context.serviceWorkers();
    const title = () =>
      worker?.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getTitle({ tabId: tab?.id });
      });
    await expect.poll(title, { timeout: 10_000 }).toContain('（2026）内0105民初6127号');
  });

  test('keeps a record at the first click, and the server has it', async () => {
    const { session, extensionId, page, context } = prepared;
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(({ url }) => url === page.url());
    await session.send('Extensions.triggerAction', { id: extensionId, targetId: tab?.targetId ?? '' });
    const newest = async () => {
      // The browser's own requests: the judge is signed in to the console, too.
      const answer = await context.request.get(`${demonstration.origin}/api/records?limit=1`);
      const { items } = await answer.json();
      return Date.now() - Date.parse(items[0].capturedAt) < 60_000 ? items[0].caseNumbers : null;
    };
    await expect.poll(newest, { timeout: 30_000, interval: 500 }).toEqual(['（2026）内0105民初6127号']);
  });
});
