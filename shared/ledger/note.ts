/**
 * Signed notes by c2sp.org/signed-note, and cosignatures of them by c2sp.org/tlog-cosignature:
 *
 *   text, one or more lines
 *                                          an empty line
 *   — name base64(key id ‖ signature)      one line for each signature
 *
 * Signatures are Ed25519 (RFC 8032): type 1 covers the text, type 4 (a witness) covers a time and the text.
 */
import * as ed25519 from '@noble/ed25519';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.ts';

/** What a signature covers: 1 the text of the note, 4 the text and the time at which a witness saw it. */
export type SignatureType = 1 | 4;

/** A public key and the name under which it signs. */
export interface VerifierKey {
  name: string;
  type: SignatureType;
  /** Raw Ed25519 public key, 32 bytes. */
  publicKey: Uint8Array;
}

/** A key that can sign: an Ed25519 signature, 64 bytes, over the message. */
export interface Signer<Type extends SignatureType = SignatureType> extends VerifierKey {
  type: Type;
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** A signature as its line states it; nothing about it is verified. */
export interface NoteSignature {
  name: string;
  /** 8 hexadecimal digits. */
  keyId: string;
  signature: Uint8Array;
}

export interface VerifiedSignature {
  key: VerifierKey;
  /** When a witness saw the note, in POSIX seconds; null for a signature of type 1. */
  seconds: number | null;
}

export interface OpenedNote {
  text: string;
  verified: VerifiedSignature[];
  unknown: NoteSignature[];
}

/** Why a note is not to be believed: not the form of one; signed by nobody known; a known key's signature is false. */
export type NoteFault = 'malformed' | 'unknown-key' | 'signature-invalid';

/** More signatures than this are refused unread; the specification asks for 16 at least. */
const mostSignatures = 64;

const keyBytes = 32;
const signatureBytes = 64;
const timeBytes = 8;

/** The key id, 8 hexadecimal digits: the beginning of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
export function keyIdOf(name: string, type: SignatureType, publicKey: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(type), publicKey)).subarray(0, 4));
}

/** A verifier key as text: `name+keyid+base64(type ‖ key)`, which other verifiers of notes take. */
export function formatVerifierKey({ name, type, publicKey }: VerifierKey): string {
  return `${name}+${keyIdOf(name, type, publicKey)}+${toBase64(concatBytes(Uint8Array.of(type), publicKey))}`;
}

/** The verifier key that a text writes; null where it is none, of another type, or its key id belongs to another key. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name = '', keyId = '', written = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/.exec(text) ?? [];
  const [type, ...publicKey] = fromBase64(written) ?? [];
  if (!isKeyName(name) || (type !== 1 && type !== 4) || publicKey.length !== keyBytes) return null;
  const key: VerifierKey = { name, type, publicKey: Uint8Array.from(publicKey) };
  return keyIdOf(name, type, key.publicKey) === keyId ? key : null;
}

/**
 * A note with one signature.
 * @param text whole lines: it ends with a newline.
 * @throws {TypeError} where the text or the name cannot stand in a note.
 */
export async function signNote(text: string, signer: Signer<1>): Promise<string> {
  if (!isNoteText(text)) throw new TypeError('Not the text of a note');
  return `${text}\n${signatureLine(signer, await signer.sign(utf8ToBytes(text)))}`;
}

/**
 * The line that a witness adds to a note: `note + line` is the cosigned note.
 * @param text of the note, without its signatures.
 * @param seconds when the witness saw it, in POSIX seconds.
 * @throws {TypeError} where the text or the name cannot stand in a note.
 */
export async function cosignatureLine(text: string, witness: Signer<4>, seconds: number): Promise<string> {
  if (!isNoteText(text)) throw new TypeError('Not the text of a note');
  const time = new Uint8Array(timeBytes);
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
  return signatureLine(witness, concatBytes(time, await witness.sign(cosignedMessage(text, seconds))));
}

/** The parts of a note, unverified; null where it is not one. */
export function splitNote(note: string): { text: string; signatures: NoteSignature[] } | null {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2);
  if (end < 0 || !isNoteText(text) || !lines.endsWith('\n')) return null;
  const signatures = lines.slice(0, -1).split('\n').map(parseSignatureLine);
  if (signatures.length > mostSignatures || !signatures.every((signature) => signature !== null)) return null;
  return { text, signatures };
}

/**
 * Verifies a note. Signatures of keys that are not given are set aside; one false signature of a given key condemns the
 * whole note, and so does it where no given key signed.
 */
export async function openNote(note: string, keys: readonly VerifierKey[]): Promise<OpenedNote | NoteFault> {
  const parts = splitNote(note);
  if (!parts) return 'malformed';
  const opened: OpenedNote = { text: parts.text, verified: [], unknown: [] };
  for (const signature of parts.signatures) {
    const key = keys.find(
      ({ name, type, publicKey }) => name === signature.name && keyIdOf(name, type, publicKey) === signature.keyId,
    );
    if (!key) {
      opened.unknown.push(signature);
      continue;
    }
    const verified = await verifySignature(parts.text, signature.signature, key);
    if (!verified) return 'signature-invalid';
    opened.verified.push(verified);
  }
  return opened.verified.length > 0 ? opened : 'unknown-key';
}

async function verifySignature(text: string, bytes: Uint8Array, key: VerifierKey): Promise<VerifiedSignature | null> {
  const leading = key.type === 4 ? timeBytes : 0;
  if (bytes.length !== leading + signatureBytes) return null;
  const seconds = key.type === 4 ? readSeconds(bytes) : null;
  const message = seconds === null ? utf8ToBytes(text) : cosignedMessage(text, seconds);
  // Strict RFC 8032, as Go and OpenSSL verify: one verdict about a note everywhere.
  const valid = await ed25519
    .verifyAsync(bytes.subarray(leading), message, key.publicKey, { zip215: false })
    .catch(() => false);
  return valid ? { key, seconds } : null;
}

/** Beyond 2^53 the number is rounded and the signature over it fails: no witness's clock is there. */
const readSeconds = (bytes: Uint8Array) => Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));

const cosignedMessage = (text: string, seconds: number) => utf8ToBytes(`cosignature/v1\ntime ${seconds}\n${text}`);

function signatureLine({ name, type, publicKey }: VerifierKey, signature: Uint8Array): string {
  if (!isKeyName(name)) throw new TypeError(`Not a key name: ${name}`);
  return `— ${name} ${toBase64(concatBytes(hexToBytes(keyIdOf(name, type, publicKey)), signature))}\n`;
}

function parseSignatureLine(line: string): NoteSignature | null {
  const [, name = '', written = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const bytes = fromBase64(written);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return null;
  return { name, keyId: bytesToHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/** Valid Unicode, whole lines, no control character but the newline. */
const isNoteText = (text: string) =>
  text.endsWith('\n') && text.isWellFormed() && !Array.from(text).some((sign) => sign < ' ' && sign !== '\n');

/** Not empty, no space of Unicode (U+0085 is one that `\s` does not know), no plus. */
const isKeyName = (name: string) => /^[^\s\u0085+]+$/u.test(name) && name.isWellFormed();
