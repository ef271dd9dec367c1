/** Journey 1: the judge opens a case, clicks once, and the note is kept, sent and confirmed. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveCaseSystems } from '../../server/demonstration/case-systems.ts';
import { password } from '../server/support/world.ts';
import { connect } from './browser/connect.ts';
import { type BrowserWithExtension, launchBrowserWithExtension } from './browser/launch.ts';
import { notesOf } from './browser/outbox.ts';
import { type SmallServer, startSmallServer } from './browser/server.ts';

let systems: Awaited<ReturnType<typeof serveCaseSystems>>;
let extension: BrowserWithExtension;
let server: SmallServer;

beforeAll(async () => {
  systems = await serveCaseSystems({ port: 0 });
  server = await startSmallServer();
  extension = await launchBrowserWithExtension({ caseSystemOrigin: systems.origin });
  await connect(extension, { origin: server.origin, username: 'judge', password });
});
afterAll(async () => {
  await extension?.close();
  await server?.dispose();
  await systems?.close();
});

const civil = '（2026）内0105民初6127号';
const enforcement = '（2026）内0105执3316号';

/** A page of a case system, in front. */
async function opened(path: string): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(systems.origin + path);
  await page.bringToFront();
  return page;
}

/** Waits until the toolbar button says `words`; the badge tells a recognised case without colour. */
async function expectButton(page: Page, words: string, badge: string) {
  await expect
    .poll(() => extension.button(page), { timeout: 15_000 })
    .toEqual({
      title: expect.stringContaining(words),
      badge,
    });
}

async function openInnerTab(page: Page, id: string) {
  await page.click('[data-tab="list"] .title');
  await page.frameLocator('iframe[name="frame-list"]').locator(`a[data-case-id="${id}"]`).click();
}

describe('the toolbar button', () => {
  test('classic system: no case on desktop and list, the right one in each inner tab, none again on the list', async () => {
    const page = await opened('/classic/');
    await expectButton(page, '未识别到案件', '');
    await openInnerTab(page, '150105000001');
    await expectButton(page, civil, '案');
    await openInnerTab(page, '150105000003');
    await expectButton(page, enforcement, '案');
    await page.click('[data-tab="150105000001"] .title');
    await expectButton(page, civil, '案');
    await page.click('[data-tab="150105000003"] .title');
    await expectButton(page, enforcement, '案');
    await page.click('[data-tab="150105000003"] .close');
    await page.click('[data-tab="list"] .title');
    await expectButton(page, '未识别到案件', '');
    await page.close();
  });

  test('classic system: a search shows cases and opens none, even for one exact number', async () => {
    const page = await opened('/classic/');
    await page.click('[data-menu="search"]');
    const frame = page.frameLocator('iframe[name="frame-search"]');
    await frame.locator('#search-number').fill(civil);
    await frame.locator('#search-go').click();
    await frame.locator('#results td.number').first().waitFor();
    await page.waitForTimeout(800);
    await expectButton(page, '未识别到案件', '');
    await page.close();
  });

  test('single-page system: follows client-side routes into a case, its views, a related case, and back to the list', async () => {
    const page = await opened('/spa/cases');
    await page.locator('[data-case-id="150105000001"]').first().waitFor();
    await expectButton(page, '未识别到案件', '');
    await page.locator('#case-list [data-case-id="150105000001"]').click();
    await expectButton(page, civil, '案');
    for (const view of ['documents', 'related']) {
      await page.locator(`[data-view="${view}"]`).click();
      await page.locator(`[data-view="${view}"][aria-current="page"]`).waitFor();
      await page.waitForTimeout(600);
      await expectButton(page, civil, '案');
    }
    await page.locator('.related-case [data-case-id="150105000007"]').click();
    await expectButton(page, '（2026）内0105财保214号', '案');
    await page.locator('#menu a[href="/spa/cases"]').click();
    await expectButton(page, '未识别到案件', '');
    await page.close();
  });
});

describe('one click', () => {
  test('keeps the case, the page and the time, opens the panel, and is confirmed by the server ten seconds later', async () => {
    const page = await opened('/classic/');
    await openInnerTab(page, '150105000001');
    await expectButton(page, civil, '案');
    const before = Date.now();
    await extension.clickToolbar(page);
    await expect.poll(async () => (await notesOf(extension)).at(-1)?.screenshotBytes ?? 0).toBeGreaterThan(10_000);
    const [note] = (await notesOf(extension)).slice(-1);
    expect(note?.capture).toMatchObject({
      caseNumbers: [civil],
      caseTitle: '甲某某商贸有限公司与乙某某装饰工程有限公司买卖合同纠纷一案',
      cause: '买卖合同纠纷',
      parties: '原告：甲某某商贸有限公司；被告：乙某某装饰工程有限公司',
      stage: '普通程序',
      handlingJudge: '云某某',
      pageAddress: `${systems.origin}/classic/`,
      frameAddress: `${systems.origin}/classic/case.html?id=150105000001`,
    });
    expect(note?.capture.screenshot).toMatchObject({ mediaType: 'image/jpeg', bytes: note?.screenshotBytes });
    expect(Date.parse(note?.capture.capturedAt ?? '') - before).toBeLessThan(500);
    expect(note?.state).toBe('kept');
    await expect.poll(() => extension.panelIsOpen()).toBe(true);
    await expect.poll(async () => (await notesOf(extension)).at(-1)?.state, { timeout: 20_000 }).toBe('confirmed');
    expect(Date.now() - before).toBeGreaterThan(9_900);
    expect(await server.captureIds()).toContain(note?.captureId);
    expect((await notesOf(extension)).at(-1)?.screenshotBytes).toBe(note?.screenshotBytes);
    await page.close();
  });

  test('with two cases side by side keeps both, undecided', async () => {
    const page = await opened('/classic/case.html?id=150105000001');
    await page.evaluate(() => {
      document.body.replaceChildren(
        ...['150105000001', '150105000002'].map((id) => {
          const frame = document.createElement('iframe');
          frame.src = `case.html?id=${id}`;
          frame.width = frame.height = '600';
          return frame;
        }),
      );
    });
    await expectButton(page, '同时打开多个案件', '?');
    await extension.clickToolbar(page);
    await expect
      .poll(async () => (await notesOf(extension)).at(-1)?.capture.caseNumbers.toSorted())
      .toEqual(['（2026）内0105民初6088号', civil]);
    await page.close();
  });

  test('without a case on the page is kept all the same', async () => {
    const page = await opened('/spa/cases');
    await page.locator('[data-case-id="150105000001"]').first().waitFor();
    const before = (await notesOf(extension)).length;
    await extension.clickToolbar(page);
    await expect.poll(async () => (await notesOf(extension)).length).toBe(before + 1);
    expect((await notesOf(extension)).at(-1)?.capture).toMatchObject({
      caseNumbers: [],
      pageAddress: `${systems.origin}/spa/cases`,
    });
    await page.close();
  });
});
