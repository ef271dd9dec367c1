/** What the detector of one frame tells the background. */

/** The fields of a case page, as the page shows them. */
export interface CaseFields {
  readonly caseTitle: string;
  readonly cause: string;
  readonly parties: string;
  readonly stage: string;
  readonly handlingJudge: string;
}

/** What stands in one document: one case number when certain, several while undecided, none on lists and other pages. */
export interface CaseReading extends CaseFields {
  readonly caseNumbers: readonly string[];
}

/** How a frame stands on the screen. */
export interface FrameStanding {
  /** Square CSS pixels of it that the window shows; 0 while hidden, behind another inner tab for example. */
  readonly area: number;
  /** Whether the keyboard focus is in this very frame. */
  readonly focused: boolean;
}

export interface FrameSnapshot extends CaseReading, FrameStanding {
  readonly frameAddress: string;
}

/** From a frame to the background: it, or how its inner frames stand, has changed; the tab should be read again. */
export const changedMessage = { type: 'liuhen:changed' } as const;
