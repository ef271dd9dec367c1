/**
 * A backup, taken while the server works: the store as it is at one instant, and the evidence that it names.
 * Evidence is on disk before the event that tells of it, and is never altered after: what the snapshot names is there.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import { placeInEvidence } from '../evidence/blob-folder.ts';
import { StartError } from '../start-error.ts';
import { isStoreFailure } from '../store/store-failure.ts';
import { sealArchive } from './sealed-archive.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

export interface BackupOptions {
  dataFolder: string;
  /** Where the backup is to lie; nothing may lie there yet. */
  file: string;
  /** 32 bytes. */
  backupKey: Uint8Array;
  /** Bytes packed, of how many. */
  onProgress?: (done: number, total: number) => void;
}

export interface BackupTaken {
  files: number;
  bytes: number;
  /** Evidence that is on record and whose file is not there: the rest is in the backup all the same. */
  missing: string[];
}

/** Takes a backup; it is on disk, name included, when this resolves. @throws {StartError} where it cannot; then no part of it stays. */
export async function takeBackup({ dataFolder, file, backupKey, onProgress }: BackupOptions): Promise<BackupTaken> {
  if (existsSync(file)) {
    throw new StartError(
      `${file} 已存在，未作任何改动。请为备份换一个文件名。`,
      `${file} exists already; nothing was changed. Choose another name for the backup.`,
    );
  }
  const part = `${file}.${randomUUID()}.part`;
  try {
    const snapshot = await takeSnapshot(dataFolder);
    try {
      const taken: BackupTaken = { files: 0, bytes: 0, missing: [] };
      const archive = pack();
      const packing = packAll(archive, dataFolder, snapshot, taken, onProgress).catch((error) =>
        archive.destroy(error),
      );
      await writeWhole(part, sealArchive(backupKey, bytesOf(archive)));
      await packing;
      await rename(part, file);
      await flush(dirname(file));
      return taken;
    } finally {
      await snapshot.close();
    }
  } catch (error) {
    await rm(part, { force: true });
    if (!isStoreFailure(error)) throw error;
    throw new StartError(
      `备份未完成，磁盘已满或无法读写；没有留下不完整的文件。请检查 ${dirname(file)} 与 ${dataFolder} 所在的磁盘。`,
      `The backup was not taken: a disk is full or cannot be read or written; nothing incomplete was left. Check the disks of ${dirname(file)} and ${dataFolder}.`,
      error,
    );
  }
}

async function packAll(
  archive: Pack,
  dataFolder: string,
  snapshot: Snapshot,
  taken: BackupTaken,
  onProgress: BackupOptions['onProgress'],
): Promise<void> {
  let total = (await snapshot.file.stat()).size;
  for (const { bytes } of snapshot.evidence()) total += bytes;
  const add = async (name: string, file: FileHandle) => {
    await packFile(archive, name, file, (bytes) => {
      taken.bytes += bytes;
      onProgress?.(Math.min(taken.bytes, total), total);
    });
    taken.files += 1;
  };
  archive.entry(
    { name: 'backup.json', mode: 0o600 },
    JSON.stringify({ version: 1, takenAt: new Date().toISOString() }),
  );
  await add('liuhen.db', snapshot.file);
  for (const { recordId, evidenceId } of snapshot.evidence()) {
    const place = placeInEvidence(recordId, evidenceId);
    const evidence = await openIfThere(join(dataFolder, 'evidence', ...place));
    if (evidence) await add(['evidence', ...place].join('/'), evidence).finally(() => evidence.close());
    else taken.missing.push(evidenceId);
  }
  archive.finalize();
  onProgress?.(total, total);
}

async function* bytesOf(archive: Pack): AsyncGenerator<Uint8Array> {
  for await (const piece of archive) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('An archive consists of bytes');
    yield piece;
  }
}

/** Adds an open file, as long as it is now. */
async function packFile(
  archive: Pack,
  name: string,
  file: FileHandle,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { size, mtime } = await file.stat();
  const pieces = file.createReadStream({ start: 0, autoClose: false, highWaterMark: 256 * 1024 });
  pieces.on('data', (piece) => onBytes(piece.length));
  await pipeline(pieces, archive.entry({ name, size, mtime, mode: 0o600 }));
}

async function openIfThere(place: string): Promise<FileHandle | null> {
  try {
    return await open(place);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function writeWhole(place: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(place, 'wx', 0o600);
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function flush(folder: string): Promise<void> {
  const opened = await open(folder);
  await opened.sync().finally(() => opened.close());
}
