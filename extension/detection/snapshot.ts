/** What the detector of one frame tells the background, and what the background makes of it. */

/** The fields of a case page, as the page shows them. */
export interface CaseFields {
  readonly caseTitle: string;
  readonly cause: string;
  readonly parties: string;
  readonly stage: string;
  readonly handlingJudge: string;
}

/**
 * Where a text stands that may hold a case number:
 * - `labelled`: beside 案号 in a table, list of terms or form, or as 案号：…
 * - `heading`: in a heading · `beside`: next to the page's heading · `plain`: anywhere else
 * - `elsewhere`: a way to another case (link, row of a list), or named a reference (原审案号, 关联案件, 文书)
 */
export type Place = 'labelled' | 'heading' | 'beside' | 'plain' | 'elsewhere';

export interface Evidence {
  readonly text: string;
  readonly place: Place;
  /** The heading beside it, where there is one. */
  readonly heading: string;
}

/** What stands in one document. */
export interface PageEvidence {
  readonly evidence: readonly Evidence[];
  readonly fields: Partial<CaseFields>;
  readonly pageTitle: string;
}

/** How a frame stands on the screen. */
export interface FrameStanding {
  /** Square CSS pixels of it that the window shows; 0 while hidden, behind another inner tab for example. */
  readonly area: number;
  /** Whether the keyboard focus is in this very frame. */
  readonly focused: boolean;
  readonly frameAddress: string;
}

export type FrameSnapshot = PageEvidence & FrameStanding;

/** One case number when certain, several while undecided, none on lists and other pages. */
export interface CaseReading extends CaseFields {
  readonly caseNumbers: readonly string[];
}

/** From a frame to the background: it, or how its inner frames stand, has changed; the tab should be read again. */
export const changedMessage = { type: 'liuhen:changed' } as const;
