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

/** Cut to a length, never through the middle of a character: what is left of one cannot be sealed (RFC 8785 refuses it). */
const cut = (text: string, length: number): string => text.slice(0, length).toWellFormed();

/** The note of a click, its context frozen. Texts are cut to what `shared/record/capture.ts` admits. */
export function noteOf({ captureId, clickedAt, tab, reading, accountId }: Click): Note {
  return {
    captureId,
    capture: {
      captureId,
      capturedAt: new Date(clickedAt).toISOString(),
      caseNumbers: reading.caseNumbers.slice(0, 10).map((number) => cut(number, 80)),
      caseTitle: cut(reading.caseTitle, 300),
      cause: cut(reading.cause, 200),
      parties: cut(reading.parties, 1000),
      stage: cut(reading.stage, 100),
      handlingJudge: cut(reading.handlingJudge, 100),
      pageAddress: cut(tab.url ?? '', 4000),
      pageTitle: cut(tab.title ?? '', 500),
      frameAddress: cut(reading.frameAddress, 4000),
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
