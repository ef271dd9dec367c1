import { request } from 'node:http';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveCaseSystems } from '../../../server/demonstration/case-systems.ts';
import { caseById, cases, court } from '../../fixtures/case-systems/cases.js';

let systems: Awaited<ReturnType<typeof serveCaseSystems>>;
beforeAll(async () => {
  systems = await serveCaseSystems({ port: 0 });
});
afterAll(() => systems.close());

/** A request whose path goes out as it stands; `fetch` would tidy the dots away. */
function statusOf(path: string, method = 'GET'): Promise<number | undefined> {
  const { hostname, port } = new URL(systems.origin);
  return new Promise((answered, failed) => {
    const sent = request({ hostname, port, path, method }, (response) => {
      response.resume();
      answered(response.statusCode);
    });
    sent.on('error', failed).end();
  });
}

describe('the server of the demonstration case systems', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/classic/', 'text/html; charset=utf-8'],
    ['/classic/case.html?id=150105000001', 'text/html; charset=utf-8'],
    ['/classic/page.css', 'text/css; charset=utf-8'],
    ['/cases.js', 'text/javascript; charset=utf-8'],
    ['/mark.svg', 'image/svg+xml'],
    ['/spa/', 'text/html; charset=utf-8'],
    ['/spa/cases/150105000001/related', 'text/html; charset=utf-8'],
  ])('serves %s as %s, under a policy that admits nothing foreign', async (path, type) => {
    const response = await fetch(systems.origin + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  test('the entrance links both systems', async () => {
    const page = await (await fetch(`${systems.origin}/`)).text();
    expect(page).toContain('href="/classic/"');
    expect(page).toContain('href="/spa/"');
  });

  test.each([
    '/../../../package.json',
    '/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/classic/..%2f..%2f..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '//classic',
    '/%00',
    '/%E0%A4%A',
    '/cases.d.ts',
    '/spa/absent.js',
    '/classic/absent.html',
  ])('answers 404 to %s', async (path) => {
    expect(await statusOf(path)).toBe(404);
  });

  test('a missing page says so, with the way back', async () => {
    expect(await (await fetch(`${systems.origin}/absent`)).text()).toContain('返回演示办案系统');
  });

  test('a folder without its slash leads to the one with, query kept', async () => {
    const response = await fetch(`${systems.origin}/classic?open=150105000001`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([308, '/classic/?open=150105000001']);
  });

  test('refuses to be written to', async () => {
    expect(await statusOf('/', 'POST')).toBe(405);
  });

  test('a taken port is told to the caller', async () => {
    const port = Number(new URL(systems.origin).port);
    await expect(serveCaseSystems({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the demonstration cases', () => {
  test('are at least 40, of every kind, with numbers of their own, and name no real person', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cases.map((entry) => entry.number)).size).toBe(cases.length);
    expect(new Set(cases.map((entry) => entry.kind))).toEqual(new Set(['民事', '刑事', '行政', '执行']));
    for (const entry of cases) {
      expect(entry.number).toMatch(new RegExp(`^（202[456]）${court.code}[^\\d]+\\d+号$`));
      const people = [
        entry.judge,
        ...entry.parties.filter((party) => party.kind === '自然人').map((party) => party.name),
      ];
      for (const person of people) expect(person).toContain('某');
    }
  });

  test('a related number that is itself a demonstration case points back', () => {
    const numbers = new Map(cases.map((entry) => [entry.number, entry]));
    for (const entry of cases) {
      for (const other of entry.related) {
        const back = numbers.get(other.number)?.related.map((related) => related.number);
        if (back) expect(back, `${entry.number} → ${other.number}`).toContain(entry.number);
      }
    }
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.LIUHEN_BROWSER ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    });
  });
  afterAll(() => browser.close());

  /** A page, and everything it complained about or asked of another origin. */
  async function opened(path: string) {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (asked) => asked.url().startsWith(systems.origin) || complaints.push(asked.url()));
    await page.goto(systems.origin + path, { waitUntil: 'load' });
    return { page, complaints };
  }

  test.each([
    ['/', '智慧审判平台'],
    ['/classic/', '审判流程管理系统'],
    ['/classic/desktop.html', '审限提醒'],
    ['/classic/list.html', '（2026）内0105民初6127号'],
    ['/classic/search.html', '查询条件'],
    ['/classic/hearings.html', '开庭排期'],
    ['/classic/case.html?id=150105000001', '（2026）内0105民初6127号'],
    ['/classic/case.html?id=absent', '未找到该案件'],
    ['/classic/enforcement.html?id=150105000003', '执行案件办理'],
    ['/classic/property.html?id=150105000003', '网络查控反馈'],
    ['/spa/', '待办案件'],
    ['/spa/cases', '（2026）内0105民初6127号'],
    ['/spa/cases/150105000001', '办理进程'],
    ['/spa/cases/150105000001/documents', '文书编号'],
    ['/spa/cases/150105000001/related', '（2026）内0105财保214号'],
    ['/spa/cases/999', '未找到该案件'],
    ['/spa/search?q=%E5%BC%A0', '检索结果'],
    ['/spa/absent', '页面不存在'],
  ])('%s shows %s without an error', async (path, words) => {
    const { page, complaints } = await opened(path);
    await page.getByText(words).first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('classic: cases open side by side in inner tabs, one shown at a time, the address unchanged', async () => {
    const { page } = await opened('/classic/');
    const list = page.frameLocator('iframe[name="frame-list"]');
    for (const id of ['150105000001', '150105000003']) {
      await page.click('[data-tab="list"] .title');
      await list.locator(`a[data-case-id="${id}"]`).click();
    }
    const enforcement = page.frameLocator('iframe[name="frame-150105000003"]');
    const inner = enforcement.frameLocator('iframe[name="detail-150105000003"]');
    await expect.poll(() => inner.locator('[data-field="案号"]').textContent()).toBe('(2026)内0105执3316号');
    expect(await page.locator('[data-pane="150105000001"]').isVisible()).toBe(false);
    await page.click('[data-tab="150105000001"] .title');
    expect(await page.locator('[data-pane="150105000001"]').isVisible()).toBe(true);
    expect(await page.locator('[data-pane="150105000003"]').isVisible()).toBe(false);
    await page.click('[data-tab="150105000001"] .close');
    expect(await page.locator('[data-tab]').count()).toBe(3);
    expect(page.url()).toBe(`${systems.origin}/classic/`);
    await page.close();
  });

  test('single-page: the address is ahead of the page, and the title stays behind from case to case', async () => {
    const { page } = await opened('/spa/cases/150105000001/related');
    const other = caseById('150105000007');
    await page.locator('[data-open-case="150105000001"]').waitFor();
    const atOnce = await page.evaluate(() => {
      document.querySelector<HTMLElement>('a[data-case-id="150105000007"]')?.click();
      return [location.pathname, document.querySelector<HTMLElement>('[data-open-case]')?.dataset.openCase];
    });
    expect(atOnce).toEqual(['/spa/cases/150105000007', '150105000001']);
    await page.locator('[data-open-case="150105000007"]').waitFor();
    expect(await page.locator('dl').textContent()).toContain(other?.number);
    expect(await page.title()).toContain(caseById('150105000001')?.number);
    await page.goBack();
    await page.locator('[data-open-case="150105000001"]').waitFor();
    await page.close();
  });
});
