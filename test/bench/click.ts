/** Click → kept: from the real click on the toolbar button to the completed strict transaction, beside a bare one. */
import { serveCaseSystems } from '../../server/demonstration/case-systems.ts';
import { launchBrowserWithExtension } from '../e2e/browser/launch.ts';
import { percentile, report } from './report.ts';

const clicks = 60;

/** Milliseconds of bare strict transactions of one small object, in the worker of the extension itself. */
async function bareTransactions(count: number): Promise<number[]> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('bare', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('bare', { keyPath: 'id' });
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  const milliseconds: number[] = [];
  for (let index = 0; index < count; index++) {
    const begun = performance.now();
    await new Promise<void>((done, failed) => {
      const transaction = database.transaction('bare', 'readwrite', { durability: 'strict' });
      transaction.objectStore('bare').put({ id: crypto.randomUUID(), text: 'x'.repeat(1000) });
      transaction.oncomplete = () => done();
      transaction.onerror = () => failed(transaction.error);
    });
    milliseconds.push(performance.now() - begun);
  }
  database.close();
  return milliseconds;
}

export async function benchClick(): Promise<void> {
  const caseSystems = await serveCaseSystems({ port: 0 });
  const browser = await launchBrowserWithExtension({ caseSystemOrigin: 'http://127.0.0.1/*' });
  try {
    const page = await browser.context.newPage();
    await page.goto(`${caseSystems.origin}/classic/?open=150105000001`);
    await page.frameLocator('iframe[name="frame-150105000001"]').locator('td[data-field="案号"]').waitFor();
    const measured = () =>
      browser.inWorker(() => performance.getEntriesByName('click to kept').map(({ duration }) => duration));
    for (let click = 1; click <= clicks; click++) {
      await browser.clickToolbar(page);
      while ((await measured()).length < click) await new Promise((later) => setTimeout(later, 20));
      // The browser allows two pictures of a page in a second: clicks come as fast as a person's, not faster.
      await new Promise((later) => setTimeout(later, 550));
    }
    const kept = await measured();
    const bare = await browser.inWorker(bareTransactions, clicks);
    for (const share of [0.5, 0.95]) {
      report({
        name: `click to kept, p${share * 100}`,
        figure: percentile(kept, share),
        unit: 'ms',
        baseline: { name: 'bare strict transaction', figure: percentile(bare, share) },
      });
    }
  } finally {
    await browser.close();
    await caseSystems.close();
  }
}
