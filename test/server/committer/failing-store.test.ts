/** A store that cannot be written: the disk is full, or read-only. What is asked again later must then go through. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { aCapture, openWorld, password, type World } from '../support/world.ts';

let folder: string;
let world: World;
let token: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-full-'));
  world = await openWorld({ folder });
  token = await world.captureToken('judge');
  await world.cookieOf('judge');
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});
// The server's own log tells the cause; here it is expected.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const put = (capture: object & { captureId: string }) =>
  world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture);

/** Large enough that some of them need another page. */
const large = () => aCapture({ pageAddress: `http://localhost/${'x'.repeat(3900)}`, parties: '当'.repeat(1000) });

const pragma = (text: string) => sql.raw(`PRAGMA ${text}`).execute(world.platform.db);

const conditions: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
  ['a full disk', () => pragma('max_page_count = 1'), () => pragma('max_page_count = 1073741823')],
  ['a disk that became read-only', () => pragma('query_only = 1'), () => pragma('query_only = 0')],
];

describe.each(conditions)('%s', (_, fall, recover) => {
  test('refuses for now, loses nothing that was answered, and takes all of it afterwards', async () => {
    await fall();
    const captures = Array.from({ length: 20 }, large);
    // One by one, then together: a command alone and a batch take different ways.
    const alone = [];
    for (const capture of captures) alone.push(await put(capture));
    const together = await Promise.all(captures.map(put));
    const answers = [...alone, ...together];
    expect(answers.some(({ status }) => status === 503)).toBe(true);
    for (const answer of answers.filter(({ status }) => status > 201)) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      expect((await answer.json()).type).toBe('urn:liuhen:problem:unavailable');
    }
    const acknowledged = answers.filter(({ ok }) => ok).length;
    const ids = captures.map(({ captureId }) => captureId);
    const { db, sealing } = world.platform;
    const kept = async () => {
      const records = await sealing.openRows(db, 'record', await db.selectFrom('record').selectAll().execute());
      return records.filter(({ capture_id }) => ids.includes(capture_id));
    };
    expect(acknowledged).toBeGreaterThanOrEqual((await kept()).length);
    expect((await world.ask('judge', 'GET', '/api/records')).status).toBe(200);

    await recover();
    const afterwards = await Promise.all(captures.map(put));
    expect(afterwards.filter(({ ok }) => ok).length).toBe(20);
    expect((await kept()).map((row) => row.capture_id).sort()).toEqual(ids.sort());
    const positions = await world.platform.db.selectFrom('event').select(['institution_id', 'position']).execute();
    const heads = await world.platform.db.selectFrom('log_head').selectAll().execute();
    for (const { institution_id, size } of heads) {
      const own = positions.filter((row) => row.institution_id === institution_id).map(({ position }) => position);
      expect(own.sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (__, index) => index));
    }
  });

  test('says so at sign-in as well', async () => {
    await fall();
    const answers = [];
    for (let attempt = 0; attempt < 40; attempt++) {
      const answer = await world.request('/api/auth/device/code', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ client_id: 'liuhen-extension', scope: 'x'.repeat(3000) }),
      });
      answers.push(answer);
    }
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect([answer.status, (await answer.json()).type]).toEqual([503, 'urn:liuhen:problem:unavailable']);
    }
    await recover();
    const body = { username: 'judge', password };
    expect((await world.ask(null, 'POST', '/api/auth/sign-in/username', body)).status).toBe(200);
  });
});

test('a session that is due for renewal on a store that cannot be written is not taken for none', async () => {
  const cookie = await world.cookieOf('judge');
  await pragma('query_only = 1');
  vi.useFakeTimers({ now: Date.now() + 60 * 60_000, toFake: ['Date'] });
  const answer = await world.request('/api/session', { headers: { cookie } });
  vi.useRealTimers();
  expect(answer.status).toBe(503);
  await pragma('query_only = 0');
  expect((await world.request('/api/session', { headers: { cookie } })).status).toBe(200);
});
