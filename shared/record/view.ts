/** Records as the routes answer them. */
import { z } from 'zod';
import { codesOf } from '../vocabulary.ts';
import { captureSchema, identifier, instant } from './capture.ts';
import { detailsSchema } from './details.ts';
import { recordStates, recordTransitions } from './workflow.ts';

/** One line of a list of records. */
export const recordSummarySchema = z.object({
  id: identifier,
  captureId: identifier,
  state: z.enum(codesOf(recordStates)),
  caseNumbers: z.array(z.string()),
  caseTitle: z.string(),
  capturedAt: instant,
  receivedAt: instant,
  actorName: z.string().describe('Empty until submitted'),
  matterId: identifier.nullable(),
});

/** A record with all that was kept and done. */
export const recordViewSchema = recordSummarySchema.extend({
  capture: captureSchema,
  details: detailsSchema.nullable(),
  history: z.array(z.object({ type: z.string(), at: instant, reason: z.string() })),
  steps: z.array(z.enum(codesOf(recordTransitions))).describe('What the account that asks may do now'),
});

/** A page of a list: `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export type RecordSummary = z.output<typeof recordSummarySchema>;
export type RecordView = z.output<typeof recordViewSchema>;
