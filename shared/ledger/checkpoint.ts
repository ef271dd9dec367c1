/** Checkpoints of a log by c2sp.org/tlog-checkpoint: the text of a note that states origin, size and root. */
import { fromBase64OfLength, toBase64 } from './base64.ts';
import { parseDecimal } from './decimal.ts';
import { type NoteFault, openNote, splitNote, type VerifierKey } from './note.ts';
import type { Hash } from './tree.ts';

export interface Checkpoint {
  /** Names the log. */
  origin: string;
  /** Entries of the log. */
  size: number;
  root: Hash;
}

/** A checkpoint whose signature is verified, with the note that shows it to others. */
export interface SignedCheckpoint extends Checkpoint {
  note: string;
  /** The key of the log that signed it. */
  publicKey: Uint8Array;
}

/** The origin of an institution's log, and the name of the key that signs its checkpoints. */
export const originOf = (institutionId: string): string => `liuhen.ledger/${institutionId}`;

/** The text of a checkpoint, to be signed as a note. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** The checkpoint that a note's text states; null where it states none. Extension lines may follow and are not read. */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith('\n')) return null;
  const lines = text.slice(0, -1).split('\n');
  const [origin = '', writtenSize = '', writtenRoot = ''] = lines;
  const size = parseDecimal(writtenSize);
  const root = fromBase64OfLength(writtenRoot, 32);
  if (lines.some((line) => line === '') || size === null || !root) return null;
  return { origin, size, root };
}

/**
 * Verifies a checkpoint of one log.
 * @param publicKeys raw Ed25519 keys of the log, any of which may have signed.
 */
export async function openCheckpoint(
  note: string,
  origin: string,
  publicKeys: readonly Uint8Array[],
): Promise<SignedCheckpoint | NoteFault | 'wrong-log'> {
  const stated = parseCheckpoint(splitNote(note)?.text ?? '');
  if (!stated) return 'malformed';
  if (stated.origin !== origin) return 'wrong-log';
  const keys = publicKeys.map((publicKey): VerifierKey => ({ name: origin, type: 1, publicKey }));
  const opened = await openNote(note, keys);
  if (typeof opened === 'string') return opened;
  const [signature] = opened.verified;
  return signature ? { ...stated, note, publicKey: signature.key.publicKey } : 'unknown-key';
}
