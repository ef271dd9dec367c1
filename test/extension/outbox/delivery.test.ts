import { describe, expect, test } from 'vitest';
import { noteOf, undoTime } from '../../../extension/capture/note-of.ts';
import type { ConnectionSettings } from '../../../extension/connection/settings.ts';
import {
  type Answer,
  afterCapture,
  afterSubmission,
  afterVerification,
  claimed,
  dueAt,
  errandOf,
  pauseAfter,
} from '../../../extension/outbox/delivery.ts';
import type { Note } from '../../../extension/outbox/note.ts';
import { submissionOf } from '../../../extension/outbox/submission.ts';
import type { Receipt } from '../../../shared/ledger/receipt.ts';
import { type ProblemCode, ProblemError } from '../../../shared/problem.ts';
import { captureSchema } from '../../../shared/record/capture.ts';

const clickedAt = Date.parse('2026-10-08T06:05:00.000Z');
const judge = '30000000-0000-4000-8000-000000000001';
const reading = {
  caseNumbers: ['（2026）内0105民初6127号'],
  caseTitle: '',
  cause: '',
  parties: '',
  stage: '',
  handlingJudge: '',
  frameAddress: '',
};

function aNote(change: Partial<Note> = {}): Note {
  const captureId = 'a0000000-0000-4000-8000-000000000001';
  return { ...noteOf({ captureId, clickedAt, tab: { id: 1 }, reading, accountId: judge }), ...change };
}

const institution = { id: '10000000-0000-4000-8000-000000000003', name: '演示区人民法院', kind: 'court' } as const;
const connection: ConnectionSettings = {
  serverAddress: 'https://liuhen.example',
  publicKey: '',
  fingerprint: '',
  account: { accountId: judge, name: '', username: 'judge', role: 'recorder', institution, demonstration: false },
  captureToken: 'capture',
  credentialId: '',
  sessionToken: 'session',
  caseSystemOrigins: [],
};
const receipt: Receipt = {
  recordId: 'b0000000-0000-4000-8000-000000000001',
  event: { institution: institution.id, subject: judge, type: 'captured', at: '', body: { ...aNote().capture } },
  salt: '',
  proof: '',
};
const refused = (code: ProblemCode) => ({ type: 'refused', problem: new ProblemError(code).toProblem() }) as const;
const unreachable = { type: 'unreachable', retryAfterSeconds: 0 } as const;

describe('what is to be done with a note', () => {
  test.each<[string, Partial<Note>, Partial<ConnectionSettings> | null, string | undefined]>([
    ['kept', {}, {}, 'capture'],
    ['kept, nobody connected', {}, null, undefined],
    ['kept before anybody connected', { accountId: null }, {}, 'capture'],
    ['kept by another recorder', { accountId: 'another' }, {}, undefined],
    ['kept, the credential refused', {}, { captureToken: null }, undefined],
    ['kept, the session over', {}, { sessionToken: null }, 'capture'],
    ['sent', { state: 'sent' }, { captureToken: null, sessionToken: null }, 'verify'],
    ['confirmed', { state: 'confirmed' }, {}, undefined],
    ['confirmed and asked to be submitted', { state: 'confirmed', submission: 'requested' }, {}, 'submission'],
    ['the same without a session', { state: 'confirmed', submission: 'requested' }, { sessionToken: null }, undefined],
    ['asked to be submitted before it is sent', { submission: 'requested' }, {}, 'capture'],
    ['submitted', { state: 'confirmed', submission: 'submitted' }, {}, undefined],
    ['waiting for the recorder', { state: 'attention', submission: 'requested' }, {}, undefined],
  ])('%s', (_, change, settings, expected) => {
    expect(errandOf(aNote(change), settings && { ...connection, ...settings })).toBe(expected);
  });

  test('nothing leaves before ten seconds are over, whatever was tried', () => {
    expect(dueAt(aNote())).toBe(clickedAt + undoTime);
    expect(claimed(aNote(), 'capture', connection, clickedAt + undoTime - 1)).toBeUndefined();
    expect(claimed(aNote(), 'capture', connection, clickedAt + undoTime)).toMatchObject({ attempts: 1 });
  });

  test('a note that was kept before anybody connected belongs to whoever sends it', () => {
    expect(claimed(aNote({ accountId: null }), 'capture', connection, clickedAt + undoTime)?.accountId).toBe(judge);
  });
});

