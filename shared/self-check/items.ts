/** What the yearly self-check asks, and for whom. Apart from its schemas, so that pages can show it without them. */
import { codesOf, conducts, typicalCircumstances } from '../vocabulary.ts';

/** For whom a leader answers. */
export const selfCheckGroups = {
  self: { zh: '本人', en: 'Myself' },
  staff: { zh: '身边工作人员', en: 'My staff' },
  relatives: { zh: '亲属', en: 'My relatives' },
} as const;

export type SelfCheckGroup = keyof typeof selfCheckGroups;

/** Every item to be answered: the conducts of Art. 8, then the circumstances of Art. 9. */
export const selfCheckItems = [
  ...codesOf(conducts).map((code) => ({ article: 8 as const, code })),
  ...codesOf(typicalCircumstances).map((code) => ({ article: 9 as const, code })),
];

export type SelfCheckItem = (typeof selfCheckItems)[number];
