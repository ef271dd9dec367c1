/**
 * How a signing key is followed by another without breaking what was proven: the old key signs a note that names the new
 * one. Whoever pinned the old key then believes the new one too; who pinned the new one owes nothing to the old.
 *
 *   liuhen.ledger/key-succession
 *   <base64 of the new public key>
 *   <instant>
 *
 *   — liuhen.ledger/key-succession <signature of the old key>
 *
 * No checkpoint reads like that (its second line is a size), so neither can be taken for the other.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { fromBase64OfLength, toBase64 } from './base64.ts';
import { openNote, type Signer, signNote, splitNote } from './note.ts';

const heading = 'liuhen.ledger/key-succession';

/** What a succession states: the new key, raw Ed25519 in hexadecimal, and since when it signs. */
export interface Succession {
  publicKeyHex: string;
  at: string;
}

/**
 * The statement by which a key names its successor.
 * @param old the key that ends; the name of the signature is the statement's own.
 */
export function signSuccession({ publicKeyHex, at }: Succession, old: Omit<Signer<1>, 'name'>): Promise<string> {
  return signNote(`${heading}\n${toBase64(hexToBytes(publicKeyHex))}\n${at}\n`, { ...old, name: heading });
}

/** What a succession note states, its signature unverified; null where it is none. */
export function readSuccession(note: string): Succession | null {
  const [first, written = '', at = '', ...rest] = (splitNote(note)?.text ?? '').split('\n');
  const publicKey = fromBase64OfLength(written, 32);
  const isWhole = rest.length === 1 && rest[0] === '';
  if (first !== heading || !publicKey || !isWhole || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at)) return null;
  return { publicKeyHex: bytesToHex(publicKey), at };
}

/**
 * The keys to believe for whoever pinned one: that key and its successors, oldest first. Notes that no believed key signed,
 * that are false or no notes at all are passed over; their order does not matter. Never throws.
 * @param pinnedKeyHex raw Ed25519 public key in hexadecimal.
 */
export async function acceptedKeys(pinnedKeyHex: string, notes: readonly string[]): Promise<string[]> {
  if (!/^[0-9a-f]{64}$/.test(pinnedKeyHex)) return [];
  const accepted = [pinnedKeyHex];
  // Walked while it grows: each key that is found may have named the next.
  for (const keyHex of accepted) {
    const key = { name: heading, type: 1 as const, publicKey: hexToBytes(keyHex) };
    for (const note of notes) {
      const next = readSuccession(note)?.publicKeyHex;
      if (!next || accepted.includes(next)) continue;
      if (typeof (await openNote(note, [key])) !== 'string') accepted.push(next);
    }
  }
  return accepted;
}
