/** A story: what one recorder kept, and how far the matter that came of it is to go. */
import type { Capture } from '../../shared/record/capture.ts';
import type { Details } from '../../shared/record/details.ts';
import type { Determination } from '../../shared/vocabulary.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ApproachKind } from './approaches.ts';

/** Where a story ends: a state of the record, or from `opened` on of its matter. */
export type Ending =
  | 'captured'
  | 'submitted'
  | 'returned'
  | 'withdrawn'
  | 'opened'
  | 'screened'
  | 'referred'
  | 'studied'
  | 'determined'
  | 'approved'
  | 'released'
  | 'closed';

/** What follows a release, beside an outcome. */
export type Sequel = 'none' | 'corrected' | 'retracted' | 'disclosed';

export interface Story {
  readonly recordId: string;
  readonly matterId: string;
  readonly recorder: Viewer;
  readonly kind: ApproachKind;
  /** Milliseconds since 1970, as every time here. */
  readonly capturedAt: number;
  /** When the server had it. */
  readonly receivedAt: number;
  readonly capture: Capture;
  readonly details: Details;
  /** What the handling finds in the end. */
  readonly determination: Determination;
  readonly sequel: Sequel;
  /** Null: as far as the time until the last day allows. */
  readonly ending: Ending | null;
  /** A step on each workday, so that recent stories reach their ending before the last day. */
  readonly brisk: boolean;
  /** Records of colleagues about the same approach, which join the matter. */
  readonly companions: readonly Story[];
}
