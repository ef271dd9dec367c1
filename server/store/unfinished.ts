/**
 * A store that is filled before anybody uses it, as with demonstration data on the first start. A mark lies beside it while
 * that lasts: cut short by Ctrl-C or a power cut, half a store would look like a whole one to the next start.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';

const mark = (dataFolder: string) => join(dataFolder, 'filling');

/**
 * Removes a store whose filling was cut short; nobody had used it. To be called before it is opened.
 * @throws {StartError} while another process is filling it
 */
export function discardUnfinished(dataFolder: string): void {
  if (!existsSync(mark(dataFolder))) return;
  const pid = Number(readFileSync(mark(dataFolder), 'utf8'));
  if (pid !== process.pid && isRunning(pid)) {
    throw new StartError(
      `另一程序（进程 ${pid}）正在向数据目录写入演示数据，请等待其完成；如确无此程序，请删除文件 ${mark(dataFolder)} 与同目录的 liuhen.db 后重试。`,
      `Another program (process ${pid}) is filling the data folder: wait for it. If there is none, remove ${mark(dataFolder)} and liuhen.db beside it.`,
    );
  }
  for (const name of ['liuhen.db', 'liuhen.db-wal', 'liuhen.db-shm', 'evidence']) {
    rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
  rmSync(mark(dataFolder));
}

/** Whether a process of this computer is there. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    // Signal 0 asks only whether the process is there.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Fills a store that holds nothing: wholly, or the next {@link discardUnfinished} takes it back. */
export async function fillWhole(dataFolder: string, fill: () => Promise<unknown>): Promise<void> {
  writeFileSync(mark(dataFolder), String(process.pid), { flush: true });
  await fill();
  rmSync(mark(dataFolder));
}
