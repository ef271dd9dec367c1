/** Signers for tests, from a seed: the same name gives the same key. */
import * as ed25519 from '@noble/ed25519';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SignatureType, Signer } from '../../../shared/ledger/note.ts';

export interface TestKey {
  publicKey: Uint8Array;
  publicKeyHex: string;
  as<Type extends SignatureType>(name: string, type: Type): Signer<Type>;
}

export async function keyFrom(seed: string): Promise<TestKey> {
  const secret = sha256(utf8ToBytes(seed));
  const publicKey = await ed25519.getPublicKeyAsync(secret);
  return {
    publicKey,
    publicKeyHex: bytesToHex(publicKey),
    as: (name, type) => ({ name, type, publicKey, sign: (message) => ed25519.signAsync(message, secret) }),
  };
}
