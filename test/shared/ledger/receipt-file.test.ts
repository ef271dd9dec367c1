import { describe, expect, test } from 'vitest';
import {
  openReceiptFile,
  type ReceiptFile,
  ReceiptFileError,
  writeReceiptFile,
} from '../../../shared/ledger/receipt-file.ts';
import { TestLog } from './log.ts';
import { keyFrom } from './signer.ts';

const key = await keyFrom('server');
const log = new TestLog(key);
const file: ReceiptFile = {
  publicKey: key.publicKeyHex,
  receipts: [await log.take({ caseTitle: '甲与乙借款合同纠纷' }), await log.take({ caseTitle: '第二份' })],
  succession: ['note'],
  checkpoints: [await log.checkpoint()],
};
const passphrase = '不要告诉别人 42';
const sealed = await writeReceiptFile(file, passphrase);

/** The reason why a file does not open. */
async function reasonOf(text: string, words?: string): Promise<string> {
  const failure = await openReceiptFile(text, words).then(
    () => null,
    (error: unknown) => error,
  );
  return failure instanceof ReceiptFileError ? failure.reason : String(failure);
}

describe('a file of receipts', () => {
  test('comes back as it was, in the clear', async () => {
    const text = await writeReceiptFile(file);
    expect(text).toContain('甲与乙借款合同纠纷');
    expect(await openReceiptFile(text)).toEqual(file);
    const bare = { publicKey: file.publicKey, receipts: file.receipts };
    expect(await openReceiptFile(await writeReceiptFile(bare))).toEqual(bare);
  });

  test('comes back as it was, sealed; and shows nothing of what it holds', async () => {
    expect(sealed).not.toContain('借款合同');
    expect(sealed).not.toContain(file.publicKey);
    expect(await openReceiptFile(sealed, passphrase)).toEqual(file);
    // The same characters in full width, as an input method may type them.
    expect(await openReceiptFile(sealed, passphrase.replace('42', '４２'))).toEqual(file);
  });

  test('is sealed differently each time', async () => {
    expect(await writeReceiptFile(file, passphrase)).not.toBe(sealed);
  });

  test('asks for its passphrase, and tells a wrong one', async () => {
    expect(await reasonOf(sealed)).toBe('needs-passphrase');
    expect(await reasonOf(sealed, `${passphrase} `)).toBe('wrong-passphrase');
  });

  test('does not open when a byte of it was changed', async () => {
    const envelope: Record<string, unknown> = JSON.parse(sealed);
    const altered = {
      ...envelope,
      sealed: String(envelope.sealed).replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
    };
    expect(await reasonOf(JSON.stringify(altered), passphrase)).toBe('wrong-passphrase');
    expect(await reasonOf(JSON.stringify({ ...envelope, note: 'added' }), passphrase)).toBe('wrong-passphrase');
  });

  const clear = { format: 'liuhen-receipts', version: 1, ...file };
  const envelope = {
    format: 'liuhen-receipts',
    version: 1,
    kdf: 'scrypt',
    N: 2,
    r: 8,
    p: 1,
    salt: 'AA==',
    sealed: 'AA==',
  };
  const iv = 'AAAAAAAAAAAAAAAA';
  test.each<[string, unknown]>([
    ['no JSON', undefined],
    ['a list', []],
    ['another format', { ...clear, format: 'other' }],
    ['a later version', { ...clear, version: 2 }],
    ['no key', { ...clear, publicKey: '00' }],
    ['no receipts', { ...clear, receipts: {} }],
    ['a receipt without proof', { ...clear, receipts: [{ ...file.receipts[0], proof: undefined }] }],
    ['a receipt without event', { ...clear, receipts: [{ ...file.receipts[0], event: null }] }],
    ['succession that is no list', { ...clear, succession: 'note' }],
    ['a seal that would take all memory', { ...envelope, iv, N: 2 ** 40 }],
    ['a seal with an odd cost', { ...envelope, iv, N: 3 }],
    ['a seal of another kind', { ...envelope, iv, kdf: 'none' }],
    ['a seal without nonce', envelope],
  ])('%s is none', async (_, content) => {
    expect(await reasonOf(content === undefined ? 'no JSON' : JSON.stringify(content), passphrase)).toBe(
      'not-a-receipt-file',
    );
  });
});
