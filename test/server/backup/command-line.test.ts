/** `liuhen backup` beside a server at work, and `liuhen restore`, as an administrator runs them. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../e2e/support/demonstration.ts';
import { runLiuhen, startLiuhen, untilReady } from '../support/liuhen.ts';
import { openWorld } from '../support/world.ts';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const run = (...parameters: string[]) => runLiuhen(parameters, { LIUHEN_DATA: at('data') });
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-backup-cli-'));
  await (await openWorld({ folder: at('data') })).close();
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a backup is taken beside the server, restored elsewhere, and found clean', async () => {
  const port = await freePort();
  const server = startLiuhen(['serve'], { LIUHEN_DATA: at('data'), PORT: String(port) });
  await untilReady(server, port);
  const taken = await run('backup', at('a.backup'));
  expect([taken.code, taken.err]).toEqual([0, '']);
  expect(taken.out).toMatch(
    /备份 \/ backing up 100%\n已备份 \d+ 个文件（[\d.]+ MB），内容已加密：.*a\.backup \/ backed up, encrypted\n$/,
  );
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);

  const restored = await run('restore', at('a.backup'), '--to', at('elsewhere'));
  expect([restored.code, restored.err]).toEqual([0, '']);
  expect(restored.out).toMatch(
    /已恢复 .* 的备份：\d+ 个文件.*\n启动 \/ start: LIUHEN_DATA=.*elsewhere LIUHEN_MASTER_KEY_FILE=.*data\.master-key npx liuhen serve\n$/,
  );
  const checked = await runLiuhen(['recompute', '--check'], {
    LIUHEN_DATA: at('elsewhere'),
    LIUHEN_MASTER_KEY_FILE: `${at('data')}.master-key`,
  });
  expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('全部一致')]);
}, 120_000);

describe('is refused in plain words, without a stack:', () => {
  test.each<[string, string[], RegExp]>([
    ['a backup over an earlier file', ['backup', 'a.backup'], /已存在，未作任何改动/],
    ['a restoration into a folder in use', ['restore', 'a.backup', '--to', 'data'], /不是空目录，未作任何改动/],
    ['a restoration of what is no backup', ['restore', 'data/liuhen.db', '--to', 'new'], /这不是留痕的备份文件/],
    ['a restoration of nothing', ['restore', 'none', '--to', 'new'], /无法读取备份文件/],
  ])('%s', async (_, parameters, message) => {
    const inFolder = parameters.map((name) => (/^(backup|restore|--to)$/.test(name) ? name : at(name)));
    const { code, out, err } = await run(parameters[0] ?? '', ...inFolder.slice(1));
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /m);
    expect([existsSync(at('new')), readdirSync(folder).filter((name) => name.includes('.part'))]).toEqual([false, []]);
  });

  test('a backup of a folder without a store, in which it makes nothing', async () => {
    const { code, err } = await runLiuhen(['backup', at('b.backup')], { LIUHEN_DATA: at('nothing') });
    expect([code, err]).toEqual([1, expect.stringContaining('数据目录中没有数据库')]);
    expect([existsSync(at('nothing')), existsSync(at('b.backup'))]).toEqual([false, false]);
  });
});
