/** A reviewer sets up an authenticator app in a real browser, signs in with it, and with a backup code; outside a demonstration. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../server/build/outputs.ts';
import { codeOf } from '../server/support/authenticator.ts';
import { openBrowser } from './support/console.ts';
import { type Demonstration, startDemonstration } from './support/demonstration.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: Demonstration;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let secret: string;
let backupCodes: string[];
beforeAll(async () => {
  server = await startDemonstration({ LIUHEN_DEMO: '0' });
  browser = await openBrowser();
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

async function flaws(): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    for (const { id, nodes } of violations)
      found.push(`${width}: ${id} at ${nodes.map(({ target }) => target).join()}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) found.push(`${width}: ${over} pixels too wide`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

/** The page as a picture, where somebody wants to look at it. */
async function picture(name: string): Promise<void> {
  const folder = process.env.LIUHEN_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** By keyboard alone: name, Tab, password, Enter. */
async function typePassword(): Promise<void> {
  await page.goto(server.origin);
  await page.getByLabel('用户名').focus();
  await page.keyboard.type('reviewer');
  await page.keyboard.press('Tab');
  await page.keyboard.type(server.password);
  await page.keyboard.press('Enter');
}

const heading = (level: 1 | 2, name: string) => page.getByRole('heading', { level, name }).waitFor();
async function signOut(): Promise<void> {
  await page.getByRole('button', { name: '退出登录', exact: true }).click();
  await heading(1, '登录');
}
/** A code that was not used yet: each is good once, for half a minute. */
let lastCode = '';
async function nextCode(): Promise<string> {
  while (codeOf(secret, Date.now()) === lastCode) await new Promise((later) => setTimeout(later, 500));
  lastCode = codeOf(secret, Date.now());
  return lastCode;
}

test('setting up leads by keyboard from the password over the backup codes to the first code, without a flaw', async () => {
  await typePassword();
  await heading(1, '绑定动态验证码');
  await heading(2, '确认是您本人');
  expect(await flaws()).toEqual([]);
  await picture('enrol-1');
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.keyboard.type('not-the-password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('密码不正确').waitFor();
  await page.getByLabel('密码').fill(server.password);
  await page.keyboard.press('Enter');

  await heading(2, '保存备用码');
  backupCodes = await page.locator('.backup-codes li').allTextContents();
  expect(new Set(backupCodes).size).toBe(10);
  expect(await flaws()).toEqual([]);
  await picture('enrol-2');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存为文件' }).press('Enter'),
  ]);
  expect(file.suggestedFilename()).toBe('留痕备用码.txt');
  expect(
    readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n'),
  ).toEqual(backupCodes);
  await page.getByRole('button', { name: '我已妥善保存' }).press('Enter');

  await heading(2, '绑定验证器');
  await page.getByRole('img', { name: '绑定用二维码' }).waitFor();
  secret = (await page.locator('.enrol-secret span').allTextContents()).join('');
  expect(await flaws()).toEqual([]);
  await picture('enrol-3');
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('验证码不正确').waitFor();
  await page.getByLabel('应用显示的 6 位数字').fill(await nextCode());
  await page.keyboard.press('Enter');
  await heading(1, '收件箱');
}, 60_000);

test('signing in then asks for the code, and refuses it a second time', async () => {
  await signOut();
  await typePassword();
  await heading(1, '动态验证码');
  expect(await flaws()).toEqual([]);
  await picture('challenge');
  await page.keyboard.type(lastCode);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('已使用过').waitFor();
  expect(await flaws()).toEqual([]);
  await picture('challenge-refused');
  await page.getByLabel('验证码').fill(await nextCode());
  await page.keyboard.press('Enter');
  await heading(1, '收件箱');
}, 60_000);

test('a backup code stands in once', async () => {
  for (const good of [true, false]) {
    await signOut();
    await typePassword();
    await heading(1, '动态验证码');
    await page.getByRole('button', { name: '无法使用验证器？改用备用码' }).click();
    await page.getByLabel('备用码', { exact: true }).fill(backupCodes[0] ?? '');
    expect(await flaws()).toEqual([]);
    await page.keyboard.press('Enter');
    if (good) await heading(1, '收件箱');
    else await page.getByRole('alert').getByText('备用码不正确或已使用过').waitFor();
  }
}, 60_000);

test('the pages stand in English as well', async () => {
  await page.getByRole('button', { name: 'English' }).click();
  await page.goto(server.origin);
  await page.getByLabel('User name').fill('reviewer');
  await page.getByLabel('Password').fill(server.password);
  await page.keyboard.press('Enter');
  await heading(1, 'Code of your authenticator app');
  expect(await flaws()).toEqual([]);
  await picture('challenge-en');
  await page.getByRole('button', { name: '中文' }).click();
});

describe('the administrator', () => {
  const run = promisify(execFile);
  const reset = (username: string) =>
    run(process.execPath, [join(projectFolder, 'server/main.ts'), 'account', 'reset-second-factor', username], {
      env: { ...process.env, LIUHEN_DATA: server.dataFolder, LIUHEN_DEMO: '0' },
    });

  test('resets a second factor by command line, while the server runs', async () => {
    expect((await reset('reviewer')).stdout).toContain('已重置 reviewer');
    await typePassword();
    await heading(1, '绑定动态验证码');
    await page.getByRole('button', { name: '暂不绑定，退出登录' }).click();
    await heading(1, '登录');
  }, 30_000);

  test('hears of a user name that is nobody’s', async () => {
    await expect(reset('nobody')).rejects.toMatchObject({
      stderr: expect.stringContaining('没有登录名为“nobody”的账号'),
    });
  }, 30_000);
});

test('a recorder signs in with the password alone', async () => {
  await page.goto(server.origin);
  await page.getByLabel('用户名').fill('judge');
  await page.getByLabel('密码').fill(server.password);
  await page.keyboard.press('Enter');
  await heading(1, '我的记录');
});
