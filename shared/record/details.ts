/** What the recorder adds to a capture before submitting it (报送), in the terms of Art. 3, 4, 5, 8 and 9. */
import { z } from 'zod';
import {
  capacities,
  channels,
  codesOf,
  conducts,
  leaningOpinions,
  regimes,
  responses,
  stages,
  typicalCircumstances,
} from '../vocabulary.ts';
import { identifier, instant, screenshotSeal } from './capture.ts';

/** Who leaned on the recorder: an official of the directory, or free text where the directory does not know them. */
const actorSchema = z.object({
  officialId: identifier.nullable(),
  name: z.string().trim().min(1, '请填写行为人姓名').max(100),
  organ: z.string().trim().max(200).default(''),
  post: z.string().trim().max(200).default(''),
});

export const detailsSchema = z.object({
  caseNumber: z.string().max(80).default('').describe('The case number that the recorder confirmed; empty where none'),
  actor: actorSchema,
  capacity: z.enum(codesOf(capacities)),
  regime: z.enum(codesOf(regimes)).default('leading-cadre'),
  channel: z.enum(codesOf(channels)),
  conducts: z
    .array(z.enum(codesOf(conducts)))
    .max(5)
    .default([]),
  typicalCircumstances: z
    .array(z.enum(codesOf(typicalCircumstances)))
    .max(6)
    .default([]),
  request: z.string().trim().max(4000).default('').describe('What was asked'),
  leaningOpinion: z.enum(codesOf(leaningOpinions)),
  response: z.enum(codesOf(responses)),
  stage: z.enum(codesOf(stages)).nullable().default(null),
  occurredAt: instant,
  occurredWhere: z.string().trim().max(200).default(''),
  evidence: z
    .array(z.object({ evidenceId: identifier, ...screenshotSeal.shape }))
    .max(20)
    .default([])
    .describe('Files uploaded for this record, each with its seal'),
});

export type Details = z.output<typeof detailsSchema>;

/** The body of `POST /api/records/{id}/events`. */
export const recordStepSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('submitted'), details: detailsSchema }),
  z.object({ type: z.literal('accepted'), matterId: identifier.nullable().default(null) }),
  z.object({ type: z.literal('returned'), reason: z.string().trim().min(1, '请写明需要补充的内容').max(1000) }),
  z.object({ type: z.literal('withdrawn'), reason: z.string().trim().min(1, '请写明撤回理由').max(1000) }),
]);

export type RecordStepInput = z.output<typeof recordStepSchema>;
