/** What every answer tells the browser: to run nothing but our scripts, to guess no type, to be framed by nobody. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routesOf } from '../support/routes.ts';
import { accounts, openWorld, password, type World } from '../support/world.ts';

let world: World;
let secure: World;
beforeAll(async () => {
  world = await openWorld();
  secure = await openWorld({ origin: 'https://liuhen.example' });
});
afterAll(async () => {
  await world.close();
  await secure.close();
});

/** The directives of a content security policy. */
function policyOf(answer: Response): Map<string, string> {
  const parts = (answer.headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim());
  return new Map(parts.map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]));
}

const unknown = ['/', '/records/x', '/api/nothing', '/assets/nothing.js', '/feeds/nothing', '/docs/nothing'];

/** Every route without a session, and addresses that are no route's. */
async function everyAnswer(of: World): Promise<[string, Response][]> {
  const answers: [string, Response][] = [];
  for (const { name, method, addressOf } of routesOf(of.app)) {
    const body = method === 'GET' ? undefined : '{}';
    const headers = { 'content-type': 'application/json' };
    answers.push([name, await of.request(addressOf(accounts.judge.id), { method, headers, body })]);
  }
  for (const path of unknown) answers.push([path, await of.request(path)]);
  return answers;
}

test('every answer carries a strict policy, no sniffing, no framing, no referrer', async () => {
  const answers = await everyAnswer(world);
  expect(answers.length).toBeGreaterThan(40);
  for (const [name, answer] of answers) {
    const policy = policyOf(answer);
    const scripts = policy.get('script-src') ?? policy.get('default-src');
    expect(scripts, name).toBe("'self'");
    expect(policy.get('frame-ancestors'), name).toBe("'none'");
    expect(policy.get('base-uri'), name).toBe("'none'");
    expect(policy.get('object-src'), name).toBe("'none'");
    expect(Object.fromEntries(answer.headers), name).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  }
});

test('no page holds a script or a handler of its own', async () => {
  let pages = 0;
  for (const [name, answer] of await everyAnswer(world)) {
    if (!/text\/html/.test(answer.headers.get('content-type') ?? '')) continue;
    pages++;
    const html = await answer.text();
    expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/gi), name).toBeNull();
    expect(html.match(/\son\w+\s*=|javascript:/gi), name).toBeNull();
  }
  expect(pages).toBeGreaterThan(0);
});

describe('over https', () => {
  test('every answer holds the browser to it for two years', async () => {
    for (const [name, answer] of await everyAnswer(secure)) {
      expect(answer.headers.get('strict-transport-security'), name).toBe('max-age=63072000; includeSubDomains');
    }
    expect((await world.request('/healthz')).headers.get('strict-transport-security')).toBeNull();
  });

  test('cookies belong to this host, to https, to no script and to no other site', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://liuhen.example' };
    const body = JSON.stringify({ username: 'judge', password });
    const path = 'https://liuhen.example/api/auth/sign-in/username';
    const signedIn = await secure.request(path, { method: 'POST', headers, body });
    const cookies = signedIn.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-liuhen\./);
      expect(cookie).toMatch(/; Secure/i);
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Strict/i);
      expect(cookie).toMatch(/; Path=\//i);
      expect(cookie).not.toMatch(/; Domain=/i);
    }
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    expect((await secure.request('/api/session', { headers: { cookie } })).status).toBe(200);
  });
});
