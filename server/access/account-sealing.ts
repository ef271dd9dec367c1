/** The keys of the accounts: what an account is called, and by what a session or a code is found again. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Seals texts and makes the keyed hashes by which a sealed text is found again. */
export interface AccountSealing {
  /** A keyed hash: the same scope and value give the same text, which tells nothing of the value. */
  link(scope: string, value: string): string;
  /** Seals a text to its context: what is moved to another context does not open. */
  seal(context: string, text: string): string;
  /** @throws {Error} where the key or the context is another, or the text was altered */
  open(context: string, sealed: string): string;
}

/** By these beginnings a stored text is known to be linked or sealed already. */
export const linkedPrefix = 'link1.';
const sealedPrefix = 'seal1.';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Sealing under one secret: AES-256-GCM with a random nonce of 96 bits and the context as associated data (NIST
 * SP 800-38D), HMAC-SHA-256 for links, each under a key of its own by HKDF (RFC 5869).
 * @param secret at least 256 bits of entropy
 */
export function accountSealingFrom(secret: string): AccountSealing {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `liuhen.accounts.${use}`, 32));
  const [linkKey, sealKey] = [key('link'), key('seal')];
  return {
    // Hexadecimal: below the sealing, better-auth still turns user names into small letters.
    link: (scope, value) => linkedPrefix + createHmac('sha256', linkKey).update(`${scope}\0${value}`).digest('hex'),
    seal(context, text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(context));
      const parts = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return sealedPrefix + Buffer.concat(parts).toString('base64url');
    },
    open(context, sealed) {
      if (!sealed.startsWith(sealedPrefix)) throw new Error('Not a sealed text of an account');
      const whole = Buffer.from(sealed.slice(sealedPrefix.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, whole.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      }).setAAD(Buffer.from(context));
      decipher.setAuthTag(whole.subarray(-tagBytes));
      return Buffer.concat([decipher.update(whole.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
    },
  };
}
