/** Canonical JSON (RFC 8785) and the salted leaf that commits to an event (RFC 6962 leaf hashing, SHA-256). */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { hashLeaf } from './tree.ts';

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
 * The commitment to an event, which is its entry in the log: SHA-256(salt ‖ canonical JSON).
 * Salted, so that it tells nothing of the event and equal events give unequal entries.
 * @param saltHex 32 random bytes in hexadecimal.
 * @returns 32 bytes in hexadecimal.
 * @throws where the salt is not hexadecimal, or JSON cannot express the event.
 */
export function commitmentOf(event: unknown, saltHex: string): string {
  return bytesToHex(sha256(concatBytes(hexToBytes(saltHex), utf8ToBytes(canonicalJson(event)))));
}

/** The leaf hash of an event: SHA-256(0x00 ‖ its commitment), in hexadecimal. */
export function leafHashOf(event: unknown, saltHex: string): string {
  return bytesToHex(hashLeaf(hexToBytes(commitmentOf(event, saltHex))));
}
