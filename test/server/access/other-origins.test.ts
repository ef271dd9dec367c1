/** What pages of other origins can do with a signed-in browser: nothing. What an extension can: everything by its token. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitRecord } from '../support/journey.ts';
import { openWorld, password, type World } from '../support/world.ts';

let world: World;
let cookie: string;
let recordId: string;
beforeAll(async () => {
  world = await openWorld();
  cookie = await world.cookieOf('judge');
  recordId = await submitRecord(world);
});
afterAll(() => world.close());

const extensions = [
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
  'moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc',
];
const elsewhere = [
  'https://elsewhere.example',
  'http://localhost:8788',
  'https://chrome-extension.example',
  'chrome-extension://evil.example/x',
  'null',
];
const paths = ['/api/connection', '/api/records', '/api/auth/device/code', '/api/captures/x', '/api/nothing'];

describe('CORS', () => {
  test.each(extensions)('lets %s call with a bearer token, never with cookies', async (origin) => {
    for (const path of paths) {
      const preflight = await world.request(path, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': 'authorization, content-type, x-content-sha256',
        },
      });
      const headers = Object.fromEntries(preflight.headers);
      expect(preflight.status).toBe(204);
      expect(headers).toMatchObject({ 'access-control-allow-origin': origin });
      expect(headers['access-control-allow-methods']).toContain('PUT');
      expect(headers['access-control-allow-headers']).toMatch(/authorization.*content-type.*x-content-sha256/i);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      const answer = await world.request(path, { headers: { origin } });
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
      expect(answer.headers.get('vary')).toMatch(/Origin/i);
    }
  });

  test.each(elsewhere)('says nothing to %s', async (origin) => {
    for (const path of [...paths, '/feeds/performance-evaluation', '/']) {
      for (const method of ['OPTIONS', 'GET']) {
        const answer = await world.request(path, {
          method,
          headers: { origin, cookie, 'access-control-request-method': 'GET' },
        });
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
  });
});

describe('a form or script on another site', () => {
  const step = JSON.stringify({ type: 'withdrawn', reason: '伪造' });
  const stateOf = async () => (await (await world.ask('judge', 'GET', `/api/records/${recordId}`)).json()).state;

  test.each([['text/plain'], ['application/x-www-form-urlencoded'], ['multipart/form-data; boundary=x'], [undefined]])(
    'that sends %s with the cookie changes nothing',
    async (type) => {
      for (const origin of [...elsewhere, ...extensions, undefined]) {
        const headers = new Headers({ cookie, 'sec-fetch-site': 'cross-site' });
        if (type) headers.set('content-type', type);
        if (origin) headers.set('origin', origin);
        const path = `/api/records/${recordId}/events`;
        const answer = await world.request(path, { method: 'POST', headers, body: step });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(await stateOf()).toBe('submitted');
      }
    },
  );

  test('signs nobody out', async () => {
    const headers = { cookie, origin: 'https://elsewhere.example', 'content-type': 'application/json' };
    await world.request('/api/auth/sign-out', { method: 'POST', headers, body: '{}' });
    expect((await world.request('/api/session', { headers: { cookie } })).status).toBe(200);
  });

  test('approves no device code', async () => {
    const code = await world.ask(null, 'POST', '/api/auth/device/code', { client_id: 'liuhen-extension' });
    const { user_code, device_code } = await code.json();
    await world.ask('judge', 'GET', `/api/auth/device?user_code=${user_code}`);
    const headers = { cookie, origin: 'https://elsewhere.example', 'content-type': 'application/json' };
    const body = JSON.stringify({ userCode: user_code });
    expect((await world.request('/api/auth/device/approve', { method: 'POST', headers, body })).status).toBe(404);
    const token = await world.ask(null, 'POST', '/api/auth/device/token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code,
      client_id: 'liuhen-extension',
    });
    expect((await token.json()).error).toBe('authorization_pending');
  });
});

test('the console works under whatever address it is reached at', async () => {
  const headers = { cookie, host: '127.0.0.1:8787', origin: 'http://127.0.0.1:8787' };
  const issued = await world.request('/api/capture-credentials', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(issued.status).toBe(201);
});

test('a program with a token needs no origin, and no content type where there is no content', async () => {
  const signedIn = await world.ask(null, 'POST', '/api/auth/sign-in/username', { username: 'judge', password });
  const { token } = await signedIn.json();
  const issued = await (await world.askWith(token, 'POST', '/api/capture-credentials', { label: '' })).json();
  const gone = await world.askWith(token, 'DELETE', `/api/capture-credentials/${issued.credentialId}`);
  expect(gone.status).toBe(200);
});
