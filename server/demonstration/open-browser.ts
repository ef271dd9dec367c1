/**
 * `npm run demo`: the installed browser opens on a demonstration case, the extension loaded, connected and signed in
 * as the demonstration judge: the first click on the toolbar button keeps a note. Uses the demonstration that runs
 * already, or starts one; everything ends when the browser is closed.
 */
import { join } from 'node:path';
import { findBrowser } from '../browser/find-browser.ts';
import { type Config, readConfig } from '../config.ts';
import { start } from '../start.ts';
import { StartError } from '../start-error.ts';
import { demonstrationPassword } from './accounts.ts';
import { openPreparedBrowser } from './prepared-browser.ts';

const instructions = `
  浏览器已打开一件演示案件。点工具栏上的“留痕”按钮（或按 Alt+Shift+L），即完成一次留痕。
  The browser shows a demonstration case. Click the Liuhen button in the toolbar (or press Alt+Shift+L).

  关闭浏览器即结束演示 / closing the browser ends the demonstration
`;

try {
  await demonstrate(readConfig(process.env));
  process.exit(0);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(`\n${error.zh}\n${error.en}`);
  process.exit(1);
}

async function demonstrate(config: Config): Promise<void> {
  const executable = browserWithWindow();
  const running = await runningDemonstration(config);
  const { origin, caseSystems, close } = running ?? (await startDemonstration(config));
  try {
    console.log('正在打开浏览器并连接扩展… / opening the browser and connecting the extension…');
    const { context, ended } = await openPreparedBrowser({
      executable,
      folder: join(config.dataFolder, 'demonstration-browser'),
      origin,
      caseSystems,
      parameters: ['--start-maximized'],
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void context.close());
    console.log(instructions);
    await ended;
  } finally {
    await close();
  }
}

/** @throws {StartError} where there is no browser, or no screen to open it on. */
function browserWithWindow(): string {
  const browser = findBrowser();
  if (!browser) {
    throw new StartError(
      '没有找到 Chromium、Chrome 或 Edge。请安装其中之一，或用 LIUHEN_BROWSER 指明程序所在位置。',
      'No Chromium, Chrome or Edge was found: install one, or say with LIUHEN_BROWSER where it is.',
    );
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new StartError(
      '没有可用的图形界面，无法打开浏览器窗口。请在桌面环境中运行；无显示器的机器可用：xvfb-run npm run demo',
      'There is no screen to open a window on. Run this on a desktop, or with: xvfb-run npm run demo',
    );
  }
  return browser.path;
}

interface Demonstration {
  origin: string;
  caseSystems: string;
  close(): Promise<void>;
}

/**
 * The demonstration that answers at the configured port already; null where nothing does.
 * @throws {StartError} where a Liuhen without the demonstration accounts does.
 */
async function runningDemonstration({ origin, caseSystemsPort }: Config): Promise<Demonstration | null> {
  const connection = await fetch(`${origin}/api/connection`).catch(() => null);
  const { product }: { product?: string } = (await connection?.json().catch(() => null)) ?? {};
  if (product !== 'liuhen') return null;
  const signedIn = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username: 'judge', password: demonstrationPassword }),
  });
  if (!signedIn.ok) {
    throw new StartError(
      `${origin} 上运行的留痕没有演示数据。请用其他端口演示，例如：PORT=8790 LIUHEN_CASE_SYSTEMS_PORT=8791 LIUHEN_DATA=demo-data npm run demo`,
      `The Liuhen at ${origin} has no demonstration data. Take other ports, for example: PORT=8790 LIUHEN_CASE_SYSTEMS_PORT=8791 LIUHEN_DATA=demo-data npm run demo`,
    );
  }
  return { origin, caseSystems: `http://127.0.0.1:${caseSystemsPort}`, close: async () => {} };
}

async function startDemonstration(config: Config): Promise<Demonstration> {
  const { origin, caseSystems, close } = await start({ ...config, demonstration: true });
  if (!caseSystems) throw new Error('A demonstration without case systems');
  return { origin, caseSystems, close };
}
