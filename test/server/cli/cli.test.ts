import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { addAccountCommand } from '../../../server/cli/add-account.ts';
import { createTokenCommand } from '../../../server/cli/create-token.ts';
import { demonstrationDataCommand } from '../../../server/cli/demonstration-data.ts';
import { openPlatform } from '../../../server/platform/platform.ts';
import { StartError } from '../../../server/start-error.ts';
import { runLiuhen } from '../support/liuhen.ts';
import { openWorld } from '../support/world.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-cli-'));
  await (await openWorld({ folder })).close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...parameters: string[]) => runLiuhen(parameters, { LIUHEN_DATA: folder });

/** What a command refuses, run in this process: a process of its own takes a second to begin. */
async function here(command: () => Promise<void>): Promise<unknown> {
  vi.stubEnv('LIUHEN_DATA', folder);
  try {
    return await command();
  } catch (error) {
    return error;
  } finally {
    vi.unstubAllEnvs();
  }
}

/** Asks the application over the same data. */
async function ask(path: string, init: RequestInit): Promise<Response> {
  const platform = await openPlatform({ folder, origin: 'http://localhost' });
  try {
    return await createApp(platform).request(path, init);
  } finally {
    await platform.close();
  }
}

const signIn = (username: string, password: string) =>
  ask('/api/auth/sign-in/username', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });

describe('liuhen', () => {
  test.each<string[][]>([
    [[]],
    [['serve']],
    [['demo-data']],
    [['account']],
    [['account', 'add']],
    [['token', 'create']],
    [['recompute']],
    [['backup']],
    [['restore']],
  ])('%j explains itself in both languages', async (parameters) => {
    const { code, out, err } = await run(...parameters, '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^Usage: ${['liuhen', ...parameters].join(' ')}`));
    expect(out).toMatch(/\p{Script=Han}+.* \/ [a-z]/su);
  });

  test.each<string[][]>([
    [['burn']],
    [['backup']],
    [['restore', 'a.backup']],
    [['token', 'create', '--role', 'recorder']],
    [['token', 'create']],
    [['account', 'add', '--username', 'x']],
    [['account', 'add', '--username', 'xy', '--name', '某', '--institution', '演示区委', '--role', 'king']],
  ])('%j is refused with its help, without a stack', async (parameters) => {
    const { code, err } = await run(...parameters);
    expect(code).toBe(1);
    expect(err).toMatch(/^error: .*\n[\s\S]*Usage: liuhen/);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('liuhen account add', () => {
  const add = (changes: Record<string, string>) => {
    const given = {
      username: 'zhang.san',
      name: '张某三',
      role: 'recorder',
      institution: '演示区人民法院',
      ...changes,
    };
    return run('account', 'add', ...Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]));
  };

  test('makes an account that signs in with the password that it prints', async () => {
    const { code, out } = await add({ username: 'Zhang.San' });
    expect(code).toBe(0);
    const password = /密码 \/ password: (\S+)/.exec(out)?.[1] ?? '';
    expect(password.length).toBeGreaterThanOrEqual(16);
    expect((await signIn('zhang.san', password)).status).toBe(200);
    const again = await add({ username: 'zhang.san' });
    expect([again.code, again.err]).toEqual([1, expect.stringMatching(/登录名“zhang\.san”已被使用/)]);
  });

  test('takes a password, a court code and the official in the directory', async () => {
    const { code, out } = await add({
      username: 'leader-two'.replace('-', '_'),
      role: 'leader',
      institution: 'party',
      official: '演某乙',
      password: 'a-good-password',
    });
    expect([code, out]).toEqual([0, expect.not.stringContaining('password:')]);
    const answer = await signIn('leader_two', 'a-good-password');
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    expect((await ask('/api/self-checks/2026', { headers: { cookie } })).status).toBe(200);
  });

  test.each<[Record<string, string>, RegExp, RegExp]>([
    [{ username: '张三' }, /登录名须为/, /A user name is/],
    [{ username: 'a' }, /登录名须为/, /A user name is/],
    [{ username: 'li', password: 'short' }, /密码须为/, /A password is/],
    [{ username: 'li', institution: '没有的法院' }, /没有找到机关“没有的法院”/, /There is no institution/],
    [{ username: 'li', official: '无此人' }, /名录中有 0 位“无此人”/, /0 officials/],
  ])('refuses %j in plain words', async (changes, zh, en) => {
    const given = { username: 'li', name: '李某', role: 'recorder' as const, institution: 'party', ...changes };
    const refused = await here(() => addAccountCommand(given));
    expect(refused).toBeInstanceOf(StartError);
    expect(refused).toMatchObject({ zh: expect.stringMatching(zh), en: expect.stringMatching(en) });
  });
});

describe('liuhen token create', () => {
  test('prints, last, a token that reads the feeds and nothing else', async () => {
    const { code, out } = await run('token', 'create', '--role', 'hr', '--institution', '演示区委组织部');
    expect(code).toBe(0);
    const token = out.trimEnd().split('\n').at(-1) ?? '';
    expect(token).toMatch(/^lhf_[\w-]{43}$/);
    const headers = { authorization: `Bearer ${token}` };
    const feed = await ask('/feeds/performance-evaluation?year=2026', { headers });
    expect([feed.status, (await feed.json()).feed]).toEqual([200, 'performance-evaluation']);
    expect((await ask('/api/records', { headers })).status).toBe(404);
  });

  test('serves HR departments only', async () => {
    const refused = await here(() => createTokenCommand({ institution: '演示区人民法院', label: '' }));
    expect(refused).toMatchObject({ zh: expect.stringMatching(/只能签发给组织人事部门/) });
  });
});

test('liuhen recompute --check finds nothing in data that nobody touched', async () => {
  const { code, out } = await run('recompute', '--check');
  expect([code, out]).toEqual([0, expect.stringContaining('全部一致')]);
});

test('liuhen demo-data leaves data alone that is there already', async () => {
  const refused = await here(() => demonstrationDataCommand({ seed: 1, until: '2026-11-15' }));
  expect(refused).toMatchObject({ en: expect.stringMatching(/nothing was changed/) });
});
