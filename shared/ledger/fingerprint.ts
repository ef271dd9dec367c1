/** The fingerprint of a server's public key: what people compare when they connect. */
import { hexToBytes } from '@noble/hashes/utils.js';
import { sha256Of } from './canonical.ts';

/**
 * The fingerprint that people compare: the first 16 bytes of the public key's SHA-256, in groups of four digits.
 * @param publicKeyHex the raw 32-byte Ed25519 public key in hexadecimal.
 */
export function fingerprintOf(publicKeyHex: string): string {
  return (sha256Of(hexToBytes(publicKeyHex)).slice(0, 32).match(/.{4}/g) ?? []).join(' ').toUpperCase();
}
