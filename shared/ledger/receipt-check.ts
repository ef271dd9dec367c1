/** Checking a receipt, in a browser as in Node, without the server. Apart from its schema, so that no browser carries zod. */
import { hexToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, leafHashOf } from './canonical.ts';
import { openCheckpoint, originOf, type SignedCheckpoint } from './checkpoint.ts';
import { parseLogProof } from './log-proof.ts';
import type { Receipt } from './receipt.ts';
import { acceptedKeys } from './succession.ts';
import { equalBytes, rootFromInclusion } from './tree-check.ts';

/**
 * What checking found:
 * - `genuine`: the log of the institution holds this very event.
 * - `other-capture`: what the receipt holds is not what was sent.
 * - `leaf-differs`: event, salt or path lead to another root than the signed one.
 * - `unknown-key`: the checkpoint is signed, but not by a key that is trusted here.
 * - `signature-invalid`: the checkpoint is not what the key signed.
 * - `proof-invalid`: there is no proof to read, or not one of that place and size.
 * - `wrong-log`: the checkpoint is of another institution's log.
 */
export type ReceiptVerdict =
  | 'genuine'
  | 'other-capture'
  | 'leaf-differs'
  | 'unknown-key'
  | 'signature-invalid'
  | 'proof-invalid'
  | 'wrong-log';

export interface ReceiptExamination {
  verdict: ReceiptVerdict;
  /** The checkpoint of the receipt, for the witness to remember; null unless a trusted key signed it. */
  checkpoint: SignedCheckpoint | null;
  /** Place of the event in the log, from 0; null where the proof could not be read. */
  index: number | null;
}

/**
 * Checks a receipt against what was sent and against a key known from elsewhere. Never throws: the verdict says what failed.
 * @param sent the content exactly as it was sent; undefined where it is not at hand, and then not compared.
 * @param publicKeyHex the raw Ed25519 public key that was confirmed when the extension connected.
 * @param succession statements by which that key named its successors.
 */
export async function examineReceipt(
  receipt: Receipt,
  sent: unknown,
  publicKeyHex: string,
  succession: readonly string[] = [],
): Promise<ReceiptExamination> {
  const proof = parseLogProof(receipt.proof);
  if (!proof) return { verdict: 'proof-invalid', checkpoint: null, index: null };
  const { index } = proof;
  const keys = (await acceptedKeys(publicKeyHex, succession)).map((key) => hexToBytes(key));
  const opened = await openCheckpoint(proof.checkpoint, originOf(receipt.event.institution), keys);
  if (typeof opened === 'string') {
    return { verdict: opened === 'malformed' ? 'proof-invalid' : opened, checkpoint: null, index };
  }
  const found = (verdict: ReceiptVerdict) => ({ verdict, checkpoint: opened, index });
  if (sent !== undefined && !isSame(receipt.event.body, sent)) return found('other-capture');
  const leaf = leafOf(receipt);
  // The record's own name is part of the event; the receipt must not name another.
  if (!leaf || receipt.recordId !== receipt.event.subject) return found('leaf-differs');
  const root = rootFromInclusion(index, opened.size, leaf, proof.hashes);
  if (!root) return found('proof-invalid');
  return found(equalBytes(root, opened.root) ? 'genuine' : 'leaf-differs');
}

/** The verdict alone of {@link examineReceipt}. */
export async function verifyReceipt(
  receipt: Receipt,
  sent: unknown,
  publicKeyHex: string,
  succession: readonly string[] = [],
): Promise<ReceiptVerdict> {
  return (await examineReceipt(receipt, sent, publicKeyHex, succession)).verdict;
}

function isSame(one: unknown, other: unknown): boolean {
  try {
    return canonicalJson(one) === canonicalJson(other);
  } catch {
    return false;
  }
}

/** The leaf hash that the receipt opens; null where its salt or event cannot be one. */
function leafOf({ event, salt }: Receipt): Uint8Array | null {
  try {
    return hexToBytes(leafHashOf(event, salt));
  } catch {
    return null;
  }
}
