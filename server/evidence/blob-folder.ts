/** Evidence files on disk: written beside their place, flushed, then put there in one step. */
import { mkdtempSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export class BlobFolder {
  readonly #root: string;

  /** @param dataFolder the data folder; `:memory:` uses a temporary one. */
  constructor(dataFolder: string) {
    this.#root = join(dataFolder === ':memory:' ? mkdtempSync(join(tmpdir(), 'liuhen-')) : dataFolder, 'evidence');
  }

  #place(recordId: string, evidenceId: string): string {
    return join(this.#root, recordId.slice(0, 2), recordId, evidenceId);
  }

  /** Stores a file; it is on disk, name included, when this resolves. */
  async write(recordId: string, evidenceId: string, content: Uint8Array): Promise<void> {
    const place = this.#place(recordId, evidenceId);
    await mkdir(dirname(place), { recursive: true });
    const file = await open(`${place}.part`, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${place}.part`, place);
    const folder = await open(dirname(place), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  /** @throws the file system's error where the file is missing. */
  read(recordId: string, evidenceId: string): Promise<Buffer> {
    return readFile(this.#place(recordId, evidenceId));
  }
}
