/** The detector as it is built, in a real browser, on pages as case systems write them. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../../../extension/detection/decision.ts';
import type { FrameSnapshot } from '../../../extension/detection/snapshot.ts';
import { findBrowser } from '../../../server/browser/find-browser.ts';
import { buildOutput, outputs } from '../../../server/build/outputs.ts';
import { detectionCases } from './pages.ts';

const detector = join(outputs.extension.folder, 'detector.js');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await buildOutput(outputs.extension);
  browser = await chromium.launch({ executablePath: findBrowser()?.path, args: ['--no-sandbox', '--disable-gpu'] });
  page = await browser.newPage();
  // What the detector asks of the browser before it reads.
  await page.addInitScript("globalThis.chrome = { runtime: { id: 'liuhen', sendMessage: () => Promise.resolve() } }");
});
afterAll(() => browser?.close());

/** What the detector says of a page. */
async function snapshotOf(html: string): Promise<FrameSnapshot> {
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><meta charset=utf-8>${html}`);
  return page.evaluate(readFileSync(detector, 'utf8'));
}

describe.each(Object.entries(detectionCases))('%s', (_, cases) => {
  test.each(cases)('$name', async ({ title = '', body, open, fields = {} }) => {
    const reading = decide(await snapshotOf(`<title>${title}</title>${body}`));
    expect(reading.caseNumbers).toEqual(open);
    expect(reading).toMatchObject(fields);
  });
});

test('looks into open shadow roots', async () => {
  const snapshot = await snapshotOf(`<div id=host></div><script>
    host.attachShadow({ mode: 'open' }).innerHTML = '<dl><dt>案号</dt><dd>（2026）内0105民初6127号</dd></dl>';
  </script>`);
  expect(decide(snapshot).caseNumbers).toEqual(['（2026）内0105民初6127号']);
});

test('reads a list of five thousand cases in less than a tenth of a second', async () => {
  const rows = Array.from(
    { length: 5000 },
    (_, index) => `<tr><td><a href=#>（2026）内0105民初${index}号</a></td><td>买卖合同纠纷</td></tr>`,
  );
  await snapshotOf(`<table><tr><th>案号<th>案由</tr>${rows.join('')}</table>`);
  const milliseconds = await page.evaluate(`{
    const begun = performance.now();
    ${readFileSync(detector, 'utf8')}
    performance.now() - begun;
  }`);
  expect(milliseconds).toBeLessThan(100);
});

test('is at most 8 KB, since every frame carries it', () => {
  expect(statSync(detector).size).toBeLessThanOrEqual(8192);
});
