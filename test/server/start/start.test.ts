/** Starting and stopping the program, and the reasons why it does not start. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { openPlatform } from '../../../server/platform/platform.ts';
import { type Ended, runLiuhen, startLiuhen, untilReady } from '../support/liuhen.ts';
import { aCapture, openWorld, password } from '../support/world.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-start-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Listens at a free port. */
async function occupied(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, ready));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, server };
}

async function freePort(): Promise<number> {
  const { port, server } = await occupied();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Signs in and out as the console does, under the address at which it was reached; answers both statuses. */
async function signInAndOut(origin: string): Promise<number[]> {
  const post = (path: string, body: object, cookie: string) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
    });
  const signedIn = await post('/api/auth/sign-in/username', { username: 'judge', password }, '');
  const [cookie = ''] = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]);
  return [signedIn.status, (await post('/api/auth/sign-out', {}, cookie)).status];
}

function expectPlainWords({ code, err }: Ended, zh: RegExp, en: RegExp): void {
  expect(err).toMatch(zh);
  expect(err).toMatch(en);
  expect(err).not.toMatch(/^\s+at |node:internal|StartError/m);
  expect(code).toBe(1);
}

describe('the program does not start', () => {
  test('where its port is taken, and has touched nothing', async () => {
    const { port, server } = await occupied();
    const ended = await runLiuhen(['serve'], { PORT: String(port), LIUHEN_DATA: data });
    server.close();
    expectPlainWords(ended, new RegExp(`端口 ${port} 已被占用`), new RegExp(`Port ${port} is in use`));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('where the port of the demonstration case systems is taken', async () => {
    const { port, server } = await occupied();
    const ended = await runLiuhen(['serve'], {
      PORT: String(await freePort()),
      LIUHEN_DATA: data,
      LIUHEN_DEMO: '1',
      LIUHEN_CASE_SYSTEMS_PORT: String(port),
    });
    server.close();
    expectPlainWords(ended, new RegExp(`端口 ${port} 已被占用`), new RegExp(`Port ${port} is in use`));
  });

  test('where its data folder cannot be written', async () => {
    writeFileSync(data, 'a file in its place');
    const ended = await runLiuhen(['serve'], { PORT: String(await freePort()), LIUHEN_DATA: data });
    expectPlainWords(ended, /数据目录无法写入/, /data folder cannot be written/);
    expect(ended.err).toContain(data);
  });

  test('where a newer release wrote the data, which stays as it was', async () => {
    const { db } = await openPlatform({ folder: data, origin: 'http://localhost' });
    await sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('999-later', '2030-01-01')`.execute(db);
    await db.destroy();
    const before = readFileSync(join(data, 'liuhen.db'));
    const ended = await runLiuhen(['serve'], { PORT: String(await freePort()), LIUHEN_DATA: data });
    expectPlainWords(ended, /由更新版本的留痕写入/, /newer release/);
    expect(readFileSync(join(data, 'liuhen.db')).equals(before)).toBe(true);
  });

  test('with an environment that makes no sense', async () => {
    const ended = await runLiuhen(['serve'], { LIUHEN_DATA: data, PORT: 'eighty' });
    expectPlainWords(ended, /环境变量的值无效：PORT/, /cannot be used: PORT/);
  });
});

describe('the environment', () => {
  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['LIUHEN_ORIGIN', 'nowhere'],
    ['LIUHEN_ORIGIN', 'javascript:alert(1)'],
    ['LIUHEN_DEMO', 'yes'],
    ['LIUHEN_CASE_SYSTEMS_PORT', '-1'],
  ])('is refused where %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`cannot be used: ${name}$`));
  });

  test('says where the server is, without a slash at its end', () => {
    expect(readConfig({}).origin).toBe('http://localhost:8787');
    expect(readConfig({ PORT: '9000' }).origin).toBe('http://localhost:9000');
    expect(readConfig({ LIUHEN_ORIGIN: 'https://liuhen.example/' }).origin).toBe('https://liuhen.example');
  });
});

test('the program stops on Ctrl-C, though a page keeps its connection, and finds its data on the next start', async () => {
  const world = await openWorld({ folder: data });
  const token = await world.captureToken('judge');
  await world.close();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const capture = aCapture();
  const put = () =>
    fetch(`${origin}/api/captures/${capture.captureId}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(capture),
    });
  const receipts: string[] = [];
  for (const status of [201, 200]) {
    const started = startLiuhen(['serve'], { PORT: String(port), LIUHEN_DATA: data });
    await untilReady(started, port);
    const answer = await put();
    expect(answer.status).toBe(status);
    receipts.push(await answer.text());
    for (const reached of [origin, `http://127.0.0.1:${port}`]) expect(await signInAndOut(reached)).toEqual([200, 200]);
    expect(started.said()).toMatch(new RegExp(`留痕已启动 / Liuhen is running[\\s\\S]*${origin}[\\s\\S]*Ctrl-C`));
    started.child.kill('SIGINT');
    const ended = await started.ended;
    expect([ended.code, ended.err]).toEqual([0, '']);
    // The log is folded into the store: nothing half-written is left beside it.
    expect(readdirSync(data).sort()).toEqual(['liuhen.db']);
  }
  expect(receipts[1]).toBe(receipts[0]);
}, 60_000);
