import { hash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BlobFolder } from '../../../server/evidence/blob-folder.ts';
import { sealOlderFiles } from '../../../server/evidence/seal-older-files.ts';

let folder: string;
let blobs: BlobFolder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-blobs-'));
  blobs = new BlobFolder(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const key = randomBytes(32);
const [recordId, evidenceId] = [randomUUID(), randomUUID()];
const content = Buffer.from(`画面${'。'.repeat(50_000)}`);
const read = async (sha256 = hash('sha256', content)) => await buffer(blobs.read(key, recordId, evidenceId, sha256));
const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

describe('a file', () => {
  test('lies sealed, under ids, for its user only, and comes back as it was', async () => {
    await blobs.write(key, recordId, evidenceId, [content]);
    const place = blobs.placeOf(recordId, evidenceId);
    expect(files().map(({ name }) => name)).toEqual([evidenceId]);
    expect(readFileSync(place).includes('画面')).toBe(false);
    expect([statSync(place).mode & 0o777, statSync(dirname(place)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect((await read()).equals(content)).toBe(true);
  });

  test('written anew replaces the one before, whole', async () => {
    await blobs.write(key, recordId, evidenceId, [Buffer.from('前')]);
    await blobs.write(key, recordId, evidenceId, [content]);
    expect((await read()).equals(content)).toBe(true);
    expect(files().length).toBe(1);
  });

  test('whose sender fails leaves nothing, and what was there before stays', async () => {
    const cut = async function* () {
      yield content;
      throw new Error('cut off');
    };
    await expect(blobs.write(key, recordId, evidenceId, cut())).rejects.toThrow('cut off');
    expect(files()).toEqual([]);
    await blobs.write(key, recordId, evidenceId, [content]);
    await expect(blobs.write(key, recordId, evidenceId, cut())).rejects.toThrow('cut off');
    expect((await read()).equals(content)).toBe(true);
    expect(files().length).toBe(1);
  });

  test('that is not the one on record is told at its end', async () => {
    await blobs.write(key, recordId, evidenceId, [content]);
    await expect(read('0'.repeat(64))).rejects.toThrow('not the hash on record');
  });
});

test('what was cut off by a crash is removed at the start', async () => {
  await blobs.write(key, recordId, evidenceId, [content]);
  writeFileSync(join(folder, 'evidence', 'incoming', `${randomUUID()}.part`), 'half');
  await blobs.removeUnfinished();
  expect(files().map(({ name }) => name)).toEqual([evidenceId]);
});

describe('files of an older release', () => {
  const older = (...names: string[]) => join(folder, 'evidence', recordId.slice(0, 2), recordId, ...names);
  const seal = () => sealOlderFiles(blobs, () => Promise.resolve(key));

  test('are sealed, and nothing is left in the clear', async () => {
    mkdirSync(older(), { recursive: true });
    writeFileSync(older(evidenceId), content);
    writeFileSync(older(`${evidenceId}.${randomUUID()}.part`), content);
    await seal();
    expect((await read()).equals(content)).toBe(true);
    expect(files().map(({ name }) => name)).toEqual([evidenceId]);
    await seal();
    expect((await read()).equals(content)).toBe(true);
  });

  test('need not be there', async () => {
    await seal();
    await blobs.removeUnfinished();
    expect(files()).toEqual([]);
  });
});
