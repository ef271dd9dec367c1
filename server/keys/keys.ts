/** The server's secrets, made on the first start and kept beside the store, readable by its user only. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../../shared/ledger/receipt-check.ts';

/** The Ed25519 key that signs receipts and feeds. */
export class SigningKey {
  readonly publicKeyHex: string;
  readonly fingerprint: string;
  readonly #key: KeyObject;
  constructor(key: KeyObject) {
    this.#key = key;
    const { x } = createPublicKey(key).export({ format: 'jwk' });
    if (!x) throw new Error('The signing key is not an Ed25519 key');
    this.publicKeyHex = Buffer.from(x, 'base64url').toString('hex');
    this.fingerprint = fingerprintOf(this.publicKeyHex);
  }
  /** The signature of a text's UTF-8 bytes, 64 bytes in hexadecimal. The same text gives the same signature (RFC 8032). */
  sign(text: string): string {
    return sign(null, Buffer.from(text, 'utf8'), this.#key).toString('hex');
  }
}

export interface Keys {
  signing: SigningKey;
  /** Secret under which better-auth signs its cookies. */
  sessionSecret: string;
}

/** Keys that last as long as the process. */
export function temporaryKeys(): Keys {
  return {
    signing: new SigningKey(generateKeyPairSync('ed25519').privateKey),
    sessionSecret: randomBytes(32).toString('hex'),
  };
}

/** Reads the keys of a data folder; makes them where there are none. */
export function readKeys(dataFolder: string): Keys {
  const folder = join(dataFolder, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pem = readOrMake(join(folder, 'signing-key.pem'), () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const sessionSecret = readOrMake(join(folder, 'session-secret'), () => randomBytes(32).toString('hex'));
  return { signing: new SigningKey(createPrivateKey(pem)), sessionSecret };
}

function readOrMake(file: string, make: () => string): string {
  if (!existsSync(file)) {
    // Beside its place first: half a key after a power cut would lock the store for good.
    writeFileSync(`${file}.part`, make(), { mode: 0o600, flush: true });
    renameSync(`${file}.part`, file);
  }
  return readFileSync(file, 'utf8');
}
