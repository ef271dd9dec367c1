/** Every page of the console on demonstration data: whole at both widths, without a violation that axe knows, in both languages. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, signIn } from './support/console.ts';
import { type Demonstration, startDemonstration } from './support/demonstration.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const widths = [1280, 360];

let demonstration: Demonstration;
let browser: Browser;
beforeAll(async () => {
  demonstration = await startDemonstration();
  browser = await openBrowser();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await demonstration?.dispose();
});

/** What is wrong with a page as it stands: axe's violations, and content wider than the window. */
async function flawsOf(page: Page): Promise<string[]> {
  const flaws: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(axe);
    const found = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    for (const { id, nodes } of found.violations) {
      flaws.push(`${width}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) flaws.push(`${width}: ${over} pixels too wide`);
  }
  return flaws;
}

/** Waits until a page shows its content or says that there is none. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.spinner').waitFor({ state: 'detached' });
}

const pages: readonly (readonly [account: string, path: string, heading: string])[] = [
  ['judge', '/records', '我的记录'],
  ['judge', '/browsers', '已连接的浏览器'],
  ['judge', '/device', '连接浏览器扩展'],
  ['judge', '/password', '修改密码'],
  ['judge', '/nowhere', '没有找到这一页'],
  ['reviewer', '/inbox', '收件箱'],
  ['reviewer', '/records', '全部记录'],
  ['reviewer', '/matters', '事项'],
  ['committee', '/matters', '事项'],
  ['discipline', '/matters', '事项'],
  ['hr.region', '/performance-evaluation', '政绩考核'],
  ['hr.region', '/integrity-review', '述廉评议'],
  ['hr.region', '/statistics', '记录统计'],
  ['leader', '/self-check', '年度对照检查'],
  ['leader2', '/self-check', '年度对照检查'],
  ['auditor', '/reading-log', '查看日志'],
  ['administrator', '/accounts', '账号'],
];

describe('every page', () => {
  test.each(pages)('%s at %s finds %s, without a flaw', async (account, path, heading) => {
    const page = await signIn(browser, demonstration, account);
    await page.goto(demonstration.origin + path);
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(heading);
    expect(await page.title()).toContain(heading);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await flawsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('signing in is without a flaw, before and after a refusal, which keeps the user name', async () => {
    const page = await browser.newPage();
    await page.goto(demonstration.origin);
    await settled(page);
    expect(await flawsOf(page)).toEqual([]);
    await page.getByLabel('用户名').fill('judge');
    await page.getByLabel('密码').fill('not-the-password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('用户名或密码不正确').waitFor();
    expect(await page.getByLabel('用户名').inputValue()).toBe('judge');
    expect(await flawsOf(page)).toEqual([]);
    await page.close();
  });
});

describe('entries and dialogs', () => {
  test.each([
    ['judge', '/records', /查看记录/, [/^撤回$/]],
    ['reviewer', '/inbox', /查看记录/, [/^受理$/, /^退回补充$/]],
    ['reviewer', '/matters?state=opened', /查看事项/, [/^提出甄别意见$/]],
    ['committee', '/matters?state=referred', /查看事项/, [/^研究$/, /^认定$/]],
    ['committee', '/matters?state=released', /查看事项/, [/^更正$/, /^登记处理结果$/, /^撤销通报$/]],
  ])('%s opens an entry of %s without a flaw, and each step in its dialog', async (account, path, link, steps) => {
    const page = await signIn(browser, demonstration, account);
    await page.goto(demonstration.origin + path);
    await page.getByRole('link', { name: link }).first().click();
    await page.getByRole('heading', { name: '办理过程' }).waitFor();
    await settled(page);
    expect(await flawsOf(page)).toEqual([]);
    for (const step of steps) {
      const button = page.getByRole('button', { name: step });
      if (account === 'judge' && (await button.count()) === 0) continue;
      await button.click();
      await page.getByRole('dialog').waitFor();
      expect(await flawsOf(page), String(step)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.context().close();
  });

  test('HR reaches an official by keyboard alone, and Escape leads back to the table', async () => {
    const page = await signIn(browser, demonstration, 'hr.region');
    await page.goto(`${demonstration.origin}/performance-evaluation`);
    const opener = page.locator('.row-opener').first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: (await opener.textContent()) ?? '' });
    await sheet.waitFor();
    expect(await flawsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

describe('the console', () => {
  test('keeps the language that was chosen', async () => {
    const page = await signIn(browser, demonstration, 'reviewer');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await flawsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('goes to the next page of a list, into an entry, and back to where the list was left', async () => {
    const page = await signIn(browser, demonstration, 'administrator');
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 2 页').waitFor();
    // Until the page is there, the one before stands in for it, marked as busy.
    await page.locator('.list[aria-busy="false"]').waitFor();
    const first = await page.locator('tbody tr').first().textContent();
    await page.getByRole('button', { name: 'English' }).focus();
    await page.goto(`${demonstration.origin}/nowhere`);
    await page.goBack();
    await page.getByText('第 2 页').waitFor();
    await expect.poll(() => page.locator('tbody tr').first().textContent()).toBe(first);
    await page.context().close();
  });

  test('signs in again in place when the session is over', async () => {
    const page = await signIn(browser, demonstration, 'auditor');
    await page.context().clearCookies();
    await page.reload();
    await page.getByLabel('用户名').waitFor();
    expect(new URL(page.url()).pathname).toBe('/reading-log');
    await page.context().close();
  });

  test('keeps a leader’s draft when the page is closed, and offers no answer by default', async () => {
    const page = await signIn(browser, demonstration, 'leader2');
    await page.goto(`${demonstration.origin}/self-check?year=2025`);
    await settled(page);
    const again = page.getByRole('button', { name: '修改后重新提交' });
    if (await again.isVisible()) await again.click();
    else expect(await page.locator('.question input:checked').count()).toBe(0);
    await page.locator('.question').first().getByRole('radio', { name: '有' }).check();
    await page.getByLabel(/情况说明：请托说情/).fill('曾代为询问');
    await page.close();
    const [context] = browser.contexts().slice(-1);
    const reopened = await context?.newPage();
    await reopened?.goto(`${demonstration.origin}/self-check?year=2025`);
    if (!reopened) throw new Error('The context is gone');
    await settled(reopened);
    const revise = reopened.getByRole('button', { name: '修改后重新提交' });
    if (await revise.isVisible()) await revise.click();
    expect(await reopened.getByLabel(/情况说明：请托说情/).inputValue()).toBe('曾代为询问');
    await context?.close();
  });
});
