/**
 * Journey 1 in the side panel: connecting, the note after the click, completing and submitting it, one's own records.
 * The panel is the real one, opened as a page; extension, browser and server are real.
 */
import AxeBuilder from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOutput, outputs } from '../../server/build/outputs.ts';
import { serveCaseSystems } from '../../server/demonstration/case-systems.ts';
import type { RecordSummary, RecordView } from '../../shared/record/view.ts';
import { officials, password } from '../server/support/world.ts';
import { type BrowserWithExtension, launchBrowserWithExtension } from './browser/launch.ts';
import { notesOf } from './browser/outbox.ts';
import { type SmallServer, startSmallServer } from './browser/server.ts';

const civil = '（2026）内0105民初6127号';

let systems: Awaited<ReturnType<typeof serveCaseSystems>>;
let server: SmallServer;
let extension: BrowserWithExtension;
let panel: Page;
let casePage: Page;

beforeAll(async () => {
  await buildOutput(outputs.console);
  systems = await serveCaseSystems({ port: 0 });
  server = await startSmallServer();
  extension = await launchBrowserWithExtension({ caseSystemOrigin: systems.origin });
  panel = await openPanel();
  casePage = await extension.context.newPage();
  await casePage.goto(`${systems.origin}/classic/?open=150105000001`);
});
afterAll(async () => {
  await extension?.close();
  await server?.dispose();
  await systems?.close();
});

async function openPanel(): Promise<Page> {
  const page = await extension.openPanel();
  page.setDefaultTimeout(10_000);
  await page.setViewportSize({ width: 400, height: 900 });
  return page;
}

/** One click on a page, the open case unless another is given. Returns when the panel stands on the note by itself. */
async function click(page = casePage, badge = '案') {
  const before = (await notesOf(extension)).length;
  await page.bringToFront();
  await expect.poll(() => extension.button(page).then((button) => button.badge)).toBe(badge);
  await extension.clickToolbar(page);
  await expect.poll(async () => (await notesOf(extension)).length).toBe(before + 1);
  await panel.bringToFront();
  await panel.getByRole('button', { name: '撤销' }).waitFor();
}

const newestNote = async () => (await notesOf(extension)).at(-1);
const status = (words: string) => panel.getByText(words, { exact: true }).first();
const chip = (name: string, group: string) =>
  panel.getByRole('group', { name: group }).getByLabel(name, { exact: true });

/** What an element shows, without the blanks that only lay it out. */
const lettersOf = async (page: Page, place: string) =>
  ((await page.locator(place).textContent()) ?? '').replace(/[\s-]/g, '');

async function seriousFaults(): Promise<string[]> {
  await panel.evaluate(AxeBuilder.source);
  return panel.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof AxeBuilder }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
}

/** What the server holds, asked with the judge's own session. */
async function fromServer<Answer>(path: string): Promise<Answer> {
  const { sessionToken } = await connection();
  const answer = await fetch(server.origin + path, { headers: { authorization: `Bearer ${sessionToken}` } });
  return answer.json();
}

const connection = () =>
  panel.evaluate(async () => {
    const stored: { connection: { sessionToken: string | null } } = await (
      globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<never> } } } }
    ).chrome.storage.local.get('connection');
    return stored.connection;
  });

async function recordOfNewest(): Promise<RecordView> {
  const note = await newestNote();
  return fromServer<RecordView>(`/api/records/${note?.receipt?.recordId}`);
}

