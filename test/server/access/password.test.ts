import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeAccount } from '../../../server/access/close-account.ts';
import { resetPassword } from '../../../server/access/reset-password.ts';
import { passwordFlaw } from '../../../shared/access/password.ts';
import { aCapture, accounts, openWorld, password, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const next = '长安街上落雨的傍晚 8 点';
const signIn = (word: string) =>
  world.ask(null, 'POST', '/api/auth/sign-in/username', { username: 'judge', password: word });
const change = (body: object) => world.ask('judge', 'POST', '/api/password', body);

describe('a password', () => {
  test.each([
    ['短密码', 'short'],
    ['eleven-char', 'short'],
    ['x'.repeat(129), 'long'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['judge123456judge123456', 'common'],
    ['Liuhen@123456!', 'common'],
    ['慕容仲秋慕容仲秋慕容仲秋', 'common'],
    ['correct horse battery', null],
    ['一二三四五六七八九十甲乙', null],
    [next, null],
    ['y7'.repeat(3) + 'a quite long sentence that nobody would guess '.repeat(2), null],
  ])('%s is judged: %s', (word, flaw) => {
    expect(passwordFlaw(word, ['judge', '慕容仲秋'])).toBe(flaw);
  });
});

describe('changing the password', () => {
  test('asks for the old one, and the new one is good from then on', async () => {
    expect((await change({ current: 'not-the-old-one', next })).status).toBe(422);
    const changed = await change({ current: password, next });
    expect([changed.status, await changed.json()]).toEqual([200, { changed: true }]);
    expect([(await signIn(password)).status, (await signIn(next)).status]).toEqual([401, 200]);
  });

  test('ends every other session and goes on in a new one', async () => {
    const elsewhere = (await (await signIn(password)).json()).token;
    const before = await world.cookieOf('judge');
    const changed = await change({ current: password, next });
    expect((await world.askWith(elsewhere, 'GET', '/api/session')).status).toBe(401);
    expect((await world.request('/api/session', { headers: { cookie: before } })).status).toBe(401);
    const cookie = changed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await world.request('/api/session', { headers: { cookie } })).status).toBe(200);
  });

  test('refuses what others would try first, and says so at the field', async () => {
    const refused = await change({ current: password, next: 'judge-judge-judge' });
    expect([refused.status, (await refused.json()).fields[0].path]).toEqual([400, 'next']);
    expect((await signIn(password)).status).toBe(200);
  });
});

test('a password that the administrator resets is good at once, the old one and its sessions are not', async () => {
  const cookie = await world.cookieOf('judge');
  expect(await resetPassword(world.platform.authentication, accounts.judge.id, next)).toBe(true);
  expect((await world.request('/api/session', { headers: { cookie } })).status).toBe(401);
  expect([(await signIn(password)).status, (await signIn(next)).status]).toEqual([401, 200]);
});

test('an account that is closed signs in no more, reads no more and captures no more', async () => {
  const token = await world.captureToken('judge');
  const cookie = await world.cookieOf('judge');
  await closeAccount(world.platform, accounts.judge.id);
  expect((await signIn(password)).status).toBe(401);
  expect(await resetPassword(world.platform.authentication, accounts.judge.id, next)).toBe(false);
  expect((await signIn(next)).status).toBe(401);
  expect((await world.request('/api/session', { headers: { cookie } })).status).toBe(401);
  const capture = aCapture();
  const sent = await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture);
  expect([sent.status, (await sent.json()).type]).toEqual([401, 'urn:liuhen:problem:credential-revoked']);
});
