import { beforeAll, describe, expect, test } from 'vitest';
import { type Receipt, receiptSchema } from '../../../shared/ledger/receipt.ts';
import { examineReceipt, type ReceiptVerdict, verifyReceipt } from '../../../shared/ledger/receipt-check.ts';
import { acceptedKeys, readSuccession, signSuccession } from '../../../shared/ledger/succession.ts';
import { olderEvent, TestLog } from './log.ts';
import { keyFrom, type TestKey } from './signer.ts';

const body = { captureId: 'c', caseNumbers: ['（2026）内0105民初1234号'], caseTitle: '借款合同纠纷', screenshot: null };

let key: TestKey;
let log: TestLog;
let receipt: Receipt;
beforeAll(async () => {
  key = await keyFrom('server');
  log = new TestLog(key);
  log.grow(300);
  receipt = await log.take(body, 5);
});

describe('a receipt', () => {
  test('is genuine for what was sent, and without it', async () => {
    expect(receiptSchema.parse(receipt)).toEqual(receipt);
    expect(await verifyReceipt(receipt, body, key.publicKeyHex)).toBe('genuine');
    expect(await verifyReceipt(receipt, undefined, key.publicKeyHex)).toBe('genuine');
  });

  test('tells its place and its checkpoint, for the witness', async () => {
    const { index, checkpoint } = await examineReceipt(receipt, body, key.publicKeyHex);
    expect(index).toBe(300);
    expect(checkpoint).toMatchObject({ origin: log.origin, size: 306, note: await log.checkpoint(306) });
  });

  test('of an event from before kinds and actors is genuine too, and of no other form', async () => {
    const older = await new TestLog(key).takeEvent(olderEvent(body));
    expect(receiptSchema.parse(older)).toEqual(older);
    expect(await verifyReceipt(older, body, key.publicKeyHex)).toBe('genuine');
    const newer: Receipt = { ...older, event: { ...older.event, kind: 'record' } };
    expect(await verifyReceipt(newer, body, key.publicKeyHex)).toBe('leaf-differs');
  });

  const elsewhere = '0199a5e1-7c11-7bb0-8d8d-3a5f0d1f2aff';
  test.each<[string, (good: Receipt) => Receipt, ReceiptVerdict]>([
    ['another body', (good) => ({ ...good, event: { ...good.event, body: { ...body, cause: '' } } }), 'other-capture'],
    ['another time', (good) => ({ ...good, event: { ...good.event, at: '2026-10-08T06:05:01.000Z' } }), 'leaf-differs'],
    ['another actor', (good) => ({ ...good, event: { ...good.event, actor: elsewhere } }), 'leaf-differs'],
    ['another type', (good) => ({ ...good, event: { ...good.event, type: 'submitted' } }), 'leaf-differs'],
    ['another record', (good) => ({ ...good, recordId: elsewhere }), 'leaf-differs'],
    ['another salt', (good) => ({ ...good, salt: good.salt.replace(/^./, 'g') }), 'leaf-differs'],
    ['another institution', (good) => ({ ...good, event: { ...good.event, institution: elsewhere } }), 'wrong-log'],
    ['another place', (good) => ({ ...good, proof: good.proof.replace('index 300', 'index 301') }), 'leaf-differs'],
    ['a place outside', (good) => ({ ...good, proof: good.proof.replace('index 300', 'index 306') }), 'proof-invalid'],
    ['a hash less', (good) => ({ ...good, proof: good.proof.replace(/\n[^\n]{44}\n/, '\n') }), 'proof-invalid'],
    ['another size', (good) => ({ ...good, proof: good.proof.replace('\n306\n', '\n307\n') }), 'signature-invalid'],
    ['no signature', (good) => ({ ...good, proof: good.proof.replace(/— .*\n/, '') }), 'proof-invalid'],
    ['no proof', (good) => ({ ...good, proof: '' }), 'proof-invalid'],
  ])('with %s is refused', async (_, alter, verdict) => {
    const altered = alter(structuredClone(receipt));
    expect(altered).not.toEqual(receipt);
    expect(await verifyReceipt(altered, body, key.publicKeyHex)).toBe(verdict);
  });

  test('no byte of its proof can be changed', async () => {
    for (let at = 0; at < receipt.proof.length; at += 1) {
      const flipped = String.fromCharCode(receipt.proof.charCodeAt(at) ^ 1);
      const proof = receipt.proof.slice(0, at) + flipped + receipt.proof.slice(at + 1);
      expect(await verifyReceipt({ ...receipt, proof }, body, key.publicKeyHex), `byte ${at}`).not.toBe('genuine');
    }
  });

  test.each(['', 'key', '00'.repeat(32), 'ff'.repeat(32)])('under the key %j nothing is genuine', async (other) => {
    expect(await verifyReceipt(receipt, body, other)).toBe('unknown-key');
  });

  test('another log’s proof under the same key is not its own', async () => {
    const forged = new TestLog(key, elsewhere);
    const { proof } = await forged.take(body);
    expect(await verifyReceipt({ ...receipt, proof }, body, key.publicKeyHex)).toBe('wrong-log');
  });
});

