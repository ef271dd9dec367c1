import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueCredential } from '../../../server/credentials/credentials.ts';
import type { IssuedCredential } from '../../../shared/access/session.ts';
import { routesOf } from '../support/routes.ts';
import { aCapture, accounts, institutions, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const issue = async (): Promise<IssuedCredential> => {
  const answer = await world.ask('judge', 'POST', '/api/capture-credentials', { label: '办公室电脑' });
  expect(answer.status).toBe(201);
  return answer.json();
};

const capture = (token: string) => {
  const content = aCapture();
  return world.askWith(token, 'PUT', `/api/captures/${content.captureId}`, content);
};

describe('a capture credential', () => {
  test('comes with the case systems that the institution has named', async () => {
    expect((await issue()).caseSystemOrigins).toEqual(['http://localhost:8788/*']);
  });

  test('writes captures, for its recorder', async () => {
    const { token } = await issue();
    const { recordId } = await (await capture(token)).json();
    expect((await world.ask('judge', 'GET', `/api/records/${recordId}`)).status).toBe(200);
    expect((await world.ask('colleague', 'GET', `/api/records/${recordId}`)).status).toBe(404);
  });

  test('can do nothing else', async () => {
    const { token } = await issue();
    const recordId: string = (await (await capture(token)).json()).recordId;
    const guarded = routesOf(world.app).filter(({ action }) => action !== null && action !== 'capture:write');
    expect(guarded.length).toBeGreaterThan(20);
    for (const { method, addressOf, name } of guarded) {
      const answer = await world.askWith(token, method, addressOf(recordId), method === 'GET' ? undefined : {});
      expect([name, answer.status]).toEqual([name, 404]);
    }
  });

  test('is refused once it is revoked, and only then', async () => {
    const { token, credentialId } = await issue();
    expect((await capture(token)).status).toBe(201);
    expect((await world.ask('judge', 'DELETE', `/api/capture-credentials/${credentialId}`)).status).toBe(200);
    const refused = await capture(token);
    expect([refused.status, (await refused.json()).type]).toEqual([401, 'urn:liuhen:problem:credential-revoked']);
    // Twice is no error.
    expect((await world.ask('judge', 'DELETE', `/api/capture-credentials/${credentialId}`)).status).toBe(200);
  });

  test('is revoked by its owner only', async () => {
    const { token, credentialId } = await issue();
    expect((await world.ask('colleague', 'DELETE', `/api/capture-credentials/${credentialId}`)).status).toBe(404);
    expect((await capture(token)).status).toBe(201);
  });

  test('is listed for its owner, without its token', async () => {
    const { token, credentialId } = await issue();
    const mine = await (await world.ask('judge', 'GET', '/api/capture-credentials')).text();
    expect(mine).toContain(credentialId);
    expect(mine).not.toContain(token.slice(4));
    expect(await (await world.ask('colleague', 'GET', '/api/capture-credentials')).text()).not.toContain(credentialId);
  });

  test('is nowhere in the store', async () => {
    const { token } = await issue();
    const rows = await world.platform.db.selectFrom('credential').selectAll().execute();
    const events = await world.platform.db.selectFrom('event').select('sealed').execute();
    expect(JSON.stringify([rows, events])).not.toContain(token.slice(4));
  });

  test.each(['lhc_', 'lhc_unknown', 'lhf_unknown'])(
    'that nobody issued (%s) is refused as a revoked one',
    async (token) => {
      const answer = await capture(token);
      expect([answer.status, (await answer.json()).type]).toEqual([401, 'urn:liuhen:problem:credential-revoked']);
    },
  );

  test('goes before a cookie that comes with it', async () => {
    const { token } = await issue();
    const headers = { cookie: await world.cookieOf('judge'), authorization: `bearer ${token}` };
    expect((await world.request('/api/records', { headers })).status).toBe(404);
  });

  test('is for recorders', async () => {
    for (const account of [
      'reviewer',
      'committee',
      'discipline',
      'hr',
      'leader',
      'auditor',
      'administrator',
    ] as const) {
      const answer = await world.ask(account, 'POST', '/api/capture-credentials', { label: '' });
      expect([account, answer.status]).toEqual([account, 404]);
    }
  });
});

test('a session writes no capture, however it comes', async () => {
  const content = aCapture();
  const path = `/api/captures/${content.captureId}`;
  expect((await world.ask('judge', 'PUT', path, content)).status).toBe(404);
  const signedIn = await world.ask(null, 'POST', '/api/auth/sign-in/username', {
    username: 'judge',
    password: 'test-password-2026',
  });
  expect((await world.askWith((await signedIn.json()).token, 'PUT', path, content)).status).toBe(404);
});

test('a feed token reads feeds and nothing else', async () => {
  const { token } = await world.platform.committer.submit(
    issueCredential({ purpose: 'feed', account_id: null, institution_id: institutions.hr.id, label: 'API' }),
  );
  for (const { method, addressOf, name, action } of routesOf(world.app).filter((route) => route.action !== null)) {
    const answer = await world.askWith(token, method, addressOf(accounts.judge.id), method === 'GET' ? undefined : {});
    expect([name, answer.status]).toEqual([name, action === 'feed:read' ? 200 : 404]);
  }
});
