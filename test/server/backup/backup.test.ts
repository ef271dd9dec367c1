/** A backup taken while the server works, and what becomes of one that was harmed. */
import { hash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupKeyOf } from '../../../server/backup/backup-key.ts';
import { restoreBackup } from '../../../server/backup/restore-backup.ts';
import { takeBackup } from '../../../server/backup/take-backup.ts';
import { openPlatform } from '../../../server/platform/platform.ts';
import { recompute } from '../../../server/recompute/recompute.ts';
import { StartError } from '../../../server/start-error.ts';
import type { Receipt } from '../../../shared/ledger/receipt.ts';
import { fullDisk } from '../../faults/failing-disks.ts';
import { aCapture, openWorld, type World } from '../support/world.ts';

let folder: string;
let world: World;
let token: string;
let backupKey: Uint8Array;
let session: { cookie: string };
const at = (...names: string[]) => join(folder, ...names);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-backup-'));
  world = await openWorld({ folder: at('data') });
  token = await world.captureToken('judge');
  session = { cookie: await world.cookieOf('judge') };
  backupKey = backupKeyOf({}, at('data'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

/** Keeps a capture and its picture; answers the receipt. */
async function keep(bytes = 2000): Promise<Receipt> {
  const content = Uint8Array.from([0xff, 0xd8, 0xff, ...randomBytes(bytes)]);
  const sha256 = hash('sha256', content);
  const capture = aCapture({ screenshot: { sha256, mediaType: 'image/jpeg', bytes: content.byteLength } });
  const receipt: Receipt = await (
    await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture)
  ).json();
  const answer = await world.request(`/api/records/${receipt.recordId}/evidence/${capture.captureId}`, {
    method: 'PUT',
    headers: { ...session, 'x-content-sha256': sha256 },
    body: content,
  });
  if (!answer.ok) throw new Error(`Evidence was answered ${answer.status}`);
  return receipt;
}

const backUp = (name: string, options: Partial<Parameters<typeof takeBackup>[0]> = {}) =>
  takeBackup({ dataFolder: at('data'), file: at(name), backupKey, ...options });
const restore = (name: string, to: string, key = backupKey) =>
  restoreBackup({ file: at(name), folder: at(to), backupKey: key });

/** What lies in the test's folder beside the data folder: nothing half-written may. */
const beside = () => readdirSync(folder).filter((name) => name !== 'data');

describe('a backup taken while captures arrive', () => {
  test('is restored whole, clean, and with every file of evidence equal', async () => {
    const before: Receipt[] = [];
    for (let number = 0; number < 40; number++) before.push(await keep());
    let stopped = false;
    const after: Receipt[] = [];
    const working = [1, 2, 3, 4].map(async () => {
      while (!stopped) after.push(await keep(70_000));
    });
    const shown: number[] = [];
    const taken = await backUp('one.backup', { onProgress: (done, total) => shown.push(done / total) });
    stopped = true;
    await Promise.all(working);
    expect(after.length).toBeGreaterThan(0);
    expect(taken.missing).toEqual([]);
    expect([shown.at(-1), shown.every((share, index) => share >= (shown[index - 1] ?? 0))]).toEqual([1, true]);
    expect(statSync(at('one.backup')).mode & 0o777).toBe(0o600);
    expect(readdirSync(at('data')).filter((name) => name.includes('snapshot'))).toEqual([]);

    const restored = await restore('one.backup', 'restored');
    expect([restored.files, restored.bytes]).toEqual([taken.files, taken.bytes]);
    expect(Date.parse(restored.takenAt)).toBeGreaterThan(Date.now() - 60_000);
    const platform = await openPlatform({
      folder: at('restored'),
      origin: 'http://localhost',
      masterKey: { file: `${at('data')}.master-key` },
    });
    expect(await recompute(platform.db, { repair: false })).toEqual([]);
    const rows = await platform.db.selectFrom('evidence').selectAll().execute();
    const evidence = await platform.sealing.openRows(platform.db, 'evidence', rows);
    expect(evidence.map(({ record_id }) => record_id)).toEqual(
      expect.arrayContaining(before.map(({ recordId }) => recordId)),
    );
    for (const { record_id, id, sha256 } of evidence) {
      const key = await platform.fileKeyOf(record_id);
      // Reading compares the hash on record.
      for await (const _ of platform.blobs.read(key, record_id, id, sha256));
      const [own, other] = [platform.blobs, world.platform.blobs].map((blobs) => blobs.placeOf(record_id, id));
      expect(readFileSync(own ?? '').equals(readFileSync(other ?? ''))).toBe(true);
    }
    expect(platform.keys.signing.fingerprint).toBe(world.platform.keys.signing.fingerprint);
    await platform.close();
    const modes = readdirSync(at('restored'), { recursive: true, withFileTypes: true }).map(
      (entry) => [entry.isDirectory(), statSync(join(entry.parentPath, entry.name)).mode & 0o077] as const,
    );
    expect(modes.filter(([, others]) => others !== 0)).toEqual([]);
    rmSync(at('restored'), { recursive: true });
  });

  test('shows nothing of what it holds', () => {
    const file = readFileSync(at('one.backup'));
    for (const text of ['演示甲公司', 'SQLite format 3', 'liuhen.db', 'PRIVATE KEY', 'judge']) {
      expect([text, file.includes(text)]).toEqual([text, false]);
    }
  });

  test('does not write over an earlier one', async () => {
    await expect(backUp('one.backup')).rejects.toThrow(StartError);
  });
});

describe('a backup that was harmed', () => {
  let whole: Buffer;
  beforeAll(async () => {
    // A small one, so that every kind of byte is tried: of the head, the wrapped key, each chunk, each tag.
    const small = await openWorld({ folder: at('small') });
    await small.close();
    backupKey = backupKeyOf({}, at('small'));
    await backUp('whole.backup', { dataFolder: at('small') });
    rmSync(at('small'), { recursive: true });
    whole = readFileSync(at('whole.backup'));
  });

  const refusal = async (content: Uint8Array, key = backupKey) => {
    writeFileSync(at('harmed.backup'), content);
    const error: unknown = await restore('harmed.backup', 'harmed', key).catch((reason) => reason);
    expect(beside().filter((name) => name.includes('harmed'))).toEqual(['harmed.backup']);
    if (!(error instanceof StartError)) throw error;
    return error.zh;
  };
  const damaged = '备份文件已损坏、不完整或被改动';

  test('by a flipped bit, wherever, is refused, and nothing of it stays', async () => {
    const places = [
      ...Array.from({ length: 92 }, (_, place) => place),
      ...Array.from({ length: 60 }, (_, step) => 92 + Math.floor((step * (whole.byteLength - 92)) / 60)),
      whole.byteLength - 1,
    ];
    for (const place of places) {
      const harmed = Buffer.from(whole);
      harmed.writeUInt8(harmed.readUInt8(place) ^ 1, place);
      const expected = place < 16 ? '这不是留痕的备份文件' : place < 76 ? '备份无法打开：密钥不是' : damaged;
      expect(await refusal(harmed), `byte ${place}`).toContain(expected);
    }
  });

  test.each([0.1, 0.5, 0.99])('by having only %d of it left, is refused', async (share) => {
    expect(await refusal(whole.subarray(0, Math.floor(whole.byteLength * share)))).toContain(damaged);
  });

  test('by a cut at the end of a chunk, or by a longer end, is refused', async () => {
    expect(await refusal(whole.subarray(0, 76 + 15 + 65_552 * 2))).toContain(damaged);
    expect(await refusal(Buffer.concat([whole, Buffer.alloc(10)]))).toContain(damaged);
  });

  test('or is no backup at all, is told', async () => {
    expect(await refusal(Buffer.alloc(0))).toContain('这不是留痕的备份文件');
    expect(await refusal(Buffer.from('留痕'.repeat(100)))).toContain('这不是留痕的备份文件');
  });

  test('opens under its own key only', async () => {
    expect(await refusal(whole, randomBytes(32))).toContain('备份无法打开：密钥不是');
    await restore('whole.backup', 'harmed');
    rmSync(at('harmed'), { recursive: true });
  });
});

describe('a restoration', () => {
  test('leaves a folder alone that holds anything', async () => {
    mkdirSync(at('used'));
    writeFileSync(at('used', 'liuhen.db'), '');
    await expect(restore('whole.backup', 'used')).rejects.toThrow('not empty');
    expect(readdirSync(at('used'))).toEqual(['liuhen.db']);
  });

  test('takes an empty folder', async () => {
    mkdirSync(at('empty'));
    await restore('whole.backup', 'empty');
    expect(readdirSync(at('empty')).sort()).toEqual(['liuhen.db']);
  });

  test('of a file that is not there says so', async () => {
    await expect(restore('none.backup', 'nowhere')).rejects.toThrow('cannot be read');
    expect(beside()).not.toContain('nowhere');
  });
});

describe('a backup', () => {
  test('of a folder without a store is refused', async () => {
    mkdirSync(at('nothing'));
    await expect(backUp('two.backup', { dataFolder: at('nothing') })).rejects.toThrow('holds no database');
    expect(beside()).not.toContain('two.backup');
  });

  test('clears away the copy of one that was killed, and leaves that of one at work', async () => {
    const [dead, alive] = [at('data', 'snapshot-4194305.part'), at('data', `snapshot-${process.ppid}.part`)];
    for (const copy of [dead, alive]) writeFileSync(copy, 'half');
    await backUp('after-a-kill.backup');
    expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
    rmSync(alive);
  });

  test('names the evidence whose file is missing, and holds the rest', async () => {
    const { recordId, event } = await keep();
    await keep();
    rmSync(world.platform.blobs.placeOf(recordId, String(event.body.captureId)));
    const taken = await backUp('missing.backup');
    expect(taken.missing).toEqual([event.body.captureId]);
    expect((await restore('missing.backup', 'without')).files).toBe(taken.files);
  });

  test('on a full disk leaves nothing, says so, and goes through when there is room', async () => {
    const disk = fullDisk();
    disk.fail();
    const refused: unknown = await backUp('', { file: join(disk.folder, 'three.backup') }).catch((reason) => reason);
    disk.mend();
    expect(refused).toBeInstanceOf(StartError);
    expect(readdirSync(disk.folder)).toEqual([]);
    await backUp('', { file: join(disk.folder, 'three.backup') });
    expect(readdirSync(disk.folder)).toEqual(['three.backup']);
    disk.remove();
  });
});
