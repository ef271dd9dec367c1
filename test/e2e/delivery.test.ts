/** What a network, a revoked credential and a dying worker may do to a note on its way. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { serveCaseSystems } from '../../server/demonstration/case-systems.ts';
import { password } from '../server/support/world.ts';
import { authorize } from './browser/connect.ts';
import { type HostileNetwork, openHostileNetwork } from './browser/hostile-network.ts';
import { type BrowserWithExtension, launchBrowserWithExtension } from './browser/launch.ts';
import { listenForKept, notesOf } from './browser/outbox.ts';
import { type SmallServer, startSmallServer } from './browser/server.ts';

declare const chrome: typeof browser;

let systems: Awaited<ReturnType<typeof serveCaseSystems>>;
let server: SmallServer;
let network: HostileNetwork;
let extension: BrowserWithExtension;
let casePage: Page;

beforeAll(async () => {
  systems = await serveCaseSystems({ port: 0 });
  server = await startSmallServer();
  network = await openHostileNetwork(server.origin);
  extension = await launchBrowserWithExtension({ caseSystemOrigin: systems.origin });
  await connect();
  casePage = await extension.context.newPage();
  await casePage.goto(`${systems.origin}/classic/?open=150105000001`);
});
afterAll(async () => {
  await extension?.close();
  await network?.close();
  await server?.dispose();
  await systems?.close();
});

/** Connects by way of the network; the account approves at the server itself. */
async function connect() {
  const connection = await authorize({ origin: server.origin, username: 'judge', password });
  const settings = { ...connection, serverAddress: network.origin };
  await extension.inWorker((connection) => chrome.storage.local.set({ connection }), settings);
  return settings;
}

async function click(): Promise<string> {
  await casePage.bringToFront();
  const { kept } = await listenForKept(extension);
  await extension.clickToolbar(casePage);
  return kept;
}

const noteOf = async (captureId: string) => (await notesOf(extension)).find((note) => note.captureId === captureId);
const stateOf = async (captureId: string) => (await noteOf(captureId))?.state;

test('whatever answers in the server’s place, and an answer that is lost: the capture arrives, once', {
  timeout: 120_000,
}, async () => {
  network.plan('hang-up', 'portal', 'proxy-404', 'answer-lost', 'starting');
  const captureId = await click();
  await expect.poll(() => stateOf(captureId), { timeout: 90_000 }).toBe('confirmed');
  expect(network.happened).toEqual(['hang-up', 'portal', 'proxy-404', 'answer-lost', 'starting', 'pass']);
  expect(await server.captureIds()).toEqual([captureId]);
});

test('a receipt that does not stand the check confirms nothing; the note stays and waits for the recorder', async () => {
  network.plan('forged');
  const captureId = await click();
  await expect.poll(() => stateOf(captureId), { timeout: 20_000 }).toBe('attention');
  expect((await noteOf(captureId))?.problem?.title).toContain('未通过校验');
});

test('a revoked credential is told, and a new connection sends what waited', async () => {
  const { credentialId, sessionToken } = await connect();
  await fetch(`${server.origin}/api/capture-credentials/${credentialId}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${sessionToken}` },
  });
  const captureId = await click();
  await expect.poll(() => stateOf(captureId), { timeout: 20_000 }).toBe('attention');
  expect((await noteOf(captureId))?.problem?.status).toBe(401);
  await connect();
  await expect.poll(() => stateOf(captureId), { timeout: 20_000 }).toBe('confirmed');
});

test('a worker that is stopped before the ten seconds are over is woken by its alarm and sends', {
  timeout: 120_000,
}, async () => {
  const captureId = await click();
  await casePage.close(); // Its detector would wake the worker too.
  await extension.stopWorker();
  await expect.poll(async () => (await server.captureIds()).includes(captureId), { timeout: 60_000 }).toBe(true);
  await expect.poll(() => stateOf(captureId)).toBe('confirmed');
});