/** A reviewer's step over HTTP; the console has tests of its own. */
async function asReviewer(path: string, body: unknown): Promise<Response> {
  const json = { 'content-type': 'application/json', origin: server.origin };
  const signedIn = await fetch(`${server.origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username: 'reviewer', password }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ');
  return fetch(server.origin + path, { method: 'POST', headers: { ...json, cookie }, body: JSON.stringify(body) });
}

describe('connecting', () => {
  test('a new panel asks for one address, and has no accessibility fault', async () => {
    await panel.getByRole('heading', { name: '连接服务器' }).waitFor();
    expect(await seriousFaults()).toEqual([]);
  });

  test('an address where no server is says what to do', async () => {
    await panel.getByLabel('服务器地址').fill('http://127.0.0.1:9');
    await panel.getByRole('button', { name: '连接', exact: true }).click();
    await panel.getByText('无法连接服务器，请检查网络和地址').waitFor();
  });

  test('the approval page shows the same code and fingerprint; approving connects', async () => {
    await panel.getByLabel('服务器地址').fill(server.origin);
    const opening = extension.context.waitForEvent('page');
    await panel.getByRole('button', { name: '连接', exact: true }).click();
    const approval = await opening;
    await approval.getByLabel('用户名').fill('judge');
    await approval.getByLabel('密码').fill(password);
    await approval.getByRole('button', { name: '登录', exact: true }).click();
    await approval.getByRole('button', { name: '批准' }).waitFor();
    const fingerprint = await lettersOf(panel, '.fingerprint');
    expect(fingerprint).toMatch(/^[0-9A-F]{32}$/);
    expect(await lettersOf(approval, '.fingerprint')).toBe(fingerprint);
    expect(await lettersOf(approval, '.device-code')).toBe(await lettersOf(panel, '.compare-code'));
    expect(await seriousFaults()).toEqual([]);
    await approval.getByRole('button', { name: '批准' }).click();
    await panel.getByRole('heading', { name: '已连接' }).waitFor({ timeout: 15_000 });
    await panel.getByRole('button', { name: '允许访问案件系统' }).waitFor();
    expect(await seriousFaults()).toEqual([]);
    await approval.close();
  });
});

describe('after the click', () => {
  test('the panel opens on the note by itself: 已留痕, the case number, the picture', async () => {
    await click();
    await panel.getByRole('heading', { name: '已留痕' }).waitFor();
    await panel.getByTitle(`复制案号 ${civil}`).waitFor();
    await panel.getByText('截图保留在本机，报送时一并提交').waitFor();
    await panel.getByRole('button', { name: '放大查看截图' }).waitFor();
    expect(await seriousFaults()).toEqual([]);
  });

  test('撤销 within ten seconds leaves no trace', async () => {
    await panel.getByRole('button', { name: '撤销' }).click();
    await panel.getByText('已撤销，内容已从本机删除').waitFor();
    expect(await notesOf(extension)).toEqual([]);
    expect(await server.captureIds()).toEqual([]);
  });

  test('after ten seconds it is delivered and confirmed', async () => {
    await click();
    await status('服务器回执已核验，记录完整无误').waitFor({ timeout: 20_000 });
    expect(await panel.getByRole('button', { name: '撤销' }).count()).toBe(0);
    expect(await server.captureIds()).toHaveLength(1);
  });
});

describe('completing', () => {
  test('报送 too early says what is missing, field by field, and leads there', async () => {
    await panel.getByRole('button', { name: '报送' }).click();
    for (const message of [
      '请填写行为人姓名',
      '请选择行为人身份',
      '请选择方式',
      '请选择有无倾向性意见',
      '请选择应对情况',
    ]) {
      await panel.getByText(message).waitFor();
    }
    await expect.poll(() => panel.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    expect(await seriousFaults()).toEqual([]);
  });

  test('an official is found by initials and chosen by keyboard alone', async () => {
    await panel.keyboard.type(officials.deputy.initials);
    await panel.getByRole('option', { name: officials.deputy.name }).waitFor();
    await panel.keyboard.press('Enter');
    await panel.getByText(`${officials.deputy.organ} 演示职务`).waitFor();
  });

  test('closing the panel loses nothing', async () => {
    await chip('领导干部本人', '行为人身份').check();
    await chip('电话', '方式').check();
    await chip('请托说情', '行为情形').check();
    await panel.getByLabel('过问或者请托内容').fill('打听案件进展');
    await panel.close();
    panel = await openPanel();
    await panel.getByText(officials.deputy.name).waitFor();
    expect(await panel.getByLabel('过问或者请托内容').inputValue()).toBe('打听案件进展');
    for (const [name, group] of [
      ['领导干部本人', '行为人身份'],
      ['电话', '方式'],
      ['请托说情', '行为情形'],
      ['审判', '诉讼环节'],
    ] as const) {
      expect(await chip(name, group).isChecked(), name).toBe(true);
    }
  });

  test('报送 brings details and picture to the reviewer', async () => {
    await chip('有倾向性意见', '倾向性意见').check();
    await chip('拒绝', '应对情况').check();
    await panel.getByRole('button', { name: '报送' }).click();
    await status('已报送').waitFor({ timeout: 20_000 });
    const record = await recordOfNewest();
    expect(record).toMatchObject({
      state: 'submitted',
      details: {
        caseNumber: civil,
        actor: { officialId: officials.deputy.id, name: officials.deputy.name },
        capacity: 'official',
        regime: 'leading-cadre',
        channel: 'phone',
        conducts: ['pleading'],
        request: '打听案件进展',
        leaningOpinion: 'stated',
        response: 'refused',
        stage: 'trial',
        occurredAt: record.capturedAt,
      },
    });
    expect(record.details?.evidence).toMatchObject([{ sha256: record.capture.screenshot?.sha256 }]);
    expect(await seriousFaults()).toEqual([]);
  });

  test('with the server stopped it waits on this computer, and goes out by itself', async () => {
    await click();
    await status('服务器回执已核验，记录完整无误').waitFor({ timeout: 20_000 });
    await server.stop();
    await panel.getByRole('combobox', { name: '行为人' }).fill('无名录人员');
    await panel.getByLabel('单位', { exact: true }).fill('某单位');
    await chip('无倾向性意见', '倾向性意见').check();
    // Habits of the last record stand already.
    expect(await chip('领导干部本人', '行为人身份').isChecked()).toBe(true);
    await panel.getByRole('button', { name: '报送' }).click();
    await status('正在报送').waitFor();
    await server.start();
    await status('已报送').waitFor({ timeout: 40_000 });
    expect((await recordOfNewest()).details?.actor).toMatchObject({
      officialId: null,
      name: '无名录人员',
      organ: '某单位',
    });
  });
});

describe('我的记录', () => {
  test('a returned record shows the reviewer’s reason, is completed and submitted again', async () => {
    const { id } = await recordOfNewest();
    const reason = '请补充对方提出要求的具体时间';
    expect((await asReviewer(`/api/records/${id}/events`, { type: 'returned', reason })).status).toBe(200);
    await panel.close();
    panel = await openPanel();
    await panel.getByRole('button', { name: '我的记录' }).click();
    expect(await seriousFaults()).toEqual([]);
    await panel.getByRole('button', { name: '退回补充' }).click();
    await panel.getByText(reason).first().waitFor();
    expect(await seriousFaults()).toEqual([]);
    await panel.getByLabel('过问或者请托内容').fill('当日上午电话提出');
    await panel.getByRole('button', { name: '再次报送' }).click();
    await status('已报送').waitFor({ timeout: 20_000 });
    expect(await recordOfNewest()).toMatchObject({ state: 'submitted', details: { request: '当日上午电话提出' } });
  });

  test('is searched by case number, brackets and widths as they come', async () => {
    await panel.getByRole('button', { name: '我的记录' }).click();
    const lines = panel.locator('.record-line');
    await expect.poll(() => lines.count()).toBe(2);
    await panel.getByRole('searchbox').fill('(2026)内0105民初６１２７');
    await panel.waitForTimeout(600);
    expect(await lines.count()).toBe(2);
    await panel.getByRole('searchbox').fill('(2025)内0105');
    await panel.getByText('没有查到').waitFor();
    await panel.getByRole('searchbox').fill('');
    await expect.poll(() => lines.count()).toBe(2);
  });

  test('a record is withdrawn with a reason, never without', async () => {
    await panel.locator('.record-line').first().click();
    await panel.getByRole('button', { name: '撤回本条记录' }).click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByRole('button', { name: '确认撤回' }).click();
    await dialog.getByText('请写明撤回理由').waitFor();
    expect(await seriousFaults()).toEqual([]);
    await dialog.getByLabel('撤回理由').fill('重复记录');
    await dialog.getByRole('button', { name: '确认撤回' }).click();
    await panel.getByText('重复记录').waitFor();
    const { items } = await fromServer<{ items: RecordSummary[] }>('/api/records?state=withdrawn');
    expect(items).toHaveLength(1);
  });

  test('a reading session that has ended says so quietly; the click goes on', async () => {
    const { sessionToken } = await connection();
    await fetch(`${server.origin}/api/auth/sign-out`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sessionToken}`, 'content-type': 'application/json' },
      body: '{}',
    });
    await panel.getByRole('button', { name: '返回' }).click();
    await panel.getByRole('searchbox').fill('民初');
    await panel.getByRole('button', { name: '重新登录' }).waitFor();
    expect(await seriousFaults()).toEqual([]);
    const before = (await server.captureIds()).length;
    await click();
    await expect.poll(async () => (await server.captureIds()).length, { timeout: 20_000 }).toBe(before + 1);
  });
});

