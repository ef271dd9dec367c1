/** The leader's draft: nothing is answered by default, nothing incomplete becomes a self-check. */
import { describe, expect, test } from 'vitest';
import {
  allNone,
  answerKey,
  draftOf,
  emptyDraft,
  questions,
  type SelfCheckDraft,
  submissionOf,
  unanswered,
} from '../../../server/console/self-check/draft.ts';
import { selfCheckGroups, selfCheckItems } from '../../../shared/self-check/items.ts';
import { selfCheckSchema } from '../../../shared/self-check/self-check.ts';
import { codesOf } from '../../../shared/vocabulary.ts';

const allGroupsNone = codesOf(selfCheckGroups).reduce(allNone, emptyDraft);

const withAnswer = (draft: SelfCheckDraft, key: string, explanation: string): SelfCheckDraft => ({
  ...draft,
  answers: { ...draft.answers, [key]: { happened: true, explanation } },
});

describe('the draft of a self-check', () => {
  test('begins with every item open for every group', () => {
    expect(unanswered(emptyDraft)).toHaveLength(selfCheckItems.length * 3);
    expect(submissionOf(emptyDraft)).toBe(null);
  });

  test('“none of these” answers one group and leaves the others open', () => {
    const draft = allNone(emptyDraft, 'staff');
    const open = questions.filter(({ key }) => unanswered(draft).includes(key));
    expect(new Set(open.map(({ group }) => group))).toEqual(new Set(['self', 'relatives']));
  });

  test('answered for all groups, it makes a self-check that the server takes', () => {
    const made = submissionOf({ ...allGroupsNone, statement: ' 无 ' });
    expect(selfCheckSchema.parse(made)).toEqual(made);
    expect(made?.statement).toBe('无');
  });

  test.each(questions.map(({ key }) => key))('%s answered with yes needs an explanation', (key) => {
    expect(unanswered(withAnswer(allGroupsNone, key, '  '))).toEqual([key]);
    const made = submissionOf(withAnswer(allGroupsNone, key, '亲属曾打电话询问'));
    expect(selfCheckSchema.parse(made).answers.filter(({ happened }) => happened)).toHaveLength(1);
  });

  test('an explanation is dropped where the answer has gone back to no', () => {
    const item = selfCheckItems[0];
    if (!item) throw new Error('Nothing to answer');
    const key = answerKey(item, 'self');
    const back: SelfCheckDraft = {
      ...allGroupsNone,
      answers: { ...allGroupsNone.answers, [key]: { happened: false, explanation: '误选' } },
    };
    expect(submissionOf(back)?.answers.every(({ explanation }) => explanation === '')).toBe(true);
  });

  test('begins again with what was submitted', () => {
    const submitted = submissionOf(withAnswer(allGroupsNone, '8:pleading:relatives', '亲属曾打电话询问'));
    if (!submitted) throw new Error('The self-check is not whole');
    expect(submissionOf(draftOf(submitted))).toEqual(submitted);
  });
});
