/** Two histories of one log: what a log that shows different people different trees cannot take back, for it signed both. */
import { hexToBytes } from '@noble/hashes/utils.js';
import { openCheckpoint, parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { splitNote } from './note.ts';
import { acceptedKeys } from './succession.ts';
import { equalBytes } from './tree-check.ts';

/** Two genuine checkpoints of one log and one size with different roots. */
export type Fork = readonly [SignedCheckpoint, SignedCheckpoint];

/**
 * The forks that signed checkpoints prove by themselves, each pair once. Checkpoints that no believed key signed prove
 * nothing and are passed over; checkpoints of different sizes need a consistency proof to be compared. Never throws.
 * @param publicKeyHex the pinned key of the server, raw Ed25519.
 */
export async function forksAmong(
  notes: readonly string[],
  publicKeyHex: string,
  succession: readonly string[] = [],
): Promise<Fork[]> {
  const keys = (await acceptedKeys(publicKeyHex, succession)).map((key) => hexToBytes(key));
  const opened = await Promise.all(
    notes.map((note) => openCheckpoint(note, parseCheckpoint(splitNote(note)?.text ?? '')?.origin ?? '', keys)),
  );
  const genuine = opened.filter((checkpoint) => typeof checkpoint !== 'string');
  return genuine.flatMap((one, at) =>
    genuine.slice(at + 1).flatMap((other): Fork[] => (contradict(one, other) ? [[one, other]] : [])),
  );
}

const contradict = (one: SignedCheckpoint, other: SignedCheckpoint) =>
  one.origin === other.origin && one.size === other.size && !equalBytes(one.root, other.root);
