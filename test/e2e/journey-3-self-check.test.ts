/** Journey 3: the leader checks themself, on the real program, in a real browser. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../server/build/outputs.ts';
import type { IntegrityRow } from '../../shared/feeds/rows.ts';
import { selfCheckGroups } from '../../shared/self-check/items.ts';
import type { SelfCheckView } from '../../shared/self-check/self-check.ts';
import { openBrowser, signIn } from './support/console.ts';
import { type Demonstration, startDemonstration } from './support/demonstration.ts';

/** A year in which the demonstration leader has released matters. */
const year = 2026;

let demonstration: Demonstration;
let browser: Browser;
let leader: Page;

beforeAll(async () => {
  demonstration = await startDemonstration();
  browser = await openBrowser();
  leader = await signIn(browser, demonstration, 'leader');
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await demonstration?.dispose();
});

const view = async (): Promise<SelfCheckView> =>
  (await leader.request.get(`${demonstration.origin}/api/self-checks/${year}`)).json();

describe('journey 3', () => {
  test('1 the leader finds every item to answer beside the matters released about them, and nothing else of records', async () => {
    await leader.goto(`${demonstration.origin}/self-check?year=${year}`);
    await leader.getByRole('heading', { name: '年度对照检查' }).waitFor();
    const { releasedMatters } = await view();
    expect(releasedMatters.length).toBeGreaterThan(0);
    for (const path of ['/api/records', '/api/matters', '/api/directory/officials', '/feeds/performance-evaluation']) {
      expect((await leader.request.get(demonstration.origin + path)).status(), path).toBe(404);
    }
  });

  test('2a cannot submit with items open; answers them, and submits', async () => {
    const again = leader.getByRole('button', { name: '修改后重新提交' });
    if (await again.isVisible()) await again.click();
    for (const group of Object.values(selfCheckGroups)) {
      const section = leader.locator('section', { has: leader.getByRole('heading', { name: group.zh, exact: true }) });
      await section.getByRole('button', { name: '以上均无' }).click();
      await leader.getByRole('dialog').getByRole('button', { name: '确认均无' }).click();
    }
    await leader.getByLabel(/其他需要说明的情况/).fill('已主动说明有关情况');
    await leader.getByRole('button', { name: '提交对照检查' }).click();
    const dialog = leader.getByRole('dialog');
    await dialog.getByLabel(/本人确认/).check();
    await dialog.getByRole('button', { name: '确认提交' }).click();
    await leader.getByText(`${year}年度对照检查已提交`).waitFor();
    expect((await view()).submission?.statement).toBe('已主动说明有关情况');
  });

  test('2b downloads the statement, a Word document of the year', async () => {
    const [download] = await Promise.all([
      leader.waitForEvent('download'),
      leader.getByRole('link', { name: /下载对照检查报告/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  test('3 HR sees the self-check beside the released matters in the integrity-review feed', async () => {
    const token =
      execFileSync(process.execPath, [join(projectFolder, 'server/main.ts'), 'token', 'create', '--role', 'hr'], {
        env: { ...process.env, LIUHEN_DATA: demonstration.dataFolder },
        encoding: 'utf8',
      })
        .trim()
        .split('\n')
        .at(-1) ?? '';
    const answer = await fetch(`${demonstration.origin}/feeds/integrity-review.ndjson?year=${year}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const rows: IntegrityRow[] = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const row = rows.find(({ statement }) => statement === '已主动说明有关情况');
    expect(row?.declared).toBe(0);
    expect(row?.releasedMatters).toBe((await view()).releasedMatters.filter(({ retracted }) => !retracted).length);
  });
});
