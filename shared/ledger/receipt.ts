/**
 * The receipt that answers a capture: the event as the server stored it, the salt that opens its leaf, and the server's
 * Ed25519 signature. Whoever holds it can show, without the server, that the server took this very capture.
 */
import { z } from 'zod';
import { captureSchema, identifier, instant, sha256Hex } from '../record/capture.ts';

/** The stored event, as its leaf commits to it. */
const capturedEventSchema = z.object({
  institution: identifier,
  subject: identifier,
  type: z.literal('captured'),
  at: instant,
  body: captureSchema,
});

export const receiptSchema = z.object({
  recordId: identifier,
  event: capturedEventSchema,
  salt: sha256Hex,
  leafHash: sha256Hex,
  keyId: z.string().describe('Fingerprint of the key that signed'),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

export type Receipt = z.output<typeof receiptSchema>;
