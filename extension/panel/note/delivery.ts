/** How far a note has come on its way to the server, in the words and the ways out that the panel shows. */
import { type ProblemCode, problems } from '../../../shared/problem.ts';
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

const reachedBy: Record<NoteState, Delivery['reached']> = { kept: 1, sent: 2, confirmed: 3, attention: 1 };

/** The refusals that sending again would not mend. */
const needsConnection: ReadonlySet<string> = new Set<ProblemCode>(['credential-revoked', 'sign-in-required']);
const beyondRetry: ReadonlySet<string> = new Set<ProblemCode>(['capture-differs']);

/** The code of a problem: the last part of its `type`. */
export const problemCodeOf = (problem: { readonly type: string }): string => problem.type.split(':').at(-1) ?? '';

/**
 * Tells a note's delivery.
 * @param now epoch milliseconds.
 * @param connected whether the extension holds a capture credential.
 */
export function deliveryOf(note: Note, now: number, connected: boolean): Delivery {
  const reached = note.state === 'attention' && note.receipt ? 2 : reachedBy[note.state];
  if (note.state === 'attention') return refused(note, reached);
  const calm = (line: Term, waysOut: readonly WayOut[] = []): Delivery => ({ reached, halted: false, line, waysOut });
  if (note.state === 'confirmed') {
    return calm({ zh: '服务器回执已核验，记录完整无误', en: 'The receipt was verified: the record is complete' });
  }
  if (note.state === 'sent') return calm({ zh: '服务器已保存，正在核验回执', en: 'Stored; checking the receipt' });
  if (!connected) {
    const line = {
      zh: '内容已安全保存在本机，连接服务器后自动送达',
      en: 'Safe on this computer; goes out once connected',
    };
    return calm(line, ['connect']);
  }
  if (note.attempts > 0) {
    const line = {
      zh: '服务器暂未连通，内容保存在本机，将自动重试',
      en: 'No answer yet; kept here and sent again by itself',
    };
    return calm(line, ['retry']);
  }
  if (now < note.sendAfter) {
    return calm({ zh: '内容已安全保存在本机，稍后自动送达', en: 'Safe on this computer; it goes out by itself' });
  }
  return calm({ zh: '正在送达', en: 'On its way' });
}

function refused(note: Note, reached: Delivery['reached']): Delivery {
  const { problem } = note;
  const code = problem ? problemCodeOf(problem) : '';
  const line = problem
    ? { zh: problem.title, en: problem.titleEn }
    : { zh: problems.internal.zh, en: problems.internal.en };
  const waysOut: readonly WayOut[] = needsConnection.has(code) ? ['reconnect'] : beyondRetry.has(code) ? [] : ['retry'];
  return { reached, halted: true, line, waysOut };
}
