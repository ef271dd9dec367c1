/** Drives the console in a real browser, by the words that its users read. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../server/browser/find-browser.ts';
import type { Demonstration } from './demonstration.ts';

/** Opens the installed browser, without any extension. */
export async function openBrowser(): Promise<Browser> {
  const found = findBrowser();
  if (!found) throw new Error('No Chromium, Chrome or Edge is installed');
  return chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
  });
}

/** A page of the console on which an account of the demonstration has signed in. */
export async function signIn(browser: Browser, { origin, password }: Demonstration, username: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(origin);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '退出登录' }).waitFor();
  return page;
}

/** Opens the dialog of a step, lets it be filled in, confirms, and waits until it has closed. */
export async function takeStep(
  page: Page,
  step: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await page.getByRole('button', { name: step, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: step });
  await fill(dialog);
  await dialog.getByRole('button', { name: `确认${step}` }).click();
  await dialog.waitFor({ state: 'hidden' });
}
