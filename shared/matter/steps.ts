/** What each step of a matter must carry: the body of `POST /api/matters/{id}/events`. */
import { z } from 'zod';
import { identifier } from '../record/capture.ts';
import {
  capacities,
  codesOf,
  conducts,
  determinations,
  outcomes,
  releaseScopes,
  typicalCircumstances,
} from '../vocabulary.ts';

const reason = z.string().trim().min(1, '请写明理由').max(4000);
const note = z.string().trim().max(4000).default('');

/** A calendar day in the institution's zone, such as 2026-10-08. */
export const day = z.iso.date();

/** The committee's determination: against whom it counts, and as what (Art. 8 and 9). */
const determinationSchema = z.object({
  type: z.literal('determined'),
  determination: z.enum(codesOf(determinations)),
  officialId: identifier
    .nullable()
    .describe('The official against whom it counts; null for an organisation or a stranger'),
  capacity: z.enum(codesOf(capacities)),
  conducts: z
    .array(z.enum(codesOf(conducts)))
    .max(5)
    .default([]),
  typicalCircumstances: z
    .array(z.enum(codesOf(typicalCircumstances)))
    .max(6)
    .default([]),
  typicalCase: z.boolean().default(false).describe('Notified as a typical case (Art. 9)'),
  reason,
});

export const matterStepSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('screened'), opinion: z.enum(codesOf(determinations)), reason }),
  z.object({ type: z.literal('shelved'), note }),
  z.object({ type: z.literal('referred'), note }),
  z.object({ type: z.literal('studied'), note: reason }),
  determinationSchema,
  z.object({ type: z.literal('approved'), approvedBy: reason, approvedOn: day, documentNumber: note }),
  z.object({ type: z.literal('released'), scope: z.enum(codesOf(releaseScopes)), note }),
  z.object({ type: z.literal('closed'), note }),
  z.object({ type: z.literal('disclosed'), note: reason }),
  z.object({ type: z.literal('outcome'), outcome: z.enum(codesOf(outcomes)), decidedOn: day, instrument: note }),
  z.object({ ...determinationSchema.shape, type: z.literal('corrected') }),
  z.object({ type: z.literal('retracted'), reason }),
  z.object({ type: z.literal('reopened'), reason }),
]);

export type MatterStepInput = z.output<typeof matterStepSchema>;

/** A step together with the version of the matter that its author saw, so that nobody overwrites what they have not read. */
export const matterStepRequest = z.object({ expectedVersion: z.number().int().nonnegative(), step: matterStepSchema });
