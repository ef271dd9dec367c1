/**
 * A capture (一键留痕): what one click keeps, frozen at that moment. The recorder's own details come later,
 * with the `submitted` event.
 */
import { z } from 'zod';

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** A UTC instant such as 2026-10-08T06:05:00.000Z. */
export const instant = z.iso.datetime({ precision: 3 });

/** An opaque identifier. */
export const identifier = z.uuid();

export const screenshotSeal = z.object({
  sha256: sha256Hex,
  mediaType: z.enum(['image/jpeg', 'image/png']),
  bytes: z.number().int().positive(),
});

export const captureSchema = z.object({
  captureId: identifier,
  capturedAt: instant.describe('Time of the click, by the clock of the computer that recorded'),
  caseNumbers: z
    .array(z.string().min(1).max(80))
    .max(10)
    .describe('Canonical case numbers: one when certain, several while undecided, none when no case was recognised'),
  caseTitle: z.string().max(300).default(''),
  cause: z.string().max(200).default('').describe('案由'),
  parties: z.string().max(1000).default('').describe('Parties as the page showed them'),
  stage: z.string().max(100).default('').describe('审判程序 as the page showed it'),
  handlingJudge: z.string().max(100).default(''),
  pageAddress: z.string().max(4000),
  pageTitle: z.string().max(500).default(''),
  frameAddress: z.string().max(4000).default('').describe('Address of the frame in which the case was open'),
  screenshot: screenshotSeal.nullable().describe('Seal of the screenshot that stays on the computer until submission'),
});

/** A capture as it travels and as it is sealed into the ledger. */
export type Capture = z.output<typeof captureSchema>;
