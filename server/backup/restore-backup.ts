/** Puts a backup where a server will find it: the whole of it, or nothing. */
import { randomUUID } from 'node:crypto';
import { type Dirent, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../start-error.ts';
import { isStoreFailure } from '../store/store-failure.ts';
import { type OpenedBackup, openBackup } from './open-backup.ts';

export interface RestoreOptions {
  file: string;
  /** 32 bytes. */
  backupKey: Uint8Array;
  /** The data folder to be: it does not exist yet, or is empty. */
  folder: string;
  /** Bytes unpacked, of about how many. */
  onProgress?: (done: number, total: number) => void;
}

/** @throws {StartError} where the folder is in use, or the backup does not open; then the folder is as it was. */
export async function restoreBackup({
  file,
  backupKey,
  folder: named,
  onProgress,
}: RestoreOptions): Promise<OpenedBackup> {
  const folder = resolve(named);
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw new StartError(
      `${folder} 不是空目录，未作任何改动。请用 --to 指定一个空目录或尚不存在的目录。`,
      `${folder} is not empty; nothing was changed. Name an empty folder in --to, or one that does not exist.`,
    );
  }
  const part = `${folder}.${randomUUID()}.part`;
  try {
    await mkdir(part, { recursive: true, mode: 0o700 });
    const total = await stat(file).then(
      ({ size }) => size,
      () => 0,
    );
    let done = 0;
    const opened = await openBackup(file, backupKey, part, (bytes) => {
      done += bytes;
      onProgress?.(Math.min(done, total), total);
    });
    await flushFolders(part);
    await rename(part, folder);
    await flush(dirname(folder));
    onProgress?.(total, total);
    return opened;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    if (!isStoreFailure(error)) throw error;
    throw new StartError(
      `恢复未完成，磁盘已满或无法读写；${folder} 未作改动。`,
      `The backup was not restored: a disk is full or cannot be read or written; ${folder} is as it was.`,
      error,
    );
  }
}

/** Files were flushed as they were written; their names are on disk when their folders are. */
async function flushFolders(folder: string): Promise<void> {
  const inside: Dirent[] = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of inside) if (entry.isDirectory()) await flush(join(entry.parentPath, entry.name));
  await flush(folder);
}

async function flush(folder: string): Promise<void> {
  const opened = await open(folder);
  await opened.sync().finally(() => opened.close());
}
