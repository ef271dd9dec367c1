/** Journey 2: from the reviewer to HR, on the real program, in a real browser. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../server/build/outputs.ts';
import type { PerformanceRow } from '../../shared/feeds/rows.ts';
import { openBrowser, signIn, takeStep } from './support/console.ts';
import { type Demonstration, startDemonstration } from './support/demonstration.ts';

/** The year of the release: that of the day on which the test runs, in the institution's zone. */
const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date()));

let demonstration: Demonstration;
let browser: Browser;
let reviewer: Page;
let committee: Page;
let token: string;
/** Whom the matter of this test names; taken from the first record of the inbox that names one of the directory. */
let official: { id: string; name: string };
let recordId: string;
let matterAddress: string;

beforeAll(async () => {
  demonstration = await startDemonstration();
  browser = await openBrowser();
  token =
    execFileSync(process.execPath, [join(projectFolder, 'server/main.ts'), 'token', 'create', '--role', 'hr'], {
      env: { ...process.env, LIUHEN_DATA: demonstration.dataFolder },
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
      .at(-1) ?? '';
  reviewer = await signIn(browser, demonstration, 'reviewer');
  committee = await signIn(browser, demonstration, 'committee');
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await demonstration?.dispose();
});

const pull = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${demonstration.origin}/feeds/performance-evaluation${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });

/** Every row of the year, page by page. */
async function allRows(): Promise<PerformanceRow[]> {
  const rows: PerformanceRow[] = [];
  let cursor: string | null = null;
  do {
    const answer = await pull(`?year=${year}&limit=90${cursor ? `&cursor=${cursor}` : ''}`);
    expect(answer.status).toBe(200);
    const page = await answer.json();
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}
const releasedOf = async (id: string) =>
  (await allRows()).find(({ officialId }) => officialId === id)?.releasedMatters ?? 0;

describe('journey 2', () => {
  test('1a the reviewer sees submitted records in the inbox and shelves an ordinary inquiry', async () => {
    await reviewer.getByRole('heading', { name: '收件箱' }).waitFor();
    await reviewer
      .getByRole('link', { name: /查看记录/ })
      .nth(1)
      .click();
    await reviewer.getByRole('button', { name: '受理', exact: true }).click();
    await reviewer.getByRole('dialog', { name: '受理记录' }).getByRole('button', { name: '确认受理' }).click();
    await reviewer.getByRole('link', { name: '查看事项' }).first().click();
    await takeStep(reviewer, '提出甄别意见', async (dialog) => {
      await dialog.getByLabel('一般过问', { exact: true }).check();
      await dialog.getByLabel(/理由/).fill('了解进度，未提出要求');
    });
    await takeStep(reviewer, '存查', async () => {});
    await reviewer.getByText('已存查').first().waitFor();
  });

  test('1b accepts another into a matter, gives the screening opinion, and refers it to the committee', async () => {
    const list = await reviewer.request.get(`${demonstration.origin}/api/records?state=submitted&limit=50`);
    for (const { id } of (await list.json()).items) {
      const record = await (await reviewer.request.get(`${demonstration.origin}/api/records/${id}`)).json();
      const { officialId, name } = record.details.actor;
      if (!officialId) continue;
      official = { id: officialId, name };
      recordId = id;
      break;
    }
    await reviewer.goto(`${demonstration.origin}/records/${recordId}`);
    await reviewer.getByRole('button', { name: '受理', exact: true }).click();
    await reviewer.getByRole('dialog', { name: '受理记录' }).getByRole('button', { name: '确认受理' }).click();
    await reviewer.getByRole('link', { name: '查看事项' }).first().click();
    matterAddress = reviewer.url();
    await takeStep(reviewer, '提出甄别意见', async (dialog) => {
      await dialog.getByLabel('违法干预', { exact: true }).check();
      await dialog.getByLabel(/理由/).fill('多次请托说情，有倾向性意见');
    });
    await takeStep(reviewer, '报送政法委', async () => {});
    await reviewer.getByText('已报政法委').first().waitFor();
  });

  test('2a the committee officer determines and records the approval; the feed still shows nothing', async () => {
    const before = await releasedOf(official.id);
    await committee.goto(matterAddress);
    await takeStep(committee, '认定', async (dialog) => {
      await dialog.getByLabel('违法干预', { exact: true }).check();
      const chosen = dialog.locator('.chosen-official');
      if ((await chosen.count()) === 0) {
        await dialog.getByRole('combobox').fill(official.name);
        await dialog.getByRole('option').first().click();
      }
      await dialog.getByLabel('领导干部本人', { exact: true }).check();
      await dialog.getByLabel('请托说情', { exact: true }).check();
      await dialog.getByLabel(/理由/).fill('事实清楚，证据充分');
    });
    await takeStep(committee, '登记批准', async (dialog) => {
      await dialog.getByLabel(/批准人或批准机关/).fill('赛罕区委');
    });
    expect(await releasedOf(official.id)).toBe(before);
  });

  test('2b releases it: the next pull of HR shows it, and an unchanged one answers 304', async () => {
    const before = await releasedOf(official.id);
    const stale = (await pull(`?year=${year}`)).headers.get('etag') ?? '';
    await takeStep(committee, '通报', async (dialog) => {
      await dialog.getByLabel('政法系统', { exact: true }).check();
    });
    expect(await releasedOf(official.id)).toBe(before + 1);
    const changed = await pull(`?year=${year}`, { 'if-none-match': stale });
    expect(changed.status).toBe(200);
    const fresh = changed.headers.get('etag') ?? '';
    expect((await pull(`?year=${year}`, { 'if-none-match': fresh })).status).toBe(304);
  });

  test('3 HR opens 政绩考核 for the year, sorts, filters, opens the official, and downloads files that are whole', async () => {
    const hr = await signIn(browser, demonstration, 'hr.region');
    await hr.goto(`${demonstration.origin}/performance-evaluation?year=${year}`);
    await hr.getByRole('heading', { name: '政绩考核' }).waitFor();
    await hr.getByRole('table').waitFor();
    const names = () => hr.locator('tbody .row-opener').allTextContents();
    const shownFirst = await names();
    await hr.getByTitle('按“姓名”排序').click();
    await expect.poll(names).not.toEqual(shownFirst);
    await hr.getByLabel('机关类别').selectOption({ label: '审判机关' });
    await expect
      .poll(async () => new Set(await hr.locator('tbody td:nth-child(4)').allTextContents()))
      .toEqual(new Set(['审判机关']));
    await hr.getByLabel('机关类别').selectOption({ label: '全部机关' });
    await hr.getByLabel('姓名、单位或职务').fill(official.name);
    await hr.getByRole('button', { name: official.name }).first().click();
    await hr
      .getByRole('dialog')
      .getByRole('heading', { name: /已通报事项/ })
      .waitFor();
    await hr.keyboard.press('Escape');
    for (const [kind, magic] of [
      ['XLSX', 'PK'],
      ['CSV', '\u00ef\u00bb\u00bf'],
    ] as const) {
      const [download] = await Promise.all([
        hr.waitForEvent('download'),
        hr.getByRole('link', { name: new RegExp(kind) }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(
        new RegExp(`政绩考核.*${year}.*\\.${kind}$|${year}.*政绩考核.*\\.${kind}$`, 'i'),
      );
      const content = readFileSync(await download.path());
      expect(content.subarray(0, magic.length).toString('latin1')).toBe(magic);
      if (kind === 'CSV') expect(content.toString('utf8')).toContain(official.name);
    }
  });

  test("4 HR's own system pulls NDJSON and CSV, and finds the schema at /openapi.json and /docs", async () => {
    const lines = (await (await pull(`.ndjson?year=${year}`)).text()).trim().split('\n');
    expect(lines.length).toBe((await allRows()).length);
    expect(JSON.parse(lines[0] ?? '')).toHaveProperty('releasedMatters');
    expect((await pull(`.csv?year=${year}`)).headers.get('content-type')).toMatch(/text\/csv/);
    const description = await (await fetch(`${demonstration.origin}/openapi.json`)).json();
    expect(Object.keys(description.paths)).toContain('/feeds/performance-evaluation');
    const documentation = await browser.newPage();
    await documentation.goto(`${demonstration.origin}/docs`);
    await documentation.getByText('/feeds/performance-evaluation', { exact: false }).first().waitFor();
    await documentation.close();
  });
});
