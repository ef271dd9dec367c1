/** A file as it arrives: its bytes are handed on while they come, and what it was is known when it has ended. */
import { createHash } from 'node:crypto';
import { ProblemError } from '../../shared/problem.ts';
import type { Capture } from '../../shared/record/capture.ts';
import { longestSignature, sniffImage } from './sniff-image.ts';

type Seal = NonNullable<Capture['screenshot']>;

export class ArrivingFile {
  readonly #body: AsyncIterable<Uint8Array>;
  readonly #sha256: string;
  #seal: Seal | null = null;

  /** @param sha256 the hash that it must have, in hexadecimal */
  constructor(body: AsyncIterable<Uint8Array>, sha256: string) {
    this.#body = body;
    this.#sha256 = sha256;
  }

  /**
   * The bytes as they come.
   * @throws {ProblemError} `seal-differs` as soon as it is no picture, and at the end where it has another hash
   */
  async *pieces(): AsyncGenerator<Uint8Array> {
    const hashed = createHash('sha256');
    let beginning = Buffer.alloc(0);
    let bytes = 0;
    for await (const piece of this.#arriving()) {
      hashed.update(piece);
      bytes += piece.byteLength;
      if (beginning.byteLength < longestSignature) {
        beginning = Buffer.concat([beginning, piece.subarray(0, longestSignature)]);
        if (beginning.byteLength >= longestSignature && !sniffImage(beginning)) throw new ProblemError('seal-differs');
      }
      yield piece;
    }
    const mediaType = sniffImage(beginning);
    const sha256 = hashed.digest('hex');
    if (mediaType === null || sha256 !== this.#sha256) throw new ProblemError('seal-differs');
    this.#seal = { sha256, mediaType, bytes };
  }

  /** Takes the file in without keeping it. @throws as {@link pieces} */
  async compare(): Promise<void> {
    for await (const _ of this.pieces());
  }

  /** What has arrived whole. */
  get seal(): Seal {
    if (!this.#seal) throw new Error('The file has not arrived yet');
    return this.#seal;
  }

  async *#arriving(): AsyncGenerator<Uint8Array> {
    try {
      yield* this.#body;
    } catch {
      // Its sender is gone, and so is whoever would read this answer.
      throw new ProblemError('invalid-input', {
        detail: '上传中断，请重新上传 / The upload was cut off: send it again',
      });
    }
  }
}
