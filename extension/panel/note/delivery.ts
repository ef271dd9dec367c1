/** How far a note has come on its way to the server, in the words and the ways out that the panel shows. */
import type { Problem, ProblemCode } from '../../../shared/problem.ts';
import type { Term } from '../../../shared/vocabulary.ts';
import type { Note, NoteState } from '../../outbox/note.ts';

export type WayOut = 'retry' | 'reconnect' | 'connect';

export interface Delivery {
  /** How many of the three stops are reached: 1 已留痕, 2 已送达, 3 已确认. */
  readonly reached: 1 | 2 | 3;
  /** Whether it stands still until somebody acts. */
  readonly halted: boolean;
  /** One sentence: what happened and what is safe. */
  readonly line: Term;
  readonly waysOut: readonly WayOut[];
}

/** The stops, in order. */
export const stops: readonly Term[] = [
  { zh: '已留痕', en: 'Kept' },
  { zh: '已送达', en: 'Delivered' },
  { zh: '已确认', en: 'Confirmed' },
];

export const attention: Term = { zh: '需要处理', en: 'Needs attention' };

const unexplained: Term = {
  zh: '服务器未接受，内容保存在本机，可以重试',
  en: 'The server did not take it; it is kept here and can be sent again',
};

const reachedBy: Record<NoteState, Delivery['reached']> = { kept: 1, sent: 2, confirmed: 3, attention: 1 };

/** The refusals that sending again would not mend. */
const needsConnection: ReadonlySet<string> = new Set<ProblemCode>(['credential-revoked', 'sign-in-required']);
const beyondRetry: ReadonlySet<string> = new Set<ProblemCode>(['capture-differs']);

/** The code of a problem: the last part of its `type`. */
const problemCodeOf = (problem: Problem): string => problem.type.split(':').at(-1) ?? '';

/** How the way to the server stands for a note. */
export type Reach = 'reachable' | 'away' | 'unconnected' | 'other-account';

/**
 * Tells how the server can be reached.
 * @param accountId the account that is connected; null where the extension holds no capture credential.
 * @param notes all notes: one that waits for its next attempt shows that the server did not answer.
 * @param now epoch milliseconds.
 */
export function reachOf(note: Note, accountId: string | null, notes: readonly Note[], now: number): Reach {
  if (accountId === null) return 'unconnected';
  if (note.accountId !== null && note.accountId !== accountId) return 'other-account';
  return notes.some(({ nextAttemptAt }) => nextAttemptAt > now) ? 'away' : 'reachable';
}

const waiting: Record<Exclude<Reach, 'reachable'>, Pick<Delivery, 'line' | 'waysOut'>> = {
  unconnected: {
    line: { zh: '内容已安全保存在本机，连接服务器后自动送达', en: 'Safe on this computer; goes out once connected' },
    waysOut: ['connect'],
  },
  'other-account': {
    line: {
      zh: '内容已安全保存在本机，留痕时的账号重新连接后自动送达',
      en: 'Safe on this computer; goes out once the account that kept it is connected again',
    },
    waysOut: ['connect'],
  },
  away: {
    line: { zh: '服务器暂未连通，内容保存在本机，将自动重试', en: 'No answer yet; kept here and sent again by itself' },
    waysOut: ['retry'],
  },
};

/**
 * Tells a note's delivery.
 * @param now epoch milliseconds.
 */
export function deliveryOf(note: Note, now: number, reach: Reach): Delivery {
  const reached = note.state === 'attention' && note.receipt ? 2 : reachedBy[note.state];
  if (note.state === 'attention') return refused(note, reached);
  if (note.state === 'kept' && reach !== 'reachable') return { reached, halted: false, ...waiting[reach] };
  const line = note.state === 'kept' && now >= note.sendAfter ? leaving : calm[note.state];
  return { reached, halted: false, line, waysOut: [] };
}

const leaving: Term = { zh: '正在送达', en: 'On its way' };

const calm: Record<Exclude<NoteState, 'attention'>, Term> = {
  kept: { zh: '内容已安全保存在本机，稍后自动送达', en: 'Safe on this computer; it goes out by itself' },
  sent: { zh: '服务器已保存，正在核验回执', en: 'Stored; checking the receipt' },
  confirmed: { zh: '服务器回执已核验，记录完整无误', en: 'The receipt was verified: the record is complete' },
};

function refused({ problem }: Note, reached: Delivery['reached']): Delivery {
  const code = problem ? problemCodeOf(problem) : '';
  const line = problem ? { zh: problem.title, en: problem.titleEn } : unexplained;
  const waysOut: readonly WayOut[] = needsConnection.has(code) ? ['reconnect'] : beyondRetry.has(code) ? [] : ['retry'];
  return { reached, halted: true, line, waysOut };
}

/** The refusal of a submission, which gives the draft back and stands beside a note whose capture has arrived; null where none does. */
export function refusedSubmission({ state, submission, problem }: Note): Problem | null {
  return state !== 'attention' && submission === 'none' ? problem : null;
}
