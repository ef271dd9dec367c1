import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../../shared/ledger/fingerprint.ts';
import type { Receipt } from '../../../shared/ledger/receipt.ts';
import { type ReceiptFile, writeReceiptFile } from '../../../shared/ledger/receipt-file.ts';
import { signSuccession } from '../../../shared/ledger/succession.ts';
import { institution, TestLog } from '../../shared/ledger/log.ts';
import { keyFrom, type TestKey } from '../../shared/ledger/signer.ts';
import { runLiuhen } from '../support/liuhen.ts';

let folder: string;
let key: TestKey;
let receipts: Receipt[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-verify-receipt-'));
  key = await keyFrom('server');
  const log = new TestLog(key);
  log.grow(41);
  receipts = [await log.take({ caseTitle: '借款合同纠纷' }, 16), await log.take({ caseTitle: '第二份' })];
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command on a file with this content, where there is no data folder. */
async function verify(file: ReceiptFile | string, keyGiven: string, env: Record<string, string> = {}) {
  const path = join(folder, '凭证.json');
  writeFileSync(path, typeof file === 'string' ? file : await writeReceiptFile(file));
  const noData = join(folder, 'no-data');
  const ended = await runLiuhen(['verify-receipt', path, '--key', keyGiven], { LIUHEN_DATA: noData, ...env });
  expect(existsSync(noData)).toBe(false);
  return ended;
}
const file = (changes: Partial<ReceiptFile> = {}): ReceiptFile => ({
  publicKey: key.publicKeyHex,
  receipts,
  ...changes,
});

describe('liuhen verify-receipt', () => {
  test('says of each receipt which log holds it, where, since when, and that it is genuine', async () => {
    const { code, out } = await verify(file(), key.publicKeyHex);
    expect(out).toContain('1. 一键留痕 / Capture');
    expect(out).toContain('2026年10月8日 14:05');
    expect(out).toContain(`liuhen.ledger/${institution}`);
    expect(out).toContain('第 42 条，共 58 条 / entry 42 of 58');
    expect(out).toContain('第 59 条，共 59 条 / entry 59 of 59');
    expect(out).toContain('共 2 份凭证，2 份真实有效 / 2 of 2 receipts genuine');
    expect(code).toBe(0);
  });

  test('takes the fingerprint that was confirmed, in capitals or not', async () => {
    expect((await verify(file(), fingerprintOf(key.publicKeyHex))).code).toBe(0);
    expect((await verify(file(), fingerprintOf(key.publicKeyHex).toLowerCase().replaceAll(' ', ':'))).code).toBe(0);
  });

  test('names the receipt that is not genuine, and ends with 1', async () => {
    const [first, second] = receipts;
    if (!first || !second) throw new Error('Two receipts were made');
    const altered = { ...second, event: { ...second.event, body: { caseTitle: '别的' } } };
    const { code, out } = await verify(file({ receipts: [first, altered] }), key.publicKeyHex);
    expect(out).toMatch(/✓ 真实有效[\s\S]*✗ 内容不符/);
    expect(out).toContain('1 of 2 receipts genuine');
    expect(code).toBe(1);
  });

  test('ends with 1 where there is nothing to verify, or under a foreign key', async () => {
    expect((await verify(file({ receipts: [] }), key.publicKeyHex)).code).toBe(1);
    const { code, out } = await verify(file(), (await keyFrom('stranger')).publicKeyHex);
    expect(out).toContain('无法确认');
    expect(code).toBe(1);
  });

  test('follows the keys that the given one named', async () => {
    const second = await keyFrom('second');
    const later = await new TestLog(second).take({ caseTitle: '轮换之后' });
    const named = { publicKeyHex: second.publicKeyHex, at: '2026-11-01T00:00:00.000Z' };
    const succession = [await signSuccession(named, key.as('', 1))];
    const { code, out } = await verify(file({ receipts: [...receipts, later], succession }), key.publicKeyHex);
    expect(out).toContain('3 of 3 receipts genuine');
    expect(code).toBe(0);
  });

  test('shows a fork that the checkpoints of the file prove', async () => {
    const rewritten = new TestLog(key);
    rewritten.grow(59);
    const log = new TestLog(key);
    log.grow(58);
    await log.take({ caseTitle: '被抹去的' });
    const checkpoints = [await log.checkpoint(), await rewritten.checkpoint()];
    const { code, out } = await verify(file({ checkpoints }), key.publicKeyHex);
    expect(out).toContain('日志分叉');
    expect(out).toContain('2 of 2 receipts genuine');
    expect(code).toBe(1);
    expect((await verify(file({ checkpoints: checkpoints.slice(1) }), key.publicKeyHex)).code).toBe(0);
  });

  test('opens an encrypted file with LIUHEN_PASSPHRASE', async () => {
    const sealed = await writeReceiptFile(file(), '口令');
    expect((await verify(sealed, key.publicKeyHex, { LIUHEN_PASSPHRASE: '口令' })).code).toBe(0);
    const wrong = await verify(sealed, key.publicKeyHex, { LIUHEN_PASSPHRASE: '错' });
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('口令不正确');
    expect((await verify(sealed, key.publicKeyHex)).err).toContain('LIUHEN_PASSPHRASE');
  });

  test.each([
    ['another fingerprint', () => file(), '0000 '.repeat(8), '指纹不符'],
    ['a key that is none', () => file(), 'key', '--key 应为服务器公钥'],
    ['a file of something else', () => '{}', '00'.repeat(32), '不是留痕凭证文件'],
  ])('refuses %s in plain words', async (_, content, keyGiven, sentence) => {
    const { code, err } = await verify(content(), keyGiven);
    expect(err).toContain(sentence);
    expect(code).toBe(1);
  });
});
