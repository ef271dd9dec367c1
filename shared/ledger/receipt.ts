/**
 * A receipt (凭证): the event as the server stored it, the salt that opens its leaf, and the proof that the leaf stands in
 * the institution's log under a signed checkpoint. Whoever holds it can show, without the server, that the server took this
 * very event.
 */
import { z } from 'zod';
import { identifier, instant, sha256Hex } from '../record/capture.ts';

/** The stored event, as its leaf commits to it. Events from before the log had kinds lack kind and actor. */
const receiptEventSchema = z.object({
  institution: identifier,
  kind: z.literal('record').optional(),
  subject: identifier.describe('The record'),
  type: z.string().min(1).max(60),
  at: instant,
  actor: identifier.optional().describe('The account that acted'),
  body: z.record(z.string(), z.unknown()),
});

export const receiptSchema = z.object({
  recordId: identifier,
  event: receiptEventSchema,
  salt: sha256Hex,
  proof: z.string().max(20_000).describe('c2sp.org/tlog-proof: place, inclusion proof and signed checkpoint'),
});

export type Receipt = z.output<typeof receiptSchema>;
