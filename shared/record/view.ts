/** Records as the routes answer them. */
import { z } from 'zod';
import { codesOf, roles } from '../vocabulary.ts';
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

/** How often a role read a record: each of a viewer's hours counts once. Who it was stays with the auditor. */
const readingSchema = z.object({ role: z.enum(codesOf(roles)), times: z.number().int() });

/** A record with all that was kept and done. */
export const recordViewSchema = recordSummarySchema.extend({
  capture: captureSchema,
  details: detailsSchema.nullable(),
  history: z.array(z.object({ type: z.string(), at: instant, reason: z.string() })),
  readings: z
    .array(readingSchema)
    .nullable()
    .describe('For the recorder, once the matter is closed or shelved; null before, and for everybody else'),
  steps: z.array(z.enum(codesOf(recordTransitions))).describe('What the account that asks may do now'),
});

/** A page of a list: `nextCursor` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export type RecordSummary = z.output<typeof recordSummarySchema>;
export type Reading = z.output<typeof readingSchema>;
export type RecordView = z.output<typeof recordViewSchema>;
