/** The browser of the demonstration: extension loaded, connected, signed in as the judge, on an open case. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenedBrowser, openWithExtension } from '../browser/open-with-extension.ts';
import { buildOutput, outputs } from '../build/outputs.ts';
import { makeInstitutionBuild } from '../extension/institution-build.ts';
import { makeProfile } from './browser-profile.ts';
import { demonstrationCaseSystems } from './case-systems.ts';
import { connectAsJudge } from './connect-as-judge.ts';

/** The case on which the demonstration begins, open in an inner tab of the classic system. */
const openCase = '/classic/?open=150105000001';

export interface PreparedBrowser extends OpenedBrowser {
  /** The page with the case, in front. */
  page: Page;
  /** Resolves when somebody has closed the browser. */
  ended: Promise<void>;
}

/**
 * @param options.folder for profile and extension, both made anew
 * @param options.origin of the server, with demonstration data
 * @param options.caseSystems origin of the demonstration case systems
 * @param options.parameters further ones of the browser's command line
 */
export async function openPreparedBrowser(options: {
  executable: string;
  folder: string;
  origin: string;
  caseSystems: string;
  parameters: readonly string[];
}): Promise<PreparedBrowser> {
  const [profile, extension] = [join(options.folder, 'profile'), join(options.folder, 'extension')];
  await buildOutput(outputs.extension);
  await makeInstitutionBuild({ from: outputs.extension.folder, to: extension, origins: [demonstrationCaseSystems] });
  makeProfile(profile, extension);
  const opened = await openWithExtension({ ...options, profile, extension });
  const { context, extensionId } = opened;
  const ended = new Promise<void>((done) => context.once('close', () => done()));
  const [page = await context.newPage()] = context.pages();
  const approval = await connectAsJudge(context, extensionId, options.origin);
  await approval.goto(options.origin);
  await page.goto(options.caseSystems + openCase);
  await page.bringToFront();
  return { ...opened, page, ended };
}
