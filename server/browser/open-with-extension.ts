/**
 * Opens the installed browser with an extension in it. Branded Chrome has ignored `--load-extension` since 137, so the
 * extension is loaded over the debugging pipe (`Extensions.loadUnpacked`), which Chromium, Chrome and Edge all do.
 */
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core';

export interface OpenedBrowser {
  context: BrowserContext;
  extensionId: string;
  /** The protocol of the browser itself, for what no page can ask. */
  session: CDPSession;
}

/** What the browser would fetch or ask by itself at a first start; nothing of it belongs into a demonstration or a test. */
const quietly = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
];

/**
 * @param options.executable from `findBrowser`
 * @param options.profile folder of the profile; made where it is missing
 * @param options.extension folder of the unpacked extension
 * @param options.size of the pages; the window's own where it is left out
 * @param options.language of browser and pages, such as zh-CN; the user's own where it is left out
 * @param options.parameters further ones of the command line
 */
export async function openWithExtension(options: {
  executable: string;
  profile: string;
  extension: string;
  size?: { width: number; height: number };
  language?: string;
  parameters?: readonly string[];
}): Promise<OpenedBrowser> {
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: options.executable,
    headless: false, // Playwright's own headless mode has no extensions; `--headless=new` has.
    chromiumSandbox: process.getuid?.() !== 0, // Chromium refuses root otherwise.
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--disable-component-extensions-with-background-pages',
      '--enable-automation',
    ],
    args: [...quietly, '--enable-unsafe-extension-debugging', ...(options.parameters ?? [])],
    viewport: options.size ?? null,
    locale: options.language,
    // On Linux Chromium reads its own language from here only.
    env: options.language ? { ...process.env, LANGUAGE: options.language.replace('-', '_') } : undefined,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const browser = context.browser();
  if (!browser) throw new Error('The browser gave no connection of its own');
  const session = await browser.newBrowserCDPSession();
  const { id } = await session.send('Extensions.loadUnpacked', { path: options.extension });
  return { context, extensionId: id, session };
}
