/** The store as it is at one instant, while others go on writing to it. */
import { closeSync, existsSync, openSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../start-error.ts';
import { isRunning } from '../store/unfinished.ts';

export interface Snapshot {
  /** The database file, open for reading; its name is gone already, so that nothing stays behind, whatever happens. */
  file: FileHandle;
  /** The evidence that it names. */
  evidence(): Iterable<{ recordId: string; evidenceId: string; bytes: number }>;
  close(): Promise<void>;
}

const partName = /^snapshot-(\d+)\.part$/;

/** The store's file. @throws {StartError} where the folder holds none */
export function requireStore(dataFolder: string): string {
  const store = join(dataFolder, 'liuhen.db');
  if (existsSync(store)) return store;
  throw new StartError(
    `数据目录中没有数据库：${dataFolder}。请用 LIUHEN_DATA 指定服务器的数据目录。`,
    `The data folder holds no database: ${dataFolder}. Name the server's in LIUHEN_DATA.`,
  );
}

/**
 * Copies the store within one read transaction: writers do not wait, and what was deleted is not copied.
 * @throws {StartError} where the folder holds no store
 */
export async function takeSnapshot(dataFolder: string): Promise<Snapshot> {
  const store = requireStore(dataFolder);
  removeLeftovers(dataFolder);
  const part = join(dataFolder, `snapshot-${process.pid}.part`);
  try {
    // Made first: what SQLite makes by itself, others could read.
    closeSync(openSync(part, 'wx', 0o600));
    const live = new DatabaseSync(store, { readOnly: true, timeout: 5000 });
    live.prepare('VACUUM INTO ?').run(part);
    live.close();
    const copy = new DatabaseSync(part, { readOnly: true });
    // One read, so that the file is open before its name goes.
    const rows = copy.prepare(
      'SELECT record_id AS recordId, id AS evidenceId, bytes FROM evidence ORDER BY record_id, id',
    );
    const file = await open(part);
    return {
      file,
      evidence: () => rows.iterate() as Iterable<{ recordId: string; evidenceId: string; bytes: number }>,
      async close() {
        copy.close();
        await file.close();
      },
    };
  } finally {
    rmSync(part, { force: true });
  }
}

/** Removes copies of backups that were killed while they made them. */
function removeLeftovers(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    const pid = Number(partName.exec(name)?.[1]);
    if (pid && (pid === process.pid || !isRunning(pid))) rmSync(join(dataFolder, name));
  }
}
