/** The server's own keys in the shapes that features use them; they lie wrapped in the store. */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../../shared/ledger/fingerprint.ts';
import type { Signer } from '../../shared/ledger/note.ts';
import type { Keyring, ServerKeyName } from '../sealing/keyring.ts';

/** An Ed25519 key that signs checkpoints. */
export class SigningKey {
  readonly publicKeyHex: string;
  readonly fingerprint: string;
  readonly #key: KeyObject;

  /** @param pem PKCS #8 */
  constructor(pem: string | Buffer) {
    this.#key = createPrivateKey(pem);
    const { x } = createPublicKey(this.#key).export({ format: 'jwk' });
    if (!x) throw new Error('The signing key is not an Ed25519 key');
    this.publicKeyHex = Buffer.from(x, 'base64url').toString('hex');
    this.fingerprint = fingerprintOf(this.publicKeyHex);
  }

  /** The same message gives the same signature (RFC 8032). */
  sign(message: Uint8Array): Uint8Array {
    return sign(null, message, this.#key);
  }

  /** Signs notes under a name (C2SP signed-note). */
  signer(name: string): Signer<1> {
    const publicKey = Buffer.from(this.publicKeyHex, 'hex');
    return { name, type: 1, publicKey, sign: (message) => this.sign(message) };
  }
}

export interface Keys {
  /** The key in force. */
  readonly signing: SigningKey;
  /** The notes by which each signing key named the next, the oldest first. */
  readonly successions: readonly string[];
  /** Secret under which better-auth signs its cookies. */
  readonly sessionSecret: string;
}

/** A view of the keyring: what is rotated there shows here. */
export function keysOf(keyring: Keyring): Keys {
  let signing: { generation: number; key: SigningKey } | null = null;
  return {
    get signing() {
      const [current] = keyring.serverKeys('signing');
      if (!current) throw new Error('There is no signing key');
      if (signing?.generation !== current.generation) {
        signing = { generation: current.generation, key: new SigningKey(current.content) };
      }
      return signing.key;
    },
    get successions() {
      return keyring
        .serverKeys('signing')
        .map(({ succession }) => succession)
        .filter(Boolean)
        .reverse();
    },
    get sessionSecret() {
      return keyring.serverKey('session').toString('hex');
    },
  };
}

/** The files in which the keys of a store lay before it was sealed. */
const clearKeyFiles = { signing: 'signing-key.pem', session: 'session-secret' } as const;

/** The keys of a store from before sealing: receipts keep their key, sessions their secret. */
export function readClearKeys(dataFolder: string): Partial<Record<ServerKeyName, Buffer>> {
  const read = (name: string) => {
    const file = join(dataFolder, 'keys', name);
    return existsSync(file) ? readFileSync(file) : null;
  };
  const signing = read(clearKeyFiles.signing);
  const session = read(clearKeyFiles.session);
  return {
    ...(signing ? { signing } : {}),
    ...(session ? { session: Buffer.from(session.toString('utf8'), 'hex') } : {}),
  };
}

/** Removes the open files once their keys are in the store: overwritten first, as far as the disk allows. */
export function removeClearKeys(dataFolder: string): void {
  for (const name of Object.values(clearKeyFiles)) {
    const file = join(dataFolder, 'keys', name);
    if (!existsSync(file)) continue;
    writeFileSync(file, '0'.repeat(readFileSync(file).length), { flush: true });
    rmSync(file);
  }
}
