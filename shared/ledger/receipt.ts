/**
 * The receipt that answers a capture: the event as the server stored it, the salt that opens its leaf, and the server's
 * Ed25519 signature. Whoever holds it can show, without the server, that the server took this very capture.
 */
import * as ed25519 from '@noble/ed25519';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { captureSchema, identifier, instant, sha256Hex } from '../record/capture.ts';
import { canonicalJson, leafHashOf, sha256Of } from './canonical.ts';

/** The stored event, as its leaf commits to it. */
export const capturedEventSchema = z.object({
  institution: identifier,
  subject: identifier,
  type: z.literal('captured'),
  at: instant,
  body: captureSchema,
});

export const receiptSchema = z.object({
  recordId: identifier,
  event: capturedEventSchema,
  salt: sha256Hex,
  leafHash: sha256Hex,
  keyId: z.string().describe('Fingerprint of the key that signed'),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

export type Receipt = z.output<typeof receiptSchema>;

/** What the signature covers. */
export function signedText(receipt: Pick<Receipt, 'recordId' | 'leafHash' | 'keyId'>): string {
  return canonicalJson({ keyId: receipt.keyId, leafHash: receipt.leafHash, recordId: receipt.recordId });
}

/**
 * The fingerprint that people compare: the first 16 bytes of the public key's SHA-256, in groups of four digits.
 * @param publicKeyHex the raw 32-byte Ed25519 public key in hexadecimal.
 */
export function fingerprintOf(publicKeyHex: string): string {
  return (sha256Of(hexToBytes(publicKeyHex)).slice(0, 32).match(/.{4}/g) ?? []).join(' ').toUpperCase();
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
