/** Whoever sees what others recorded signs in with two factors, outside a demonstration. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { resetSecondFactor } from '../../../server/access/second-factor.ts';
import { UsedCodes } from '../../../server/access/used-codes.ts';
import { needsSecondFactor } from '../../../shared/access/permissions.ts';
import { codesOf, roles } from '../../../shared/vocabulary.ts';
import { codeOf } from '../support/authenticator.ts';
import { routesOf } from '../support/routes.ts';
import { type AccountName, accounts, openWorld, password, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
  world = await openWorld({ demonstration: false });
});
afterEach(async () => {
  vi.useRealTimers();
  await world.close();
});

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const problemOf = async (answer: Response) => [answer.status, (await answer.json()).type?.split(':').at(-1)];
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const post = (path: string, body: object, cookie?: string) =>
  world.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
const get = (path: string, cookie: string) => world.request(path, { headers: { cookie } });
const signIn = (username: string) => post('/api/auth/sign-in/username', { username, password });

/** Enrols an account that is new to it; a code of the next half minute is free to be used. */
async function enrolled(account: AccountName) {
  const before = cookiesOf(await signIn(account));
  const made = await (await post('/api/second-factor', { password }, before)).json();
  const confirmed = await post('/api/second-factor/confirm', { code: codeOf(made.secret, Date.now()) }, before);
  expect(confirmed.status).toBe(200);
  later(30_000);
  return { ...made, before, cookie: cookiesOf(confirmed), code: () => codeOf(made.secret, Date.now()) };
}

/** The cookie of a sign-in that waits for its code. */
async function challenged(account: AccountName): Promise<string> {
  const answer = await signIn(account);
  expect(await answer.json()).toMatchObject({ twoFactorRedirect: true });
  return cookiesOf(answer);
}

test('the table of permissions says who needs it: all but those who see only their own', () => {
  expect(codesOf(roles).filter((role) => !needsSecondFactor(role))).toEqual(['recorder', 'leader']);
});

describe('without a second factor', () => {
  test.each(Object.entries(accounts).filter(([, { role }]) => needsSecondFactor(role)))(
    '%s can do nothing but enrol and sign out',
    async (account) => {
      const cookie = cookiesOf(await signIn(account));
      for (const { name, method, action, addressOf } of routesOf(world.app)) {
        if (!action || action === 'second-factor:enrol') continue;
        const address = addressOf(accounts.judge.id);
        const init = method === 'GET' ? {} : { body: '{}' };
        const headers = { cookie, origin: 'http://localhost', 'content-type': 'application/json' };
        const answer = await world.request(address, { method, headers, ...init });
        expect(await problemOf(answer), name).toEqual([403, 'second-factor-required']);
      }
      expect((await post('/api/second-factor', { password }, cookie)).status).toBe(200);
      expect((await post('/api/auth/sign-out', {}, cookie)).status).toBe(200);
      expect((await get('/api/session', cookie)).status).toBe(401);
    },
  );

  test.each(['judge', 'leader'] as const)('%s goes on as before', async (account) => {
    expect((await get('/api/session', cookiesOf(await signIn(account)))).status).toBe(200);
  });

  test('everybody goes on in a demonstration', async () => {
    const demonstration = await openWorld({ demonstration: true });
    expect((await demonstration.ask('reviewer', 'GET', '/api/records')).status).toBe(200);
    await demonstration.close();
  });
});

describe('enrolling', () => {
  test('asks for the password, gives a secret that apps understand and ten backup codes', async () => {
    const cookie = cookiesOf(await signIn('reviewer'));
    expect(await problemOf(await post('/api/second-factor', { password: 'wrong-password' }, cookie))).toEqual([
      422,
      'password-wrong',
    ]);
    const made = await (await post('/api/second-factor', { password }, cookie)).json();
    expect(made.secret).toMatch(/^[A-Z2-7]{32,}$/);
    const address = new URL(made.address);
    expect([address.protocol, decodeURIComponent(address.pathname)]).toEqual(['otpauth:', '/留痕:reviewer']);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret: made.secret, digits: '6', period: '30' });
    expect(new Set(made.backupCodes).size).toBe(10);
    for (const code of made.backupCodes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
  });

  test('counts only once a right code has confirmed it, and may begin again until then', async () => {
    const cookie = cookiesOf(await signIn('reviewer'));
    const first = await (await post('/api/second-factor', { password }, cookie)).json();
    const second = await (await post('/api/second-factor', { password }, cookie)).json();
    const confirm = (code: string) => post('/api/second-factor/confirm', { code }, cookie);
    expect(await problemOf(await confirm(codeOf(first.secret, Date.now())))).toEqual([422, 'second-factor-wrong']);
    expect((await get('/api/session', cookie)).status).toBe(403);
    const confirmed = await confirm(codeOf(second.secret, Date.now()));
    expect((await get('/api/session', cookiesOf(confirmed))).status).toBe(200);
  });

  test('ends every session that began without it', async () => {
    const elsewhere = cookiesOf(await signIn('reviewer'));
    const { before, cookie } = await enrolled('reviewer');
    expect((await get('/api/session', cookie)).status).toBe(200);
    expect((await get('/api/session', elsewhere)).status).toBe(401);
    expect((await get('/api/session', before)).status).toBe(401);
  });

  test('cannot be repeated over a second factor that stands', async () => {
    const { cookie } = await enrolled('reviewer');
    expect(await problemOf(await post('/api/second-factor', { password }, cookie))).toEqual([409, 'step-not-possible']);
  });

  test('needs a session, and no page elsewhere can begin it', async () => {
    expect((await post('/api/second-factor', { password })).status).toBe(401);
    const cookie = cookiesOf(await signIn('reviewer'));
    const headers = { cookie, origin: 'https://elsewhere.example', 'content-type': 'application/json' };
    const foreign = await world.request('/api/second-factor', {
      method: 'POST',
      headers,
      body: JSON.stringify({ password }),
    });
    expect(foreign.status).toBe(404);
  });
});

