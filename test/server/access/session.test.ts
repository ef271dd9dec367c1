import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { removeExpired } from '../../../server/access/authentication.ts';
import { openWorld, password, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.close();
});

const minutes = 60_000;
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const stopClock = () => vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
const session = (cookie: string) => world.request('/api/session', { headers: { cookie } });

const signIn = (username: string, word: string) =>
  world.ask(null, 'POST', '/api/auth/sign-in/username', { username, password: word });

describe('a session', () => {
  test('lies in a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn('judge', password);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^liuhen\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/Path=\//i);
  });

  test('ends after eight hours without use', async () => {
    stopClock();
    const cookie = await world.cookieOf('judge');
    later(8 * 60 * minutes - 1000);
    expect((await session(cookie)).status).toBe(200);
    later(8 * 60 * minutes + 1000);
    expect((await session(cookie)).status).toBe(401);
  });

  test('goes on while it is used, in the store and in the browser', async () => {
    stopClock();
    const cookie = await world.cookieOf('judge');
    later(10 * minutes);
    expect((await session(cookie)).headers.getSetCookie()).toEqual([]);
    for (let hour = 0; hour < 12; hour++) {
      later(60 * minutes);
      const answer = await session(cookie);
      expect(answer.status).toBe(200);
      const [renewed = ''] = answer.headers.getSetCookie();
      // The very cookie, with eight hours from now.
      expect(renewed.split(';')[0]).toBe(cookie);
      expect(renewed).toMatch(/Max-Age=28800/i);
    }
  });

  test.each([
    ['reviewer', 12],
    ['judge', 30 * 24],
  ] as const)('of the %s ends after %i hours all the same', async (account, hours) => {
    stopClock();
    const cookie = await world.cookieOf(account);
    const from = Date.now();
    while (Date.now() - from < (hours - 4) * 60 * minutes) {
      later(4 * 60 * minutes);
      expect((await session(cookie)).status).toBe(200);
    }
    later(4 * 60 * minutes + 1000);
    expect((await session(cookie)).status).toBe(401);
  });

  test('of an extension goes on as well, and no cookie is set there', async () => {
    stopClock();
    const { token } = await (await signIn('judge', password)).json();
    for (let hour = 0; hour < 12; hour++) {
      later(60 * minutes);
      const answer = await world.askWith(token, 'GET', '/api/records');
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    }
  });

  test.each(['cookie', 'bearer token'])('is over for good after signing out by its %s', async (way) => {
    const answer = await signIn('judge', password);
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const { token } = await answer.json();
    const headers = new Headers({ origin: 'http://localhost', 'content-type': 'application/json' });
    if (way === 'cookie') headers.set('cookie', cookie);
    else headers.set('authorization', `Bearer ${token}`);
    expect((await world.request('/api/auth/sign-out', { method: 'POST', headers, body: '{}' })).status).toBe(200);
    expect((await session(cookie)).status).toBe(401);
    expect((await world.askWith(token, 'GET', '/api/session')).status).toBe(401);
  });

  test('with a forged cookie is none', async () => {
    const cookie = await world.cookieOf('judge');
    expect((await session(cookie.replace(/.$/, ''))).status).toBe(401);
    const { id } = (await (
      await world.platform.authentication.$context
    ).adapter.findOne<{ id: string }>({
      model: 'session',
      where: [],
    })) ?? { id: '' };
    expect((await session(`liuhen.session_token=${id}`)).status).toBe(401);
  });

  test('that has expired is removed', async () => {
    stopClock();
    await world.cookieOf('judge');
    later(9 * 60 * minutes);
    await removeExpired(world.platform.authentication);
    expect(await (await world.platform.authentication.$context).adapter.count({ model: 'session' })).toBe(0);
  });
});

describe('signing in', () => {
  test('makes no difference between capitals and small letters of the user name', async () => {
    expect((await signIn('Judge', password)).status).toBe(200);
  });

  test('answers an unknown user name as it answers a wrong password', async () => {
    const [wrong, unknown] = [await signIn('judge', 'wrong-password'), await signIn('nobody', 'wrong-password')];
    expect([unknown.status, await unknown.text()]).toEqual([wrong.status, await wrong.text()]);
    expect(wrong.status).toBe(401);
  });

  test('rests after five failures in a row, for this account only, and no right password ends that early', async () => {
    stopClock();
    for (let attempt = 0; attempt < 5; attempt++) expect((await signIn('judge', `guess-${attempt}`)).status).toBe(401);
    const resting = await signIn('JUDGE', password);
    expect([resting.status, (await resting.json()).type, resting.headers.get('retry-after')]).toEqual([
      429,
      'urn:liuhen:problem:too-many-attempts',
      '15',
    ]);
    expect((await signIn('colleague', password)).status).toBe(200);
    later(16_000);
    expect((await signIn('judge', password)).status).toBe(200);
    expect((await signIn('judge', 'guess')).status).toBe(401);
  });

  test.each([
    '/api/auth/sign-up/email',
    '/api/auth/sign-in/email',
    '/api/auth/update-user',
    '/api/auth/change-email',
    '/api/auth/delete-user',
    '/api/auth/is-username-available',
    '/api/auth/list-sessions',
    '/api/auth/get-session',
  ])('is all there is: %s does not exist', async (path) => {
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? { username: 'judge', name: '别人', password } : undefined;
      const answer = await world.ask('judge', method, path, body);
      expect([answer.status, (await answer.json()).type]).toEqual([404, 'urn:liuhen:problem:not-found']);
    }
  });
});
