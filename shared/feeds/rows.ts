/**
 * The rows of the two yearly feeds. A row is an official × year; recorder, recording institution, case, stage and time of
 * occurrence are absent by design.
 */
import { z } from 'zod';
import { identifier, instant } from '../record/capture.ts';
import { answerSchema, releasedMatterSchema } from '../self-check/self-check.ts';
import { codesOf, conducts, determinations, organKinds, outcomes, typicalCircumstances } from '../vocabulary.ts';

const counts = <T extends [string, ...string[]]>(codes: T) => z.record(z.enum(codes), z.number().int());

const subject = {
  officialId: identifier,
  name: z.string(),
  organKind: z.enum(codesOf(organKinds)),
  organ: z.string(),
  post: z.string(),
  rank: z.string(),
  managingCommittee: z.string(),
  retired: z.boolean(),
  year: z.number().int(),
};

export const performanceRowSchema = z.object({
  ...subject,
  releasedMatters: z.number().int().describe('Released in the year and not retracted'),
  determinations: counts(codesOf(determinations)),
  conducts: counts(codesOf(conducts)),
  typicalCircumstances: counts(codesOf(typicalCircumstances)),
  outcomes: counts(codesOf(outcomes)),
  typicalCases: z.number().int(),
  corrections: z.number().int(),
  retractions: z.number().int(),
  matters: z.array(releasedMatterSchema),
});

export const integrityRowSchema = z.object({
  ...subject,
  selfCheckSubmittedAt: instant.nullable(),
  declared: z.number().int().describe('Items answered with 有'),
  answers: z.array(answerSchema),
  statement: z.string(),
  releasedMatters: z.number().int(),
  matters: z.array(releasedMatterSchema),
});

/** A page of a feed. Every page of one pull carries the same `version`; a changed feed answers 409 `feed-changed`. */
export const feedPageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    feed: z.enum(['performance-evaluation', 'integrity-review']),
    schemaVersion: z.literal(1),
    year: z.number().int(),
    version: z.number().int(),
    rows: z.array(row),
    nextCursor: z.string().nullable(),
  });

export type PerformanceRow = z.output<typeof performanceRowSchema>;
export type IntegrityRow = z.output<typeof integrityRowSchema>;
