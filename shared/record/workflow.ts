/**
 * The life of a record (记录): what one recorder kept.
 *
 *   captured ──▶ submitted ──▶ accepted
 *      │          │   ▲
 *      │          ▼   │
 *      │        returned
 *      └──────────┴───┴──▶ withdrawn
 */
import type { Action } from '../access/permissions.ts';
import type { Term } from '../vocabulary.ts';

export const recordStates = {
  captured: { zh: '待补充', en: 'To be completed' },
  submitted: { zh: '已报送', en: 'Submitted' },
  accepted: { zh: '已受理', en: 'Accepted' },
  returned: { zh: '退回补充', en: 'Returned for more' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Term>;

export type RecordState = keyof typeof recordStates;

export interface Transition<State extends string> {
  readonly zh: string;
  readonly en: string;
  /** Article of the measures that the step serves. */
  readonly article: string;
  /** The permission that the step needs. */
  readonly action: Action;
  readonly from: readonly State[];
  /** The state that it leads to; null where the step stands beside the line and changes none. */
  readonly to: State | null;
}

/** Every step of a record after its capture, keyed by event type. */
export const recordTransitions = {
  submitted: {
    zh: '报送',
    en: 'Submit',
    article: 'Art. 5',
    action: 'record:submit',
    from: ['captured', 'returned'],
    to: 'submitted',
  },
  accepted: {
    zh: '受理',
    en: 'Accept',
    article: 'Art. 7',
    action: 'record:accept',
    from: ['submitted'],
    to: 'accepted',
  },
  returned: {
    zh: '退回补充',
    en: 'Return for more',
    article: 'Art. 5',
    action: 'record:return',
    from: ['submitted'],
    to: 'returned',
  },
  withdrawn: {
    zh: '撤回',
    en: 'Withdraw',
    article: 'Art. 5',
    action: 'record:withdraw',
    from: ['captured', 'submitted', 'returned'],
    to: 'withdrawn',
  },
} as const satisfies Record<string, Transition<RecordState>>;

export type RecordStep = keyof typeof recordTransitions;
