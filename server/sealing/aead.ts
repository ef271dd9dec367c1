/** AES-256-GCM of `node:crypto` in the one shape that the store uses: nonce ‖ ciphertext ‖ tag, base64url. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** What was sealed does not open: another key, another place, or altered bytes. */
export class UnsealError extends Error {
  constructor(place: string, cause?: unknown) {
    super(`Sealed content does not open: ${place}`, { cause });
  }
}

/**
 * Seals bytes or a text's UTF-8 bytes.
 * @param key 32 bytes; a key seals far fewer than 2^32 messages, the bound of random nonces (NIST SP 800-38D, 8.3)
 * @param place where it will stand: opened elsewhere, it does not open
 */
export function seal(key: Uint8Array, place: string, content: string | Uint8Array): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const body = typeof content === 'string' ? cipher.update(content, 'utf8') : cipher.update(content);
  cipher.final();
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
}

/** @throws {UnsealError} where key, place or bytes are not those of the sealing. */
export function unseal(key: Uint8Array, place: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  // Base64 has spellings that read the same; only the canonical one is accepted, so that every altered letter is found.
  if (bytes.length < nonceBytes + tagBytes || bytes.toString('base64url') !== sealed) throw new UnsealError(place);
  try {
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(place, 'utf8'));
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
    const content = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes));
    decipher.final();
    return content;
  } catch (error) {
    throw new UnsealError(place, error);
  }
}
