import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../e2e/support/demonstration.ts';
import { runLiuhen, startLiuhen, untilReady } from '../server/support/liuhen.ts';
import { fullDisk } from './failing-disks.ts';

test('a first start on a full disk says so in plain words, and the next one with room begins anew', async () => {
  const disk = fullDisk();
  const port = await freePort();
  const env = { LIUHEN_DATA: join(disk.folder, 'data'), PORT: String(port) };
  disk.fail();
  const { code, err } = await runLiuhen(['serve'], env);
  disk.mend();
  expect([code, err]).toEqual([1, expect.stringContaining('磁盘已满或无法读写')]);
  expect(err).not.toMatch(/^\s+at /m);
  const server = startLiuhen(['serve'], env);
  await untilReady(server, port);
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  disk.remove();
}, 60_000);
