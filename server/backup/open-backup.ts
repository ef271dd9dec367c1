/** Unpacks a backup into a folder, where it is a data folder like any other: to be restored, or only to be verified. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Extract, type ExtractEvents, extract } from 'tar-stream';
import { z } from 'zod';
import { SealError } from '../evidence/sealed-file.ts';
import { StartError } from '../start-error.ts';
import { openArchive } from './sealed-archive.ts';

export interface OpenedBackup {
  /** Instant at which it was taken. */
  takenAt: string;
  files: number;
  bytes: number;
}

/** What a backup holds, and nothing else: no name leads out of the folder. */
const knownName = /^(liuhen\.db|evidence\/sealed\/\w+\/[\w-]+\/[\w-]+)$/;

type Entry = ExtractEvents['entry'][1];

const descriptionSchema = z.object({ version: z.literal(1), takenAt: z.iso.datetime() });

/**
 * Unpacks a backup. Only when this resolves is what lies in the folder whole and authentic; where it throws, the caller
 * removes the folder.
 * @param folder an empty folder, where a whole data folder then lies
 * @param onBytes called with the length of each piece that was unpacked
 * @throws {StartError} where it is no backup, another's, altered or cut short
 */
export async function openBackup(
  file: string,
  backupKey: Uint8Array,
  folder: string,
  onBytes: (bytes: number) => void = () => {},
): Promise<OpenedBackup> {
  const opened: OpenedBackup = { takenAt: '', files: 0, bytes: 0 };
  const archive = extract();
  const unpack = async () => {
    for await (const entry of archive) await unpackEntry(entry, folder, opened);
  };
  try {
    const ends = await Promise.allSettled([feed(archive, openArchive(backupKey, file), onBytes), unpack()]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } catch (error) {
    throw error instanceof SealError ? damaged(error) : error;
  }
  return opened;
}

async function unpackEntry(entry: Entry, folder: string, opened: OpenedBackup): Promise<void> {
  const { name, size = 0 } = entry.header;
  if (name === 'backup.json') {
    opened.takenAt = descriptionSchema.parse(JSON.parse(await text(entry))).takenAt;
    return;
  }
  if (!knownName.test(name)) throw new Error(`A backup holds no ${name}`);
  const place = join(folder, name);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await pipeline(entry, createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true }));
  opened.files += 1;
  opened.bytes += size;
}

/**
 * Hands an archive its bytes at the pace at which they are unpacked. What fails to open ends the unpacking, and what cannot be
 * unpacked ends this: neither waits for the other for ever.
 */
async function feed(archive: Extract, pieces: AsyncIterable<Buffer>, onBytes: (bytes: number) => void): Promise<void> {
  const gone = new AbortController();
  archive.once('close', () => gone.abort());
  try {
    for await (const piece of pieces) {
      onBytes(piece.byteLength);
      if (!archive.write(piece)) await once(archive, 'drain', { signal: gone.signal });
    }
    archive.end(null);
  } catch (error) {
    if (gone.signal.aborted) return;
    archive.destroy(error instanceof Error ? error : null);
    throw error;
  }
}

function damaged(error: SealError): StartError {
  return new StartError(
    '备份文件已损坏、不完整或被改动，无法使用；没有写入任何数据。请换用另一份备份。',
    'The backup is damaged, incomplete or was altered, and cannot be used; nothing was written. Use another one.',
    error,
  );
}
