/** What the store holds of accounts and sessions: nothing that a thief of the file could read or use. */
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountClasses } from '../../../server/access/account-classes.ts';
import { accountSealingFrom } from '../../../server/access/account-sealing.ts';
import { accountNames, findAccount, listAccounts } from '../../../server/access/accounts.ts';
import { addAccount } from '../../../server/access/authentication.ts';
import { sealAccounts } from '../../../server/access/seal-accounts.ts';
import { accounts, institutions, openWorld, password, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const tables = [...Object.keys(accountClasses), 'account', 'twoFactor'];

/** Everything in better-auth's tables as one text. */
async function stored(): Promise<string> {
  const rows = tables.map(
    async (table) => (await sql`SELECT * FROM ${sql.table(table)}`.execute(world.platform.db)).rows,
  );
  return JSON.stringify(await Promise.all(rows));
}

const signIn = async () => {
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Seeded Browser 7',
    'x-forwarded-for': '203.0.113.7',
  };
  const body = JSON.stringify({ username: 'judge', password });
  const answer = await world.request('/api/auth/sign-in/username', { method: 'POST', headers, body });
  return (await answer.json()).token as string;
};

describe('the store', () => {
  test('holds no name, user name, token, code, address or browser', async () => {
    const owner = { username: 'seeded.name', name: '欧阳种子', role: 'recorder', officialId: null } as const;
    await addAccount(world.platform.authentication, { ...owner, institutionId: institutions.district.id }, 'hash');
    const token = await signIn();
    const asked = await world.ask(null, 'POST', '/api/auth/device/code', { client_id: 'liuhen-extension' });
    const { device_code, user_code } = await asked.json();
    const held = await stored();
    expect(held).toContain(institutions.district.id);
    const secrets = [
      'seeded.name',
      '欧阳种子',
      'judge',
      token,
      device_code,
      user_code,
      'Seeded Browser',
      '203.0.113.7',
    ];
    for (const secret of secrets) expect(held, secret).not.toContain(secret);
  });

  test('gives a thief no session: what stands in it for a token is none', async () => {
    const token = await signIn();
    expect((await world.askWith(token, 'GET', '/api/session')).status).toBe(200);
    const { rows } = await sql<{ token: string }>`SELECT token FROM session`.execute(world.platform.db);
    expect(rows.length).toBe(1);
    for (const row of rows) expect((await world.askWith(row.token, 'GET', '/api/session')).status).toBe(401);
  });

  test('moves no name from one account to another', async () => {
    const { db, authentication } = world.platform;
    await sql`UPDATE "user" SET sealed = (SELECT sealed FROM "user" WHERE id = ${accounts.judge.id})
      WHERE id = ${accounts.colleague.id}`.execute(db);
    await expect(accountNames(authentication, [accounts.colleague.id])).rejects.toThrow();
  });
});

