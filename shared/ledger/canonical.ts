/** Canonical JSON (RFC 8785) and the salted leaf that commits to an event (RFC 6962 leaf hashing, SHA-256). */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/**
 * The canonical JSON text of a value, by RFC 8785.
 * @throws {TypeError} where JSON cannot express the value.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Not expressible as JSON');
  return text;
}

/** SHA-256 of bytes or of a text's UTF-8 bytes, in hexadecimal. */
export function sha256Of(input: string | Uint8Array): string {
  return bytesToHex(sha256(typeof input === 'string' ? utf8ToBytes(input) : input));
}

/**
 * What the log holds for an event: SHA-256(salt ‖ canonical JSON), in hexadecimal. Equal events give unequal entries.
 * @param saltHex 32 random bytes in hexadecimal.
 */
export function commitmentOf(event: unknown, saltHex: string): string {
  return bytesToHex(sha256(concatBytes(hexToBytes(saltHex), utf8ToBytes(canonicalJson(event)))));
}

/** The leaf hash of an event: SHA-256(0x00 ‖ {@link commitmentOf}), as RFC 6962 hashes a leaf. */
export function leafHashOf(event: unknown, saltHex: string): string {
  return bytesToHex(sha256(concatBytes(new Uint8Array([0]), hexToBytes(commitmentOf(event, saltHex)))));
}
