/**
 * A file of receipts: what a recorder keeps outside the computer, and anybody can verify. With a passphrase it is sealed by
 * AES-256-GCM under a key that scrypt (RFC 7914) derives; what it is stays readable, what it holds does not.
 */
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.ts';
import { canonicalJson } from './canonical.ts';
import type { Receipt } from './receipt.ts';

const format = 'liuhen-receipts';
const version = 1;

export interface ReceiptFile {
  /** The key that was confirmed when the extension connected: raw Ed25519, hexadecimal. */
  publicKey: string;
  receipts: Receipt[];
  /** Statements by which that key named its successors. */
  succession?: string[];
  /** Signed checkpoints kept as evidence, such as the two sides of a fork. */
  checkpoints?: string[];
}

/** Why a file of receipts could not be opened. */
export class ReceiptFileError extends Error {
  readonly reason: keyof typeof sentences;
  readonly zh: string;
  readonly en: string;
  constructor(reason: keyof typeof sentences) {
    super(sentences[reason].en);
    this.name = 'ReceiptFileError';
    this.reason = reason;
    this.zh = sentences[reason].zh;
    this.en = sentences[reason].en;
  }
}

const sentences = {
  'needs-passphrase': {
    zh: '此凭证文件已加密，请输入保存时设定的口令。',
    en: 'This file of receipts is encrypted: enter the passphrase that was chosen when it was saved.',
  },
  'wrong-passphrase': {
    zh: '口令不正确，或者文件已被改动。',
    en: 'The passphrase is wrong, or the file was altered.',
  },
  'not-a-receipt-file': {
    zh: '这不是留痕凭证文件，或者文件已损坏。',
    en: 'This is not a file of Liuhen receipts, or it is damaged.',
  },
} as const;

/** Cost of a guess: 128 MiB and about half a second. */
const scryptCost = { N: 2 ** 17, r: 8, p: 1 };

/** A file that asks for more memory than this is refused rather than obeyed: 1 GiB. */
const mostMemory = 2 ** 30;

/**
 * The text of a file of receipts.
 * @param passphrase seals the file; left out or empty, the file is readable by anybody.
 */
export async function writeReceiptFile(file: ReceiptFile, passphrase = ''): Promise<string> {
  const plain = JSON.stringify({ format, version, ...file }, null, 2);
  if (!passphrase) return `${plain}\n`;
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const envelope = { format, version, kdf: 'scrypt', ...scryptCost, salt: toBase64(salt), iv: toBase64(iv) };
  const key = await keyOf(passphrase, salt, scryptCost);
  const sealed = await crypto.subtle.encrypt(sealing(iv, envelope), key, Uint8Array.from(utf8ToBytes(plain)));
  return `${JSON.stringify({ ...envelope, sealed: toBase64(new Uint8Array(sealed)) }, null, 2)}\n`;
}

/**
 * Opens a file of receipts. Its form is checked, the receipts are not verified.
 * @throws {ReceiptFileError}
 */
export async function openReceiptFile(text: string, passphrase = ''): Promise<ReceiptFile> {
  const outer = parsedObject(text);
  if (outer?.format !== format || outer.version !== version) throw new ReceiptFileError('not-a-receipt-file');
  if (!('sealed' in outer)) return receiptFileFrom(outer);
  if (!passphrase) throw new ReceiptFileError('needs-passphrase');
  return receiptFileFrom(parsedObject(await unsealed(outer, passphrase)));
}

async function unsealed(outer: Record<string, unknown>, passphrase: string): Promise<string> {
  const { sealed, ...envelope } = outer;
  const { N, r, p } = envelope;
  const [salt, iv, bytes] = [envelope.salt, envelope.iv, sealed].map((text) => fromBase64(String(text)));
  const isCost = isCount(N) && isCount(r) && isCount(p) && Number.isInteger(Math.log2(N)) && N > 1 && p <= 16;
  if (!isCost || 128 * N * r > mostMemory || envelope.kdf !== 'scrypt' || !salt || iv?.length !== 12 || !bytes) {
    throw new ReceiptFileError('not-a-receipt-file');
  }
  const key = await keyOf(passphrase, salt, { N, r, p });
  const plain = await crypto.subtle.decrypt(sealing(iv, envelope), key, bytes).catch(() => {
    throw new ReceiptFileError('wrong-passphrase');
  });
  return new TextDecoder().decode(plain);
}

/** The envelope is bound in: a file whose cost was lowered does not open. */
const sealing = (iv: Uint8Array<ArrayBuffer>, envelope: object) => ({
  name: 'AES-GCM',
  iv,
  additionalData: Uint8Array.from(utf8ToBytes(canonicalJson(envelope))),
});

async function keyOf(passphrase: string, salt: Uint8Array, { N, r, p }: typeof scryptCost): Promise<CryptoKey> {
  // The same passphrase typed on another system may be composed of other code points.
  const bytes = await scryptAsync(utf8ToBytes(passphrase.normalize('NFKC')), salt, { N, r, p, dkLen: 32 });
  return crypto.subtle.importKey('raw', Uint8Array.from(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function receiptFileFrom(found: Record<string, unknown> | null): ReceiptFile {
  const { publicKey, receipts, succession, checkpoints } = found ?? {};
  if (typeof publicKey !== 'string' || !/^[0-9a-f]{64}$/.test(publicKey)) refuse();
  if (!Array.isArray(receipts) || !receipts.every(isReceipt)) refuse();
  if (!isTextsOrNone(succession) || !isTextsOrNone(checkpoints)) refuse();
  return { publicKey, receipts, ...(succession && { succession }), ...(checkpoints && { checkpoints }) };
}

function refuse(): never {
  throw new ReceiptFileError('not-a-receipt-file');
}

/** Whether a value has the form of a receipt, as far as checking it needs. */
function isReceipt(value: unknown): value is Receipt {
  if (!isObject(value) || !isObject(value.event) || !isObject(value.event.body)) return false;
  const { recordId, salt, proof, event } = value;
  const texts = [recordId, salt, proof, event.institution, event.subject, event.type, event.at];
  return texts.every((text) => typeof text === 'string') && !Number.isNaN(Date.parse(String(event.at)));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTextsOrNone = (value: unknown): value is string[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((text) => typeof text === 'string'));

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

function parsedObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
