/** A note: one capture on its way from the click to the server's verified receipt, with the draft of its details. */
import type { Receipt } from '../../shared/ledger/receipt.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Capture } from '../../shared/record/capture.ts';
import type { Details } from '../../shared/record/details.ts';

/**
 * - `kept` 已留痕: on this computer only; may still be undone until `sendAfter`
 * - `sent` 已送达: the server has answered that it is durable
 * - `confirmed` 已确认: the receipt was checked against the pinned key
 * - `attention` 需要处理: the server refused; nothing is dropped, the reason is in `problem`
 */
export type NoteState = 'kept' | 'sent' | 'confirmed' | 'attention';

/** - `none`: not asked for; `requested`: the judge pressed 报送 and it goes out by itself; `submitted`: the server has it. */
export type Submission = 'none' | 'requested' | 'submitted';

export interface Note {
  readonly captureId: string;
  readonly capture: Capture;
  /** Account that was connected at the click; null when none was. */
  readonly accountId: string | null;
  readonly tabId: number | null;
  state: NoteState;
  /** Epoch milliseconds from which it may be sent: the click plus ten seconds. */
  sendAfter: number;
  attempts: number;
  /** Epoch milliseconds at which a server that did not answer is tried again; 0 where nothing is waited for. */
  nextAttemptAt: number;
  problem: Problem | null;
  receipt: Receipt | null;
  draft: Partial<Details>;
  submission: Submission;
  /** Whether the screenshot goes with the submission. */
  includeScreenshot: boolean;
}
