/** The draft of a self-check: kept in this browser for its account and year until it is submitted. */
import {
  type SelfCheckGroup,
  type SelfCheckItem,
  selfCheckGroups,
  selfCheckItems,
} from '../../../shared/self-check/items.ts';
import type { SelfCheck } from '../../../shared/self-check/self-check.ts';
import { codesOf } from '../../../shared/vocabulary.ts';

export interface DraftAnswer {
  readonly happened: boolean;
  readonly explanation: string;
}

export interface SelfCheckDraft {
  /** By the key of item and group; what is missing is not answered yet. */
  readonly answers: Readonly<Record<string, DraftAnswer>>;
  readonly statement: string;
}

export const emptyDraft: SelfCheckDraft = { answers: {}, statement: '' };

/** The key of an item answered for a group. */
export const answerKey = ({ article, code }: SelfCheckItem, group: SelfCheckGroup): string =>
  `${article}:${code}:${group}`;

/** Every question, group by group. */
export const questions = codesOf(selfCheckGroups).flatMap((group) =>
  selfCheckItems.map((item) => ({ item, group, key: answerKey(item, group) })),
);

/** A draft that begins with what was submitted. */
export function draftOf({ answers, statement }: SelfCheck): SelfCheckDraft {
  return {
    statement,
    answers: Object.fromEntries(
      answers.map(({ article, code, group, happened, explanation }) => [
        `${article}:${code}:${group}`,
        { happened, explanation },
      ]),
    ),
  };
}

/** Answers every item of a group with 无. */
export function allNone(draft: SelfCheckDraft, group: SelfCheckGroup): SelfCheckDraft {
  const none = selfCheckItems.map((item) => [answerKey(item, group), { happened: false, explanation: '' }] as const);
  return { ...draft, answers: { ...draft.answers, ...Object.fromEntries(none) } };
}

/** The keys of questions that are not answered, or answered with 有 and not explained. */
export function unanswered({ answers }: SelfCheckDraft): string[] {
  return questions
    .filter(({ key }) => {
      const answer = answers[key];
      return !answer || (answer.happened && answer.explanation.trim() === '');
    })
    .map(({ key }) => key);
}

/** The self-check that a draft makes; null while a question is open. */
export function submissionOf(draft: SelfCheckDraft): SelfCheck | null {
  if (unanswered(draft).length > 0) return null;
  return {
    statement: draft.statement.trim(),
    answers: questions.flatMap(({ item, group, key }) => {
      const answer = draft.answers[key];
      if (!answer) return [];
      const explanation = answer.happened ? answer.explanation.trim() : '';
      return [{ ...item, group, happened: answer.happened, explanation }];
    }),
  };
}

const placeOf = (accountId: string, year: number) => `liuhen.self-check.${accountId}.${year}`;

/** The draft kept for an account and year; null where there is none, or none that can be read. */
export function readDraft(accountId: string, year: number): SelfCheckDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(accountId, year)) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isDraft(kept: unknown): kept is SelfCheckDraft {
  if (typeof kept !== 'object' || kept === null || !('answers' in kept) || !('statement' in kept)) return false;
  const { answers, statement } = kept;
  if (typeof answers !== 'object' || answers === null || typeof statement !== 'string') return false;
  return Object.values(answers).every(
    (answer) => typeof answer?.happened === 'boolean' && typeof answer.explanation === 'string',
  );
}

export function keepDraft(accountId: string, year: number, draft: SelfCheckDraft): void {
  localStorage.setItem(placeOf(accountId, year), JSON.stringify(draft));
}

export function dropDraft(accountId: string, year: number): void {
  localStorage.removeItem(placeOf(accountId, year));
}