describe('signing in with a second factor', () => {
  test('gives no session for the password alone, and a full one for the code', async () => {
    const { code } = await enrolled('reviewer');
    const cookie = await challenged('reviewer');
    expect((await get('/api/session', cookie)).status).toBe(401);
    const answer = await post('/api/second-factor/answer', { code: code() }, cookie);
    expect(answer.status).toBe(200);
    const session = await get('/api/session', cookiesOf(answer));
    expect(await session.json()).toMatchObject({ username: 'reviewer', demonstration: false });
    expect((await get('/api/records', cookiesOf(answer))).status).toBe(200);
  });

  test('takes each code once, and the sign-in goes on with the next', async () => {
    const { code } = await enrolled('reviewer');
    const once = code();
    expect((await post('/api/second-factor/answer', { code: once }, await challenged('reviewer'))).status).toBe(200);
    const cookie = await challenged('reviewer');
    expect(await problemOf(await post('/api/second-factor/answer', { code: once }, cookie))).toEqual([
      422,
      'second-factor-wrong',
    ]);
    later(30_000);
    expect((await post('/api/second-factor/answer', { code: code() }, cookie)).status).toBe(200);
  });

  test('takes each backup code once', async () => {
    const { backupCodes } = await enrolled('reviewer');
    const backup = () => ({ backupCode: backupCodes[3] });
    expect((await post('/api/second-factor/answer', backup(), await challenged('reviewer'))).status).toBe(200);
    expect(await problemOf(await post('/api/second-factor/answer', backup(), await challenged('reviewer')))).toEqual([
      422,
      'second-factor-wrong',
    ]);
  });

  test('is over after five wrong codes, whatever code comes then', async () => {
    const { code } = await enrolled('reviewer');
    const cookie = await challenged('reviewer');
    for (let attempt = 0; attempt < 5; attempt++) {
      const wrong = String((Number(code()) + 5 + attempt) % 1_000_000).padStart(6, '0');
      expect(await problemOf(await post('/api/second-factor/answer', { code: wrong }, cookie))).toEqual([
        422,
        'second-factor-wrong',
      ]);
    }
    expect(await problemOf(await post('/api/second-factor/answer', { code: code() }, cookie))).toEqual([
      401,
      'sign-in-expired',
    ]);
  });

  test('rests for a quarter of an hour after ten wrong codes in a row, for codes and backup codes alike', async () => {
    const { code, backupCodes } = await enrolled('reviewer');
    for (let attempt = 0; attempt < 10; attempt++) {
      const cookie = await challenged('reviewer');
      const wrong = attempt % 2 ? { backupCode: 'aaaaa-aaaaa' } : { code: String(attempt).padStart(6, '0') };
      expect((await post('/api/second-factor/answer', wrong, cookie)).status).toBe(422);
    }
    for (const right of [{ code: code() }, { backupCode: backupCodes[0] }]) {
      expect(await problemOf(await post('/api/second-factor/answer', right, await challenged('reviewer')))).toEqual([
        429,
        'too-many-attempts',
      ]);
    }
    later(16 * 60_000);
    expect((await post('/api/second-factor/answer', { code: code() }, await challenged('reviewer'))).status).toBe(200);
  });

  test.each([
    ['no cookie', undefined],
    ['a made-up cookie', 'liuhen.two_factor=2fa-abcdefghij.c2lnbmF0dXJl'],
  ])('begins anew with %s', async (_, cookie) => {
    const answer = await post('/api/second-factor/answer', { code: '123456' }, cookie);
    expect(await problemOf(answer)).toEqual([401, 'sign-in-expired']);
  });

  test('begins anew with a cookie whose signature is another', async () => {
    const { code } = await enrolled('reviewer');
    const cookie = (await challenged('reviewer')).replace(/\.[^.]+$/, '.AAAA');
    expect((await post('/api/second-factor/answer', { code: code() }, cookie)).status).toBe(401);
  });

  test('waits ten minutes and no longer', async () => {
    const { code } = await enrolled('reviewer');
    const cookie = await challenged('reviewer');
    later(11 * 60_000);
    expect(await problemOf(await post('/api/second-factor/answer', { code: code() }, cookie))).toEqual([
      401,
      'sign-in-expired',
    ]);
  });

  test.each([
    {},
    { code: '12345' },
    { code: 'abcdef' },
    { code: '123456', backupCode: 'x' },
    { code: '123456', trustDevice: true },
  ])('answers %j with what is wrong with it', async (body) => {
    expect((await post('/api/second-factor/answer', body)).status).toBe(400);
  });
});

test('after a reset nothing of before is good, and the next sign-in enrols anew', async () => {
  const { cookie, code } = await enrolled('reviewer');
  const begun = await challenged('reviewer');
  await resetSecondFactor(world.platform.authentication, accounts.reviewer.id);
  expect((await get('/api/session', cookie)).status).toBe(401);
  expect((await post('/api/second-factor/answer', { code: code() }, begun)).status).toBeGreaterThanOrEqual(400);
  const anew = cookiesOf(await signIn('reviewer'));
  expect(await problemOf(await get('/api/session', anew))).toEqual([403, 'second-factor-required']);
});

test('a used code is free again after a minute and a half, and for another account at once', () => {
  let now = 0;
  const used = new UsedCodes(() => now);
  expect([used.take('a', '1'), used.take('a', '1'), used.take('b', '1')]).toEqual([true, false, true]);
  now = 90_000;
  expect(used.take('a', '1')).toBe(true);
});
