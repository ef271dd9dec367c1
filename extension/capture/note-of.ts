import type { TabReading } from '../detection/arbitration.ts';
import type { Note } from '../outbox/note.ts';

/** The time in which a click may be undone, in milliseconds. */
export const undoTime = 10_000;

/** What is known at a click. */
export interface Click {
  readonly captureId: string;
  /** Epoch milliseconds. */
  readonly clickedAt: number;
  readonly tab: { readonly id?: number; readonly url?: string; readonly title?: string };
  readonly reading: TabReading;
  readonly accountId: string | null;
}

/** The note of a click, its context frozen. Texts are cut to what `shared/record/capture.ts` admits. */
export function noteOf({ captureId, clickedAt, tab, reading, accountId }: Click): Note {
  return {
    captureId,
    capture: {
      captureId,
      capturedAt: new Date(clickedAt).toISOString(),
      caseNumbers: reading.caseNumbers.slice(0, 10).map((number) => number.slice(0, 80)),
      caseTitle: reading.caseTitle.slice(0, 300),
      cause: reading.cause.slice(0, 200),
      parties: reading.parties.slice(0, 1000),
      stage: reading.stage.slice(0, 100),
      handlingJudge: reading.handlingJudge.slice(0, 100),
      pageAddress: (tab.url ?? '').slice(0, 4000),
      pageTitle: (tab.title ?? '').slice(0, 500),
      frameAddress: reading.frameAddress.slice(0, 4000),
      screenshot: null,
    },
    accountId,
    tabId: tab.id ?? null,
    state: 'kept',
    sendAfter: clickedAt + undoTime,
    attempts: 0,
    nextAttemptAt: 0,
    problem: null,
    receipt: null,
    draft: {},
    submission: 'none',
    includeScreenshot: true,
  };
}