describe('signing in again', () => {
  test('takes one approval, and the records can be read again', async () => {
    const opening = extension.context.waitForEvent('page');
    await panel.getByRole('button', { name: '重新登录' }).click();
    const approval = await opening;
    await approval.getByRole('button', { name: '批准' }).click();
    await panel.getByRole('heading', { name: '已连接' }).waitFor({ timeout: 15_000 });
    await approval.close();
    await panel.getByRole('button', { name: '我的记录' }).click();
    await panel.getByRole('button', { name: '已撤回' }).waitFor();
    expect(await panel.getByRole('button', { name: '重新登录' }).count()).toBe(0);
  });
});

describe('which case it is', () => {
  test('of two candidates the recorder chooses; 报送 waits for it', async () => {
    const page = await extension.context.newPage();
    await page.goto(`${systems.origin}/classic/case.html?id=150105000001`);
    await page.evaluate(() => {
      const frames = ['150105000001', '150105000002'].map((id) => {
        const frame = document.createElement('iframe');
        frame.src = `case.html?id=${id}`;
        frame.width = frame.height = '600';
        return frame;
      });
      document.body.replaceChildren(...frames);
    });
    await click(page, '?');
    await status('案号待确认').waitFor();
    await panel.getByRole('button', { name: '报送' }).click();
    await panel.getByRole('alert').getByText('请选择本案案号').waitFor();
    expect(await seriousFaults()).toEqual([]);
    await panel.getByRole('radio', { name: civil }).check();
    await panel.getByTitle(`复制案号 ${civil}`).waitFor();
    await expect.poll(async () => (await newestNote())?.draft.caseNumber).toBe(civil);
    await panel.getByRole('button', { name: '撤销' }).click();
    await page.close();
  });

  test('without a recognised case, one of the last cases is one touch away', async () => {
    const page = await extension.context.newPage();
    await page.goto(`${systems.origin}/spa/cases`);
    await page.locator('[data-case-id="150105000001"]').first().waitFor();
    await click(page, '');
    await status('未识别到案号').waitFor();
    await panel.getByRole('button', { name: civil }).click();
    await panel.getByTitle(`复制案号 ${civil}`).waitFor();
    await expect.poll(async () => (await newestNote())?.draft.caseNumber).toBe(civil);
    await panel.getByRole('button', { name: '撤销' }).click();
    await page.close();
  });

  test('the panel speaks English when asked, and remembers it', async () => {
    await panel.getByRole('button', { name: '已连接' }).click();
    await panel.getByRole('button', { name: 'English' }).click();
    await panel.getByRole('heading', { name: 'Connected' }).waitFor();
    await panel.reload();
    await panel.getByRole('button', { name: 'My records' }).waitFor();
    expect(await seriousFaults()).toEqual([]);
  });
});
