/** Matters as the routes answer them. The recorders of a matter's records are never part of it. */
import { z } from 'zod';
import { identifier, instant } from '../record/capture.ts';
import { detailsSchema } from '../record/details.ts';
import { capacities, codesOf, conducts, determinations, releaseScopes, typicalCircumstances } from '../vocabulary.ts';
import { matterStepSchema } from './steps.ts';
import { matterStates, matterTransitions } from './workflow.ts';

/** One line of a list of matters. */
export const matterSummarySchema = z.object({
  id: identifier,
  state: z.enum(codesOf(matterStates)),
  institutionName: z.string(),
  openedAt: instant,
  updatedAt: instant,
  records: z.number().int(),
  caseNumbers: z.array(z.string()),
  actorNames: z.array(z.string()),
  screeningOpinion: z.enum(codesOf(determinations)).nullable(),
  determination: z.enum(codesOf(determinations)).nullable(),
});

export const matterViewSchema = matterSummarySchema.extend({
  version: z.number().int(),
  committeeName: z.string().nullable(),
  official: z.object({ id: identifier, name: z.string(), organ: z.string(), post: z.string() }).nullable(),
  capacity: z.enum(codesOf(capacities)).nullable(),
  conducts: z.array(z.enum(codesOf(conducts))),
  typicalCircumstances: z.array(z.enum(codesOf(typicalCircumstances))),
  typicalCase: z.boolean(),
  releaseScope: z.enum(codesOf(releaseScopes)).nullable(),
  releasedAt: instant.nullable(),
  accounts: z.array(
    z.object({ recordId: identifier, caseTitle: z.string(), cause: z.string(), details: detailsSchema }),
  ),
  history: z.array(
    z.object({
      at: instant,
      by: z.string(),
      step: matterStepSchema.or(z.object({ type: z.enum(['opened', 'joined']) })),
    }),
  ),
  steps: z.array(z.enum(codesOf(matterTransitions))).describe('What the account that asks may do now'),
});

export type MatterSummary = z.output<typeof matterSummarySchema>;
export type MatterView = z.output<typeof matterViewSchema>;
