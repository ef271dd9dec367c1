/** Notes and records as the panel's tests need them: a plain one, and what differs. */

import type { Note } from '../../../extension/outbox/note.ts';
import type { Capture } from '../../../shared/record/capture.ts';
import type { RecordSummary } from '../../../shared/record/view.ts';

export function captureWith(differs: Partial<Capture> = {}): Capture {
  return {
    captureId: '00000000-0000-4000-8000-000000000001',
    capturedAt: '2026-10-08T06:05:00.000Z',
    caseNumbers: ['（2026）内0102民初123号'],
    caseTitle: '示例公司与示例厂买卖合同纠纷',
    cause: '买卖合同纠纷',
    parties: '原告：示例公司；被告：示例厂',
    stage: '民事一审',
    handlingJudge: '',
    pageAddress: 'http://case.example/',
    pageTitle: '',
    frameAddress: '',
    screenshot: null,
    ...differs,
  };
}

export function noteWith(differs: Partial<Note> = {}, capture: Partial<Capture> = {}): Note {
  const kept = captureWith({ ...(differs.captureId && { captureId: differs.captureId }), ...capture });
  return {
    captureId: kept.captureId,
    capture: kept,
    accountId: null,
    tabId: null,
    state: 'kept',
    sendAfter: Date.parse(kept.capturedAt) + 10_000,
    attempts: 0,
    nextAttemptAt: 0,
    problem: null,
    receipt: null,
    draft: {},
    submission: 'none',
    includeScreenshot: true,
    ...differs,
  };
}

export function summaryWith(differs: Partial<RecordSummary> = {}): RecordSummary {
  const capture = captureWith();
  return {
    id: '00000000-0000-4000-8000-0000000000aa',
    captureId: capture.captureId,
    state: 'captured',
    caseNumbers: capture.caseNumbers,
    caseTitle: capture.caseTitle,
    capturedAt: capture.capturedAt,
    receivedAt: capture.capturedAt,
    actorName: '',
    matterId: null,
    ...differs,
  };
}
