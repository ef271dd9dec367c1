/** Evidence that an older release kept in the clear is sealed on the first start after the upgrade. */
import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobFolder } from './blob-folder.ts';

/** Older releases kept files under the first two signs of their record's id. */
const olderFolder = /^[0-9a-f]{2}$/;

/**
 * Seals what lies in the clear and removes the clear file. It may be cut short at any point: the next start goes on.
 * @param keyOf the 32-byte key of a record
 */
export async function sealOlderFiles(
  blobs: BlobFolder,
  keyOf: (recordId: string) => Promise<Uint8Array>,
): Promise<void> {
  for (const folder of (await namesIn(blobs.root)).filter((name) => olderFolder.test(name))) {
    for (const recordId of await namesIn(join(blobs.root, folder))) {
      await sealRecord(blobs, join(blobs.root, folder, recordId), recordId, await keyOf(recordId));
    }
    await rm(join(blobs.root, folder), { recursive: true, force: true });
  }
}

async function sealRecord(blobs: BlobFolder, folder: string, recordId: string, key: Uint8Array): Promise<void> {
  for (const name of await namesIn(folder)) {
    // A part was never acknowledged.
    if (!name.endsWith('.part')) await blobs.write(key, recordId, name, createReadStream(join(folder, name)));
    await rm(join(folder, name));
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
