/** Base 64 as the C2SP formats want it (RFC 4648, section 4): the standard alphabet, padded, one text for one byte string. */

/** The base64 text of bytes. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The bytes of a base64 text; null where it is none, or not the one that {@link toBase64} writes. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}

/** The bytes of a base64 text that must be so many; null otherwise. */
export function fromBase64OfLength(text: string, length: number): Uint8Array<ArrayBuffer> | null {
  const bytes = fromBase64(text);
  return bytes?.length === length ? bytes : null;
}
