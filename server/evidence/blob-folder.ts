/** Evidence files on disk: written beside their place, flushed, then put there in one step. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export class BlobFolder {
  readonly #dataFolder: string;
  #temporary: string | null = null;

  /** @param dataFolder the data folder; `:memory:` uses a temporary one, gone after `close`. */
  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  #root(): string {
    if (this.#dataFolder !== ':memory:') return this.#dataFolder;
    this.#temporary ??= mkdtempSync(join(tmpdir(), 'liuhen-'));
    return this.#temporary;
  }

  #place(recordId: string, evidenceId: string): string {
    return join(this.#root(), 'evidence', recordId.slice(0, 2), recordId, evidenceId);
  }

  /** Stores a file; it is on disk, name included, when this resolves. */
  async write(recordId: string, evidenceId: string, content: Uint8Array): Promise<void> {
    const place = this.#place(recordId, evidenceId);
    const made = await mkdir(dirname(place), { recursive: true });
    // A name of its own for each attempt: two uploads of the same file at once do not write into each other.
    const part = `${place}.${randomUUID()}.part`;
    try {
      const file = await open(part, 'wx', 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, place);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    // The name of a new file is on disk when its folder is; that of a new folder, when the one above it is.
    for (let folder = dirname(place); ; folder = dirname(folder)) {
      await syncFolder(folder);
      if (!made || folder === dirname(made)) return;
    }
  }

  /** @throws the file system's error where the file is missing. */
  read(recordId: string, evidenceId: string): Promise<Buffer> {
    return readFile(this.#place(recordId, evidenceId));
  }

  close(): void {
    if (this.#temporary) rmSync(this.#temporary, { recursive: true, force: true });
  }
}

async function syncFolder(place: string): Promise<void> {
  const folder = await open(place, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
