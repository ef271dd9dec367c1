/** Checking a receipt. Apart from its schema, so that the extension carries no zod. */
import * as ed25519 from '@noble/ed25519';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, leafHashOf } from './canonical.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Receipt } from './receipt.ts';

export { fingerprintOf };

/** What the signature covers. */
export function signedText(receipt: Pick<Receipt, 'recordId' | 'leafHash' | 'keyId'>): string {
  return canonicalJson({ keyId: receipt.keyId, leafHash: receipt.leafHash, recordId: receipt.recordId });
}

export type ReceiptVerdict = 'genuine' | 'other-capture' | 'leaf-differs' | 'unknown-key' | 'signature-invalid';

/**
 * Checks a receipt against what was sent and against a key known from elsewhere. Never throws: the verdict says what failed.
 * @param sent the capture exactly as it was sent.
 * @param publicKeyHex the raw Ed25519 public key that was confirmed when the extension connected.
 */
export async function verifyReceipt(receipt: Receipt, sent: unknown, publicKeyHex: string): Promise<ReceiptVerdict> {
  if (canonicalJson(receipt.event.body) !== canonicalJson(sent)) return 'other-capture';
  if (leafHashOf(receipt.event, receipt.salt) !== receipt.leafHash) return 'leaf-differs';
  if (receipt.keyId !== fingerprintOf(publicKeyHex)) return 'unknown-key';
  const valid = await ed25519
    .verifyAsync(hexToBytes(receipt.signature), utf8ToBytes(signedText(receipt)), hexToBytes(publicKeyHex))
    .catch(() => false);
  return valid ? 'genuine' : 'signature-invalid';
}
