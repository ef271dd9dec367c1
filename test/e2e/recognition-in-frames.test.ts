/** Recognition where frames make it hard: other origins, pages written by script, pages that were open before. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { serveCaseSystems } from '../../server/demonstration/case-systems.ts';
import { type BrowserWithExtension, launchBrowserWithExtension } from './browser/launch.ts';
import { listenForKept, notesOf } from './browser/outbox.ts';

declare const chrome: typeof browser;

const civil = '（2026）内0105民初6127号';
const otherCivil = '（2026）内0105民初6088号';
const enforcement = '（2026）内0105执3316号';

let systems: Awaited<ReturnType<typeof serveCaseSystems>>;
let shell: Server;
let shellOrigin: string;
let pageOfShell = '';
let extension: BrowserWithExtension;

beforeAll(async () => {
  systems = await serveCaseSystems({ port: 0 });
  shell = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>门户</title>${pageOfShell}`);
  });
  await new Promise<void>((listening) => shell.listen(0, 'localhost', listening));
  shellOrigin = `http://localhost:${(shell.address() as AddressInfo).port}`;
  extension = await launchBrowserWithExtension({ caseSystemOrigin: systems.origin });
});
afterAll(async () => {
  await extension?.close();
  shell?.close();
  shell?.closeAllConnections();
  await systems?.close();
});

afterEach(async () => {
  for (const page of extension.context.pages().slice(1)) await page.close();
});

async function opened(address: string) {
  const page = await extension.context.newPage();
  await page.goto(address);
  await page.bringToFront();
  return page;
}

const titleOf = (page: Parameters<BrowserWithExtension['button']>[0]) => () =>
  extension.button(page).then(({ title }) => title);

test('documents that an older system writes into its frames by script are read', async () => {
  const page = await opened(`${systems.origin}/classic/search.html`);
  await page.evaluate((number) => {
    const frame = document.createElement('iframe');
    frame.width = frame.height = '500';
    document.body.replaceChildren(frame);
    frame.contentDocument?.write(`<table><tr><td>案号</td><td>${number}</td></tr></table>`);
    frame.contentDocument?.close();
  }, civil);
  await expect.poll(titleOf(page), { timeout: 15_000 }).toContain(civil);
});

test('inner tabs that are only made invisible, moved out of sight or covered are told apart', async () => {
  const page = await opened(`${systems.origin}/classic/search.html`);
  const show = (first: string, second: string) =>
    page.evaluate(
      ([ids, styles]) => {
        document.body.style.position = 'relative';
        document.body.replaceChildren(
          ...ids.map((id, index) => {
            const frame = document.createElement('iframe');
            frame.src = `/classic/case.html?id=${id}`;
            // By script: the case system's policy admits no style attributes.
            frame.style.cssText = `position:absolute;top:0;left:0;width:800px;height:600px;${styles[index]}`;
            return frame;
          }),
        );
      },
      [
        ['150105000001', '150105000002'],
        [first, second],
      ] as const,
    );
  for (const hidden of [
    'visibility:hidden',
    'left:-9999px',
    'opacity:0',
    'z-index:-1',
    'width:0',
    'transform:scale(0)',
  ]) {
    await show(hidden, '');
    await expect
      .poll(titleOf(page), { message: hidden, timeout: 15_000 })
      .toMatch(new RegExp(`^${otherCivil}　点击留痕`));
    await show('', hidden);
    await expect.poll(titleOf(page), { message: hidden, timeout: 15_000 }).toMatch(new RegExp(`^${civil}　点击留痕`));
  }
});

test('a case system inside a portal of another origin is recognised there, in the inner tab that is shown', async () => {
  pageOfShell = ['150105000001', '150105000002']
    .map(
      (id) => `<iframe id="f${id}" src="${systems.origin}/classic/case.html?id=${id}" width=900 height=600></iframe>`,
    )
    .join('');
  pageOfShell += '<style>.hidden { display: none }</style>';
  // The case systems admit no foreign frame: what is tested here is the portal of a system that does.
  const page = await extension.context.newPage();
  await page.route(`${systems.origin}/classic/case.html*`, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto(shellOrigin);
  await page.bringToFront();
  const showOnly = (shown: string) =>
    page.evaluate((id) => {
      for (const frame of document.querySelectorAll('iframe')) frame.className = frame.id === id ? '' : 'hidden';
    }, `f${shown}`);
  await showOnly('150105000001');
  await expect.poll(titleOf(page), { timeout: 15_000 }).toMatch(new RegExp(`^${civil}　点击留痕`));
  await showOnly('150105000002');
  await expect.poll(titleOf(page), { timeout: 15_000 }).toMatch(new RegExp(`^${otherCivil}　点击留痕`));
});

test('without access to a page the click itself reads it', async () => {
  pageOfShell = `<h1>案件</h1><dl><dt>案号</dt><dd>${enforcement}</dd><dt>案由</dt><dd>民间借贷纠纷</dd></dl>`;
  const page = await opened(shellOrigin);
  expect((await extension.button(page)).badge).toBe('');
  const { kept } = await listenForKept(extension);
  await extension.clickToolbar(page);
  const captureId = await kept;
  const note = (await notesOf(extension)).find((other) => other.captureId === captureId);
  expect(note?.capture).toMatchObject({
    caseNumbers: [enforcement],
    cause: '民间借贷纠纷',
    pageAddress: `${shellOrigin}/`,
  });
});

test('a page that was open before the extension was installed is recognised without a reload', async () => {
  const page = await opened(`${systems.origin}/classic/?open=150105000001`);
  await expect.poll(titleOf(page), { timeout: 15_000 }).toContain(civil);
  await extension.reinstall();
  await expect.poll(titleOf(page), { timeout: 15_000 }).toContain(civil);
  await page.click('[data-tab="list"] .title');
  await expect.poll(titleOf(page), { timeout: 15_000 }).toContain('未识别到案件');
  const registered = await extension.inWorker(() => chrome.scripting.getRegisteredContentScripts(), undefined);
  expect(registered).toMatchObject([{ js: ['detector.js'], allFrames: true, persistAcrossSessions: true }]);
});
