/**
 * A store that is filled before anybody uses it, as with demonstration data on the first start. A mark lies beside it while
 * that lasts: cut short by Ctrl-C or a power cut, half a store would look like a whole one to the next start.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const mark = (dataFolder: string) => join(dataFolder, 'filling');

/** Removes a store whose filling was cut short; nobody had used it. To be called before it is opened. */
export function discardUnfinished(dataFolder: string): void {
  if (!existsSync(mark(dataFolder))) return;
  for (const name of ['liuhen.db', 'liuhen.db-wal', 'liuhen.db-shm', 'evidence']) {
    rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
  rmSync(mark(dataFolder));
}

/** Fills a store that holds nothing: wholly, or the next {@link discardUnfinished} takes it back. */
export async function fillWhole(dataFolder: string, fill: () => Promise<unknown>): Promise<void> {
  writeFileSync(mark(dataFolder), '', { flush: true });
  await fill();
  rmSync(mark(dataFolder));
}
