/**
 * Files sealed at rest, of any length in constant memory: AES-256-GCM in the STREAM construction (Hoang, Reyhanitabar,
 * Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance, 2015).
 *
 *   header = mark (8) ‖ random prefix (7)
 *   chunk  = AES-256-GCM(65 536 bytes of the content, the last one fewer) ‖ tag (16)
 *   nonce  = prefix (7) ‖ number of the chunk (4) ‖ 1 for the last chunk, else 0 (1)
 *
 * The associated data of every chunk is what the file belongs to, and the header. A chunk that is altered, moved, left out or
 * taken from another file does not open, and neither does a file that was cut short or lengthened.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const mark = Buffer.from('liuhen1\n', 'latin1');
const prefixLength = 7;
const headerLength = mark.byteLength + prefixLength;
const chunkLength = 64 * 1024;
const tagLength = 16;

/** Content as it comes: a stream, or pieces at hand. */
export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A sealed file that does not open: altered, cut short, another's, or under another key. */
export class SealError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SealError';
  }
}

/**
 * Seals content.
 * @param key 32 bytes; one key seals few files, for their random prefixes must differ
 * @param belongsTo what the file is bound to, as text without ambiguity
 */
export async function* sealFile(key: Uint8Array, belongsTo: string, content: Pieces): AsyncGenerator<Buffer> {
  const header = Buffer.concat([mark, randomBytes(prefixLength)]);
  yield header;
  for await (const { number, chunk, last } of chunksOf(content, chunkLength)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(header, number, last), { authTagLength: tagLength });
    cipher.setAAD(Buffer.concat([Buffer.from(belongsTo), header]));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * Opens what {@link sealFile} sealed; each piece is authentic when it comes, the whole of them when the last has come.
 * @throws {SealError} at the first chunk that is not what was sealed in its place
 */
export async function* openFile(
  key: Uint8Array,
  belongsTo: string,
  sealed: Pieces,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  const { header, rest } = await splitHeader(sealed);
  for await (const { number, chunk, last } of chunksOf(rest, chunkLength + tagLength)) {
    if (chunk.byteLength < tagLength) throw new SealError('The sealed file was cut short');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(header, number, last), { authTagLength: tagLength });
    decipher.setAAD(Buffer.concat([Buffer.from(belongsTo), header]));
    decipher.setAuthTag(chunk.subarray(chunk.byteLength - tagLength));
    const opened = decipher.update(chunk.subarray(0, chunk.byteLength - tagLength));
    try {
      decipher.final();
    } catch (error) {
      throw new SealError(`Chunk ${number} of the sealed file does not open`, error);
    }
    yield opened;
  }
}

function nonceOf(header: Buffer, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  header.copy(nonce, 0, mark.byteLength);
  nonce.writeUInt32BE(number, prefixLength);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

interface Chunk {
  number: number;
  chunk: Buffer;
  last: boolean;
}

/** Cuts pieces into chunks of one length. The last may be shorter, and empty only where there is nothing at all. */
async function* chunksOf(pieces: Pieces, length: number): AsyncGenerator<Chunk> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  let number = 0;
  for await (const piece of pieces) {
    held.push(piece);
    bytes += piece.byteLength;
    // One byte more than a chunk: only then it is not the last.
    if (bytes <= length) continue;
    let whole = Buffer.concat(held);
    for (; whole.byteLength > length; whole = whole.subarray(length)) {
      yield { number: number++, chunk: whole.subarray(0, length), last: false };
    }
    held = [whole];
    bytes = whole.byteLength;
  }
  yield { number, chunk: Buffer.concat(held), last: true };
}

async function splitHeader(sealed: Pieces): Promise<{ header: Buffer; rest: Pieces }> {
  const pieces = Symbol.asyncIterator in sealed ? sealed[Symbol.asyncIterator]() : sealed[Symbol.iterator]();
  let begun = Buffer.alloc(0);
  while (begun.byteLength < headerLength) {
    const next = await pieces.next();
    if (next.done) throw new SealError('The sealed file ends before it begins');
    begun = Buffer.concat([begun, next.value]);
  }
  if (!begun.subarray(0, mark.byteLength).equals(mark)) throw new SealError('This is not a sealed file');
  return { header: begun.subarray(0, headerLength), rest: following(begun.subarray(headerLength), pieces) };
}

/** What remains of an iteration that has begun; ends it where its reader stops early. */
async function* following(
  first: Uint8Array,
  pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  } finally {
    await pieces.return?.();
  }
}
