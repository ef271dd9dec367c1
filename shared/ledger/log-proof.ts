/**
 * A proof that an entry stands in a log, which verifies offline, by c2sp.org/tlog-proof:
 *
 *   c2sp.org/tlog-proof@v1
 *   extra <base64>              where there is more to say; not authenticated
 *   index <decimal>
 *   <base64 hash>               one line for each hash of the inclusion proof
 *                               an empty line
 *   <signed checkpoint>
 */
import { fromBase64, fromBase64OfLength, toBase64 } from './base64.ts';
import { parseDecimal } from './decimal.ts';
import type { Hash } from './tree.ts';

export interface LogProof {
  /** Place of the entry in the log, from 0. */
  index: number;
  /** The inclusion proof, from the leaf's sibling up to the root's child. */
  hashes: readonly Hash[];
  /** The signed checkpoint, byte for byte as the log issued it. */
  checkpoint: string;
  extra?: Uint8Array;
}

const header = 'c2sp.org/tlog-proof@v1';

/** More hashes than any tree has levels. */
const mostHashes = 63;

/** The text of a proof. */
export function formatLogProof({ index, hashes, checkpoint, extra }: LogProof): string {
  const lines = [header, ...(extra ? [`extra ${toBase64(extra)}`] : []), `index ${index}`, ...hashes.map(toBase64)];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** The proof that a text writes; null where it is not one. The checkpoint in it is not read, let alone verified. */
export function parseLogProof(text: string): LogProof | null {
  const end = text.indexOf('\n\n');
  if (end < 0) return null;
  const [first, ...lines] = text.slice(0, end).split('\n');
  const writtenExtra = lines[0]?.startsWith('extra ') ? lines.shift()?.slice('extra '.length) : undefined;
  const extra = writtenExtra === undefined ? undefined : fromBase64(writtenExtra);
  const [, writtenIndex = ''] = /^index (.*)$/.exec(lines.shift() ?? '') ?? [];
  const index = parseDecimal(writtenIndex);
  const hashes = lines.map((line) => fromBase64OfLength(line, 32));
  if (first !== header || extra === null || index === null || hashes.length > mostHashes) return null;
  if (!hashes.every((hash) => hash !== null)) return null;
  return { index, hashes, checkpoint: text.slice(end + 2), ...(extra && { extra }) };
}
