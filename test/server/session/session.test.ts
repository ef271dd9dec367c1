import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionSchema, sessionSchema } from '../../../shared/access/session.ts';
import { fingerprintOf } from '../../../shared/ledger/fingerprint.ts';
import { type AccountName, accounts, institutions, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('the connection shows the key and its fingerprint to anybody, and the same each time', async () => {
  const first = await (await world.request('/api/connection')).json();
  expect(connectionSchema.parse(first)).toEqual(first);
  expect(first.fingerprint).toBe(fingerprintOf(first.publicKey));
  expect(first.fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
  expect(await (await world.request('/api/connection')).json()).toEqual(first);
});

test.each(Object.keys(accounts) as AccountName[])('the session of %s says who they are', async (account) => {
  const session = await (await world.ask(account, 'GET', '/api/session')).json();
  expect(sessionSchema.parse(session)).toEqual(session);
  const { id, name, kind } = institutions[accounts[account].institution];
  expect(session).toMatchObject({
    accountId: accounts[account].id,
    username: account.toLowerCase(),
    role: accounts[account].role,
    institution: { id, name, kind },
    demonstration: true,
  });
});

test('nobody is nobody', async () => {
  const answer = await world.request('/api/session');
  expect([answer.status, (await answer.json()).type]).toEqual([401, 'urn:liuhen:problem:sign-in-required']);
});
