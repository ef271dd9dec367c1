/**
 * Evidence files on disk, sealed: written under `incoming`, flushed, then put in their place in one step.
 *
 *   evidence/incoming/<random>.part          what is being written; what lies there at the start was cut off
 *   evidence/sealed/<xx>/<record>/<evidence>  names are opaque ids
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openFile, type Pieces, SealError, sealFile } from './sealed-file.ts';

export class BlobFolder {
  readonly #dataFolder: string;
  #temporary: string | null = null;

  /** @param dataFolder the data folder; `:memory:` uses a temporary one, gone after `close`. */
  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  /** The folder that holds everything of evidence. */
  get root(): string {
    if (this.#dataFolder === ':memory:') this.#temporary ??= mkdtempSync(join(tmpdir(), 'liuhen-'));
    return join(this.#temporary ?? this.#dataFolder, 'evidence');
  }

  /** Where a file lies, whether it is there or not. */
  placeOf(recordId: string, evidenceId: string): string {
    return join(this.root, ...placeInEvidence(recordId, evidenceId));
  }

  /**
   * Seals and stores a file; it is on disk, name included, when this resolves. A file that lies there already is replaced.
   * @param key 32 bytes, the record's
   * @throws what the content throws, or the file system; then nothing is left of it
   */
  async write(key: Uint8Array, recordId: string, evidenceId: string, content: Pieces): Promise<void> {
    const place = this.placeOf(recordId, evidenceId);
    const incoming = join(this.root, 'incoming');
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    // A name of its own for each attempt: two uploads of the same file at once do not write into each other.
    const part = join(incoming, `${randomUUID()}.part`);
    try {
      await writeWhole(part, sealFile(key, boundTo(recordId, evidenceId), content));
      const made = await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await rename(part, place);
      // The name of a new file is on disk when its folder is; that of a new folder, when the one above it is.
      for (let folder = dirname(place); ; folder = dirname(folder)) {
        await syncFolder(folder);
        if (!made || folder === dirname(made)) return;
      }
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /**
   * A file's clear content, as it is read.
   * @param sha256 the hash on record, of the clear content, in hexadecimal
   * @throws {SealError} where it is not what was put on record; the file system's error where it is missing
   */
  async *read(
    key: Uint8Array,
    recordId: string,
    evidenceId: string,
    sha256: string,
  ): AsyncGenerator<Buffer<ArrayBuffer>> {
    const hashed = createHash('sha256');
    const sealed = createReadStream(this.placeOf(recordId, evidenceId), { highWaterMark: 256 * 1024 });
    for await (const piece of openFile(key, boundTo(recordId, evidenceId), sealed)) {
      hashed.update(piece);
      yield piece;
    }
    if (hashed.digest('hex') !== sha256) throw new SealError(`Evidence ${evidenceId} has not the hash on record`);
  }

  /** Removes what was cut off while it was written. To be called at the start, before anybody writes. */
  async removeUnfinished(): Promise<void> {
    await rm(join(this.root, 'incoming'), { recursive: true, force: true });
  }

  close(): void {
    if (this.#temporary) rmSync(this.#temporary, { recursive: true, force: true });
  }
}

/** The path of a file below the folder `evidence`. */
export const placeInEvidence = (recordId: string, evidenceId: string): readonly string[] => [
  'sealed',
  recordId.slice(0, 2),
  recordId,
  evidenceId,
];

const boundTo = (recordId: string, evidenceId: string) => `${recordId}/${evidenceId}`;

async function writeWhole(place: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(place, 'wx', 0o600);
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
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
