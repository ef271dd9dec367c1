/** The yearly self-check (年度对照检查, Art. 12): each conduct of Art. 8 and each circumstance of Art. 9, answered for three groups. */
import { z } from 'zod';
import { day } from '../matter/steps.ts';
import { identifier, instant } from '../record/capture.ts';
import { capacities, codesOf, conducts, determinations, outcomes, typicalCircumstances } from '../vocabulary.ts';
import { selfCheckGroups, selfCheckItems } from './items.ts';

export { selfCheckGroups, selfCheckItems };

export const answerSchema = z
  .object({
    article: z.union([z.literal(8), z.literal(9)]),
    code: z.enum([...codesOf(conducts), ...codesOf(typicalCircumstances)]),
    group: z.enum(codesOf(selfCheckGroups)),
    happened: z.boolean(),
    explanation: z.string().trim().max(2000).default(''),
  })
  .refine((answer) => !answer.happened || answer.explanation !== '', {
    message: '选择“有”的，请写明情况',
    path: ['explanation'],
  });

/** The body of `POST /api/self-checks/{year}`: one answer for each item and group, none missing, none twice. */
export const selfCheckSchema = z.object({
  answers: z.array(answerSchema).refine(
    (answers) => {
      const given = new Set(answers.map(({ article, code, group }) => `${article}:${code}:${group}`));
      const asked = selfCheckItems.flatMap(({ article, code }) =>
        codesOf(selfCheckGroups).map((group) => `${article}:${code}:${group}`),
      );
      return answers.length === asked.length && asked.every((item) => given.has(item));
    },
    { message: '请逐项作答，不得遗漏' },
  ),
  statement: z.string().trim().max(4000).default('').describe('What the leader adds in their own words'),
});

/** A released matter, as the leader concerned and HR see it: no case, no stage, no recorder, no time of occurrence. */
export const releasedMatterSchema = z.object({
  matterId: identifier,
  releasedOn: day,
  capacity: z.enum(codesOf(capacities)),
  determination: z.enum(codesOf(determinations)),
  conducts: z.array(z.enum(codesOf(conducts))),
  typicalCircumstances: z.array(z.enum(codesOf(typicalCircumstances))),
  typicalCase: z.boolean(),
  outcomes: z.array(z.enum(codesOf(outcomes))),
  corrected: z.boolean(),
  retracted: z.boolean(),
});

export const selfCheckViewSchema = z.object({
  year: z.number().int(),
  submittedAt: instant.nullable(),
  submission: selfCheckSchema.nullable(),
  releasedMatters: z.array(releasedMatterSchema),
});

export type Answer = z.output<typeof answerSchema>;
export type SelfCheck = z.output<typeof selfCheckSchema>;
export type ReleasedMatter = z.output<typeof releasedMatterSchema>;
export type SelfCheckView = z.output<typeof selfCheckViewSchema>;
