/** Ground rule 1: from the click on, nothing that happens to browser, worker or server loses a note or sends it twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveCaseSystems } from '../../server/demonstration/case-systems.ts';
import { cases } from '../fixtures/case-systems/cases.js';
import { password } from '../server/support/world.ts';
import { connect } from './browser/connect.ts';
import { type BrowserWithExtension, launchBrowserWithExtension } from './browser/launch.ts';
import { listenForKept, notesOf } from './browser/outbox.ts';
import { type SmallServer, startSmallServer } from './browser/server.ts';

let systems: Awaited<ReturnType<typeof serveCaseSystems>>;
let server: SmallServer;
let profile: string;

beforeAll(async () => {
  systems = await serveCaseSystems({ port: 0 });
  server = await startSmallServer();
  profile = mkdtempSync(join(tmpdir(), 'liuhen-killed-'));
});
afterAll(async () => {
  await server?.dispose();
  await systems?.close();
  for (const folder of [profile, `${profile}-extension`]) rmSync(folder, { recursive: true, force: true });
});

const launch = () => launchBrowserWithExtension({ caseSystemOrigin: systems.origin, userDataDir: profile });

test('a browser killed the moment a click is kept has kept it, twenty times out of twenty', {
  timeout: 300_000,
}, async () => {
  const clicked: string[] = [];
  for (const { id, number } of cases.slice(0, 20)) {
    const extension = await launch();
    const page = await extension.context.newPage();
    await page.goto(`${systems.origin}/classic/case.html?id=${id}`);
    await page.locator('[data-field="案号"]').waitFor();
    const { kept } = await listenForKept(extension);
    await extension.clickToolbar(page);
    await kept;
    await extension.kill();
    clicked.push(number);
  }
  const extension = await launch();
  const notes = await notesOf(extension);
  expect(notes.map(({ capture }) => capture.caseNumbers)).toEqual(clicked.map((number) => [number]));

  // And once somebody connects, all twenty go out.
  await connect(extension, { origin: server.origin, username: 'judge', password });
  await expect.poll(() => statesOf(extension), { timeout: 20_000 }).toEqual({ confirmed: 20 });
  expect((await server.captureIds()).toSorted()).toEqual(notes.map(({ captureId }) => captureId).toSorted());
  await extension.close();
});

test('fifty clicks while the server is stopped arrive exactly once after its start', { timeout: 300_000 }, async () => {
  const extension = await launch();
  await connect(extension, { origin: server.origin, username: 'judge', password });
  const before = await server.captureIds();
  await server.stop();
  const page = await extension.context.newPage();
  await page.goto(`${systems.origin}/classic/case.html?id=150105000001`);
  await page.locator('[data-field="案号"]').waitFor();
  const clicked: string[] = [];
  for (let click = 0; click < 50; click++) {
    const { kept } = await listenForKept(extension);
    await extension.clickToolbar(page);
    clicked.push(await kept);
  }
  expect(new Set(clicked).size).toBe(50);
  // Long enough for the first of them to find the server silent; then the worker dies while they wait.
  await expect
    .poll(async () => (await notesOf(extension)).some(({ attempts }) => attempts > 1), { timeout: 30_000 })
    .toBe(true);
  await extension.kill();

  await server.start();
  const again = await launch();
  await expect.poll(() => statesOf(again), { timeout: 90_000 }).toEqual({ confirmed: 70 });
  expect((await server.captureIds()).toSorted()).toEqual([...before, ...clicked].toSorted());
  await again.close();
});

/** How many notes are in each state. */
async function statesOf(extension: BrowserWithExtension): Promise<Record<string, number>> {
  const states: Record<string, number> = {};
  for (const { state } of await notesOf(extension)) states[state] = (states[state] ?? 0) + 1;
  return states;
}
