import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../../shared/access/session.ts';
import { type Receipt, receiptSchema } from '../../../shared/ledger/receipt.ts';
import { verifyReceipt } from '../../../shared/ledger/receipt-check.ts';
import type { Problem } from '../../../shared/problem.ts';
import type { Capture } from '../../../shared/record/capture.ts';
import { aCapture, accounts, openWorld, type World } from '../support/world.ts';

let world: World;
let judge: string;
let colleague: string;
beforeAll(async () => {
  world = await openWorld();
  judge = await world.captureToken('judge');
  colleague = await world.captureToken('colleague');
});
afterAll(() => world.close());

const put = (token: string, capture: object, captureId = (capture as Capture).captureId) =>
  world.askWith(token, 'PUT', `/api/captures/${captureId}`, capture);

const records = () => world.platform.db.selectFrom('record').select('id').execute();

describe('a capture that arrives again', () => {
  test('is the same capture, and gets the same receipt to the byte', async () => {
    const capture = aCapture();
    const first = await put(judge, capture);
    const before = (await records()).length;
    const again = await put(judge, capture);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await again.text()).toBe(await first.text());
    expect((await records()).length).toBe(before);
  });

  test('is the same from another browser of the same recorder', async () => {
    const capture = aCapture();
    await put(judge, capture);
    expect((await put(await world.captureToken('judge'), capture)).status).toBe(200);
  });

  test('is the same whatever the order of its members', async () => {
    const capture = aCapture();
    await put(judge, capture);
    expect((await put(judge, Object.fromEntries(Object.entries(capture).reverse()))).status).toBe(200);
  });

  test('with other content is refused, and the first stays', async () => {
    const capture = aCapture();
    const receipt = await (await put(judge, capture)).text();
    const other = await put(judge, { ...capture, caseTitle: '改过的案件' });
    expect([other.status, (await other.json()).type]).toEqual([409, 'urn:liuhen:problem:capture-differs']);
    expect(await (await put(judge, capture)).text()).toBe(receipt);
  });

  test('twice at the same moment is kept once', async () => {
    const capture = aCapture();
    const before = (await records()).length;
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(judge, capture)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect((await records()).length).toBe(before + 1);
  });

  test('under the id that another account used is another capture', async () => {
    const capture = aCapture();
    const mine = await put(judge, capture);
    const theirs = await put(colleague, { ...capture, caseTitle: '别人的案件' });
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    const [one, other]: Receipt[] = [await mine.json(), await theirs.json()];
    expect(one?.recordId).not.toBe(other?.recordId);
  });
});

describe('the receipt', () => {
  let capture: Capture;
  let receipt: Receipt;
  let publicKey: string;
  beforeAll(async () => {
    capture = aCapture({ caseTitle: '测试𠮷某案 “引号” \n 与\u0000控制符' });
    receipt = await (await put(judge, capture)).json();
    const connection: Connection = await (await world.request('/api/connection')).json();
    publicKey = connection.publicKey;
  });

  test('is genuine against the key that the server shows before anybody signs in', async () => {
    expect(receiptSchema.safeParse(receipt).success).toBe(true);
    expect(await verifyReceipt(receipt, capture, publicKey)).toBe('genuine');
  });

  test('names its recorder by account only, who alone receives it', () => {
    expect(receipt.event.actor).toBe(accounts.judge.id);
    expect(JSON.stringify(receipt)).not.toContain('judge');
  });

  const flipped = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
  const alterations: [string, (receipt: Receipt) => Receipt, string][] = [
    ['the case', (r) => ({ ...r, event: { ...r.event, body: { ...r.event.body, cause: '别的' } } }), 'other-capture'],
    ['the institution', (r) => ({ ...r, event: { ...r.event, institution: crypto.randomUUID() } }), 'wrong-log'],
    ['the actor', (r) => ({ ...r, event: { ...r.event, actor: crypto.randomUUID() } }), 'leaf-differs'],
    ['the subject', (r) => ({ ...r, event: { ...r.event, subject: crypto.randomUUID() } }), 'leaf-differs'],
    ['the time', (r) => ({ ...r, event: { ...r.event, at: '2020-01-01T00:00:00.000Z' } }), 'leaf-differs'],
    ['the salt', (r) => ({ ...r, salt: flipped(r.salt) }), 'leaf-differs'],
    ['the record', (r) => ({ ...r, recordId: crypto.randomUUID() }), 'leaf-differs'],
    ['the place', (r) => ({ ...r, proof: r.proof.replace(/index \d+/, 'index 99999') }), 'proof-invalid'],
    [
      'the root',
      (r) => ({ ...r, proof: r.proof.replace(/\n(\d+)\n(\S)/, (_, n, c) => `\n${n}\n${c === 'A' ? 'B' : 'A'}`) }),
      'signature-invalid',
    ],
  ];
  test.each(alterations)('with %s altered is not', async (_, alter, verdict) => {
    expect(await verifyReceipt(alter(receipt), capture, publicKey)).toBe(verdict);
  });

  test('does not fit another capture, nor another key', async () => {
    expect(await verifyReceipt(receipt, { ...capture, capturedAt: '2026-10-08T06:05:00.001Z' }, publicKey)).toBe(
      'other-capture',
    );
    expect(await verifyReceipt(receipt, capture, flipped(publicKey))).toBe('unknown-key');
  });
});

describe('a capture that cannot be kept', () => {
  const refusals: [string, object, string, RegExp][] = [
    ['without its page', { pageAddress: undefined }, 'pageAddress', /^页面地址：尚未填写$/],
    ['with a time that is none', { capturedAt: '昨天' }, 'capturedAt', /^留痕时间：格式不正确$/],
    [
      'with eleven case numbers',
      { caseNumbers: Array(11).fill('（2026）内0105民初1号') },
      'caseNumbers',
      /^案号：最多 10 项$/,
    ],
    ['with a title too long', { caseTitle: '长'.repeat(301) }, 'caseTitle', /^案件名称：最多 300 个字$/],
    ['with a number for a text', { cause: 7 }, 'cause', /^案由：格式不正确$/],
    ['with half a character', { pageTitle: '半个\ud842字' }, 'pageTitle', /不完整的字符/],
    [
      'with a broken seal',
      { screenshot: { sha256: 'x', mediaType: 'image/png', bytes: 1 } },
      'screenshot.sha256',
      /^校验值：/,
    ],
    [
      'with a seal of nothing',
      { screenshot: { sha256: 'a'.repeat(64), mediaType: 'image/png', bytes: 0 } },
      'screenshot.bytes',
      /^文件大小：应当大于 0$/,
    ],
    [
      'that is a program',
      { screenshot: { sha256: 'a'.repeat(64), mediaType: 'text/html', bytes: 9 } },
      'screenshot.mediaType',
      /^文件类型：不在可选范围内$/,
    ],
  ];
  test.each(refusals)('%s names the field, in Chinese', async (_, changes, path, message) => {
    const before = (await records()).length;
    const answer = await put(judge, { ...aCapture(), ...changes });
    const problem: Problem = await answer.json();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect(problem.fields).toEqual([{ path, message: expect.stringMatching(message) }]);
    expect((await records()).length).toBe(before);
  });

  test('under another address than its id', async () => {
    const answer = await put(judge, aCapture(), crypto.randomUUID());
    expect([answer.status, (await answer.json()).fields[0].path]).toEqual([400, 'captureId']);
  });
});
