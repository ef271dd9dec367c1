/**
 * Connects the extension as a judge does: the panel asks for an approval, the judge signs in to the page that it opens,
 * compares and approves. The real pages are driven; nothing is written past them.
 */
import type { BrowserContext, Page } from 'playwright-core';
import type { Term } from '../../shared/vocabulary.ts';
import { deviceWording, signInWording } from '../console/wording/access.ts';
import { demonstrationPassword } from './accounts.ts';

/** A word of the console in whichever language the browser speaks. */
const either = ({ zh, en }: Term): RegExp => new RegExp(`^(${zh}|${en})$`);

/**
 * @param origin of the server
 * @returns when the extension holds its session; the page on which it was approved stays open
 */
export async function connectAsJudge(context: BrowserContext, extensionId: string, origin: string): Promise<Page> {
  const panel = await context.newPage();
  await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  await panel.locator('input[type=url]').fill(origin);
  const [approval] = await Promise.all([
    context.waitForEvent('page', (page) => page !== panel),
    panel.locator('form button[type=submit]').click(),
  ]);
  await signIn(approval);
  await approval.getByRole('button', { name: either(deviceWording.approve) }).click();
  await approval.getByText(either(deviceWording.approved)).waitFor();
  // The panel asks every few seconds (RFC 8628) and then says in place of the waiting that it may begin.
  await panel.locator('.notice[data-tone=success]').waitFor();
  await panel.close();
  return approval;
}

async function signIn(page: Page): Promise<void> {
  await page.locator('input[autocomplete=username]').fill('judge');
  await page.locator('input[type=password]').fill(demonstrationPassword);
  await page.getByRole('button', { name: either(signInWording.signIn) }).click();
}