describe('what an answer makes of a note', () => {
  test.each<[string, Answer<Receipt>, Partial<Note>]>([
    ['a receipt', { type: 'accepted', body: receipt }, { state: 'sent', receipt }],
    ['no answer', unreachable, { state: 'kept', nextAttemptAt: 77, problem: null }],
    ['a refusal', refused('capture-differs'), { state: 'attention', problem: refused('capture-differs').problem }],
    ['a revoked credential', refused('credential-revoked'), { state: 'attention' }],
  ])('%s to its capture', (_, answer, expected) => {
    expect(afterCapture(aNote({ attempts: 1 }), answer, 77)).toMatchObject({
      captureId: aNote().captureId,
      ...expected,
    });
  });

  test('a late answer changes nothing of a note that is further on', () => {
    const confirmed = aNote({ state: 'confirmed', receipt });
    expect(afterCapture(confirmed, refused('capture-differs'), 0)).toBe(confirmed);
  });

  test('only a genuine receipt confirms; any other waits for the recorder and is kept', () => {
    const sent = aNote({ state: 'sent', receipt });
    expect(afterVerification(sent, true)).toMatchObject({ state: 'confirmed', receipt });
    expect(afterVerification(sent, false)).toMatchObject({ state: 'attention', receipt });
  });

  test.each<[string, Answer<unknown>, Partial<Note>]>([
    ['a record', { type: 'accepted', body: {} }, { submission: 'submitted', problem: null }],
    ['no answer', unreachable, { submission: 'requested', nextAttemptAt: 77 }],
    ['want of a sign-in', refused('sign-in-required'), { submission: 'requested' }],
    [
      'what is wrong with it',
      refused('invalid-input'),
      { submission: 'none', problem: refused('invalid-input').problem },
    ],
  ])('%s to its submission', (_, answer, expected) => {
    const requested = aNote({ state: 'confirmed', receipt, submission: 'requested' });
    expect(afterSubmission(requested, answer, 77)).toMatchObject({ state: 'confirmed', ...expected });
  });
});

describe('the pause before a silent server is tried again', () => {
  test.each([
    [1, 0, 1, 2_000],
    [1, 0, 0, 1_000],
    [2, 0, 1, 4_000],
    [5, 0, 1, 32_000],
    [6, 0, 1, 60_000],
    [1_000, 0, 1, 60_000],
    [1, 90, 0, 90_000],
  ])('after %i failures, asked to wait %i s, with chance %d: %i ms', (failures, retryAfter, chance, expected) => {
    expect(pauseAfter(failures, retryAfter, chance)).toBe(expected);
  });
});

describe('the note of a click', () => {
  test('is a capture that the server admits, however long the page is', () => {
    const long = 'x'.repeat(9_999);
    const wordy = {
      ...reading,
      caseTitle: long,
      cause: long,
      parties: long,
      stage: long,
      handlingJudge: long,
      frameAddress: long,
    };
    const tab = { url: long, title: long };
    const { capture } = noteOf({ captureId: judge, clickedAt, tab, reading: wordy, accountId: null });
    expect(captureSchema.parse(capture)).toEqual(capture);
  });
});

describe('the details of a submission', () => {
  test('say the case and the time of the click where the recorder said nothing', () => {
    expect(submissionOf(aNote())).toMatchObject({
      caseNumber: reading.caseNumbers[0],
      occurredAt: '2026-10-08T06:05:00.000Z',
    });
  });
  test('say no case where the click was undecided', () => {
    const { capture } = aNote();
    const note = aNote({ capture: { ...capture, caseNumbers: ['甲', '乙'] } });
    expect(submissionOf(note).caseNumber).toBe('');
  });
  test('let the recorder have the last word', () => {
    expect(submissionOf(aNote({ draft: { caseNumber: '', occurredAt: 'earlier' } }))).toMatchObject({
      caseNumber: '',
      occurredAt: 'earlier',
    });
  });
});