describe('when the key is followed by another', () => {
  test('old receipts stay genuine, new ones are for whoever pinned any earlier key', async () => {
    const [second, third, stranger] = await Promise.all([keyFrom('second'), keyFrom('third'), keyFrom('stranger')]);
    const at = '2026-11-01T00:00:00.000Z';
    const notes = [
      await signSuccession({ publicKeyHex: third.publicKeyHex, at }, second.as('', 1)),
      await signSuccession({ publicKeyHex: stranger.publicKeyHex, at }, stranger.as('', 1)),
      'no note',
      await signSuccession({ publicKeyHex: second.publicKeyHex, at }, key.as('', 1)),
    ];
    expect(readSuccession(notes[3] ?? '')).toEqual({ publicKeyHex: second.publicKeyHex, at });
    expect(await acceptedKeys(key.publicKeyHex, notes)).toEqual([
      key.publicKeyHex,
      second.publicKeyHex,
      third.publicKeyHex,
    ]);
    expect(await acceptedKeys(third.publicKeyHex, notes)).toEqual([third.publicKeyHex]);
    expect(await acceptedKeys('no key', notes)).toEqual([]);

    const later = new TestLog(third);
    const fresh = await later.take(body);
    expect(await verifyReceipt(fresh, body, key.publicKeyHex, notes)).toBe('genuine');
    expect(await verifyReceipt(fresh, body, second.publicKeyHex, notes)).toBe('genuine');
    expect(await verifyReceipt(fresh, body, third.publicKeyHex)).toBe('genuine');
    expect(await verifyReceipt(receipt, body, key.publicKeyHex, notes)).toBe('genuine');
    expect(await verifyReceipt(fresh, body, key.publicKeyHex)).toBe('unknown-key');
    expect(await verifyReceipt(receipt, body, third.publicKeyHex, notes)).toBe('unknown-key');
  });

  test('a forged statement names nobody', async () => {
    const [second, third] = await Promise.all([keyFrom('second'), keyFrom('third')]);
    const at = '2026-11-01T00:00:00.000Z';
    const good = await signSuccession({ publicKeyHex: second.publicKeyHex, at }, key.as('', 1));
    const own = await signSuccession({ publicKeyHex: third.publicKeyHex, at }, third.as('', 1));
    // The old key's signature under another text.
    const grafted = own.slice(0, own.indexOf('\n\n')) + good.slice(good.indexOf('\n\n'));
    expect(await acceptedKeys(key.publicKeyHex, [grafted, own])).toEqual([key.publicKeyHex]);
    // A checkpoint is no statement, though the key signed it.
    expect(await acceptedKeys(key.publicKeyHex, [await log.checkpoint()])).toEqual([key.publicKeyHex]);
  });
});
