/**
 * The file of a backup: a tar archive, sealed.
 *
 *   head = mark (16) ‖ nonce (12) ‖ the file's own key, under the backup key, AES-256-GCM (32 + 16)
 *   rest = the archive, as `server/evidence/sealed-file.ts` seals a file, bound to the head
 *
 * Every backup has a key of its own, so that no two archives share one, however many are taken.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { openFile, sealFile } from '../evidence/sealed-file.ts';
import { StartError } from '../start-error.ts';

const mark = Buffer.from('liuhen-backup 1\n', 'latin1');
const lengths = { nonce: 12, key: 32, tag: 16 } as const;
const headLength = mark.byteLength + lengths.nonce + lengths.key + lengths.tag;

/** Seals an archive as it is packed. @param backupKey 32 bytes */
export async function* sealArchive(backupKey: Uint8Array, archive: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const fileKey = randomBytes(lengths.key);
  const nonce = randomBytes(lengths.nonce);
  const cipher = createCipheriv('aes-256-gcm', backupKey, nonce, { authTagLength: lengths.tag });
  cipher.setAAD(mark);
  const wrapped = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
  const head = Buffer.concat([mark, nonce, wrapped]);
  yield head;
  yield* sealFile(fileKey, head.toString('hex'), archive);
}

/**
 * Opens a backup's archive as it is read.
 * @throws {StartError} where it is no backup or the key is another; {SealError} at the first piece that was altered or is missing
 */
export async function* openArchive(backupKey: Uint8Array, place: string): AsyncGenerator<Buffer> {
  const head = await readHead(place);
  const fileKey = unwrap(backupKey, head);
  const rest = createReadStream(place, { start: headLength, highWaterMark: 256 * 1024 });
  yield* openFile(fileKey, head.toString('hex'), rest);
}

async function readHead(place: string): Promise<Buffer> {
  const file = await open(place).catch((error) => {
    throw new StartError(`无法读取备份文件：${place}。`, `The backup cannot be read: ${place}.`, error);
  });
  try {
    const head = Buffer.alloc(headLength);
    const { bytesRead } = await file.read(head, 0, headLength, 0);
    if (bytesRead === headLength && head.subarray(0, mark.byteLength).equals(mark)) return head;
  } finally {
    await file.close();
  }
  throw new StartError(`这不是留痕的备份文件：${place}。`, `This is not a backup of Liuhen: ${place}.`);
}

function unwrap(backupKey: Uint8Array, head: Buffer): Buffer {
  const [nonceEnd, keyEnd] = [mark.byteLength + lengths.nonce, headLength - lengths.tag];
  const nonce = head.subarray(mark.byteLength, nonceEnd);
  const decipher = createDecipheriv('aes-256-gcm', backupKey, nonce, { authTagLength: lengths.tag });
  decipher.setAAD(mark);
  decipher.setAuthTag(head.subarray(keyEnd));
  try {
    return Buffer.concat([decipher.update(head.subarray(nonceEnd, keyEnd)), decipher.final()]);
  } catch (error) {
    throw new StartError(
      '备份无法打开：密钥不是制作备份时的密钥，或文件开头已损坏。请使用制作备份时的主密钥。',
      'The backup does not open: the key is not the one that it was made with, or its beginning is damaged. Use the master key of that time.',
      error,
    );
  }
}
