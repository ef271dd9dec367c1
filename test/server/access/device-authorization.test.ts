/** An extension connects as it really does: code, approval in the console, token, session, capture credential, capture. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { IssuedCredential } from '../../../shared/access/session.ts';
import { type AccountName, aCapture, openWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.close();
});

const client_id = 'liuhen-extension';
const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
/** An extension sends no cookie and names itself. */
const origin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

const fromExtension = (path: string, body: object, token?: string) =>
  world.request(path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });

interface DeviceCode {
  device_code: string;
  user_code: string;
  verification_uri_complete: string;
  interval: number;
  expires_in: number;
}

const askForCode = async (): Promise<DeviceCode> =>
  (await fromExtension('/api/auth/device/code', { client_id })).json();

const poll = async ({ device_code }: DeviceCode) => {
  const answer = await fromExtension('/api/auth/device/token', { grant_type, device_code, client_id });
  return { status: answer.status, ...(await answer.json()) };
};

/** As the console's page does: it reads the code, which claims it for the account, then answers it. */
async function answer(account: AccountName, { user_code }: DeviceCode, decision: 'approve' | 'deny') {
  await world.ask(account, 'GET', `/api/auth/device?user_code=${user_code}`);
  return world.ask(account, 'POST', `/api/auth/device/${decision}`, { userCode: user_code });
}

describe('an extension', () => {
  test('connects by a code that the judge approves, and captures', async () => {
    const code = await askForCode();
    expect(code).toMatchObject({ interval: 2, expires_in: 900 });
    expect(code.verification_uri_complete).toBe(`http://localhost/device?user_code=${code.user_code}`);
    expect(await poll(code)).toMatchObject({ status: 400, error: 'authorization_pending' });
    expect((await answer('judge', code, 'approve')).status).toBe(200);
    vi.useFakeTimers({ now: Date.now() + 3000, toFake: ['Date'] });
    const { access_token } = await poll(code);

    const session = await (await world.askWith(access_token, 'GET', '/api/session')).json();
    expect(session).toMatchObject({ username: 'judge', role: 'recorder' });
    const issued = await fromExtension('/api/capture-credentials', { label: '扩展' }, access_token);
    const { token }: IssuedCredential = await issued.json();
    const capture = aCapture();
    expect((await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture)).status).toBe(201);
    const list = await (await world.askWith(access_token, 'GET', '/api/records')).json();
    expect(list.items.length).toBe(1);
  });

  test('gets its token once', async () => {
    const code = await askForCode();
    await answer('judge', code, 'approve');
    expect((await poll(code)).status).toBe(200);
    expect(await poll(code)).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  test('that asks too often is told to slow down', async () => {
    const code = await askForCode();
    await poll(code);
    expect(await poll(code)).toMatchObject({ status: 400, error: 'slow_down' });
  });

  test('that was denied is told so', async () => {
    const code = await askForCode();
    expect((await answer('judge', code, 'deny')).status).toBe(200);
    expect(await poll(code)).toMatchObject({ status: 400, error: 'access_denied' });
  });

  test('whose code has expired is told so, and the code is of no use any more', async () => {
    const code = await askForCode();
    await world.cookieOf('judge');
    vi.useFakeTimers({ now: Date.now() + 16 * 60_000, toFake: ['Date'] });
    expect((await answer('judge', code, 'approve')).status).toBe(400);
    expect(await poll(code)).toMatchObject({ status: 400, error: 'expired_token' });
  });

  test('of another name gets no code', async () => {
    const refused = await fromExtension('/api/auth/device/code', { client_id: 'somebody-else' });
    expect([refused.status, (await refused.json()).error]).toEqual([400, 'invalid_client']);
  });

  test('cannot approve itself', async () => {
    const code = await askForCode();
    expect((await fromExtension('/api/auth/device/approve', { userCode: code.user_code })).status).toBe(401);
    expect(await poll(code)).toMatchObject({ error: 'authorization_pending' });
  });
});

describe('a code', () => {
  test.each(['reviewer', 'committee', 'discipline', 'hr', 'leader', 'auditor', 'administrator'] as const)(
    'is not for the %s to answer: their session goes to no extension',
    async (account) => {
      const code = await askForCode();
      expect((await answer(account, code, 'approve')).status).toBe(404);
      expect((await answer(account, code, 'deny')).status).toBe(404);
      expect(await poll(code)).toMatchObject({ error: 'authorization_pending' });
    },
  );

  test('that one judge has read is not for another to approve', async () => {
    const code = await askForCode();
    await world.ask('judge', 'GET', `/api/auth/device?user_code=${code.user_code}`);
    expect((await answer('colleague', code, 'approve')).status).toBe(403);
    expect((await answer('judge', code, 'approve')).status).toBe(200);
  });

  test('that nobody answered is removed when it has expired', async () => {
    const codes = async () => {
      const { adapter } = await world.platform.authentication.$context;
      return adapter.count({ model: 'deviceCode' });
    };
    await askForCode();
    await askForCode();
    expect(await codes()).toBe(2);
    vi.useFakeTimers({ now: Date.now() + 16 * 60_000, toFake: ['Date'] });
    await askForCode();
    expect(await codes()).toBe(1);
  });
});