describe('accounts', () => {
  test('are named by their ids, strangers and nobody not at all', async () => {
    const names = await accountNames(world.platform.authentication, [
      accounts.judge.id,
      null,
      'nobody',
      accounts.hr.id,
    ]);
    expect([...names]).toEqual(
      expect.arrayContaining([
        [accounts.judge.id, 'judge 演示'],
        [accounts.hr.id, 'hr 演示'],
      ]),
    );
    expect(names.size).toBe(2);
  });

  test('are found by user name, in whatever case', async () => {
    expect(await findAccount(world.platform.authentication, 'Judge')).toBe(accounts.judge.id);
    expect(await findAccount(world.platform.authentication, 'nobody')).toBeNull();
  });

  test('are listed in pages by user name, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAccounts(world.platform.authentication, { limit: 5, cursor });
      seen.push(...page.items.map(({ username }) => username));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(
      Object.keys(accounts)
        .map((name) => name.toLowerCase())
        .sort(),
    );
  });

  test.each([
    ['JUDGE', ['judge']],
    ['邻区', ['neighbourreviewer']],
    ['%', []],
  ])('are searched for %s in memory', async (q, expected) => {
    const { items } = await listAccounts(world.platform.authentication, { limit: 50, q });
    expect(items.map(({ username }) => username)).toEqual(expected);
  });

  test('that change keep the rest of what is sealed', async () => {
    const { adapter } = await world.platform.authentication.$context;
    const where = [{ field: 'username', value: 'judge' }];
    const changed = await adapter.update<{ name: string }>({ model: 'user', where, update: { name: '改名' } });
    expect(changed).toMatchObject({ name: '改名', username: 'judge', displayUsername: 'judge' });
    expect((await world.ask('judge', 'GET', '/api/session')).status).toBe(200);
  });

  test('are not compared or ordered by what is sealed', async () => {
    const { adapter } = await world.platform.authentication.$context;
    const contains = { field: 'username', operator: 'contains' as const, value: 'j' };
    await expect(adapter.findMany({ model: 'user', where: [contains] })).rejects.toThrow('sealed');
    await expect(adapter.findOne({ model: 'user', where: [{ field: 'name', value: 'x' }] })).rejects.toThrow('sealed');
    const sortBy = { field: 'name', direction: 'asc' as const };
    await expect(adapter.findMany({ model: 'user', sortBy })).rejects.toThrow('sealed');
  });
});

test('a store that an older release left clear is sealed at the start, sessions go on, and a second time changes nothing', async () => {
  const { db, authentication } = world.platform;
  const token = await signIn();
  const clear = kyselyAdapter(db, { type: 'sqlite' })(authentication.options);
  const where = [{ field: 'id', value: accounts.judge.id }];
  const update = {
    username: 'judge',
    email: 'judge@liuhen.invalid',
    name: '旧名',
    displayUsername: 'Judge',
    sealed: null,
  };
  await clear.update({ model: 'user', where, update });
  const session = [{ field: 'userId', value: accounts.judge.id }];
  await clear.update({
    model: 'session',
    where: session,
    update: { token, ipAddress: '203.0.113.7', userAgent: 'Old' },
  });
  expect(await stored()).toContain('旧名');

  expect(await sealAccounts(clear, authentication.accounts.sealing)).toBe(2);
  const held = await stored();
  for (const secret of ['旧名', 'judge', token, '203.0.113.7', 'Old']) expect(held, secret).not.toContain(secret);
  expect(await (await world.askWith(token, 'GET', '/api/session')).json()).toMatchObject({
    name: '旧名',
    username: 'judge',
  });

  expect(await sealAccounts(clear, authentication.accounts.sealing)).toBe(0);
  expect(await stored()).toBe(held);
});

describe('a sealed text', () => {
  const sealing = accountSealingFrom('0'.repeat(64));
  const sealed = sealing.seal('user:1', '慕容仲秋');

  test('opens in its own context, under its own key, unaltered, and not otherwise', () => {
    expect(sealing.open('user:1', sealed)).toBe('慕容仲秋');
    expect(() => sealing.open('user:2', sealed)).toThrow();
    expect(() => accountSealingFrom('1'.repeat(64)).open('user:1', sealed)).toThrow();
    for (let at = 'seal1.'.length; at < sealed.length; at++) {
      const flipped = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      // The last sign of base64url may carry unused bits: then the bytes are the same.
      const same = Buffer.from(flipped.slice(6), 'base64url').equals(Buffer.from(sealed.slice(6), 'base64url'));
      if (!same) expect(() => sealing.open('user:1', flipped), String(at)).toThrow();
    }
  });

  test('is never twice the same; a link always is, and tells its scope apart', () => {
    expect(sealing.seal('user:1', '慕容仲秋')).not.toBe(sealed);
    expect(sealing.link('user.username', 'judge')).toBe(sealing.link('user.username', 'judge'));
    expect(sealing.link('user.username', 'judge')).not.toBe(sealing.link('session.token', 'judge'));
  });
});
