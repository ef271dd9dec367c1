/** Statistics by recording institution, as HR asks for them and gets them. */
import { z } from 'zod';
import { identifier } from '../record/capture.ts';
import { year } from '../request.ts';
import { codesOf, levels } from '../vocabulary.ts';
import { quarters } from './quarter.ts';

/** Institutions in which records are made. */
export const recordingKinds = ['court', 'procuratorate', 'public-security'] as const;

export const statisticsQuery = z.object({
  year: year.optional().describe('年度，默认最近公布的季度所在年度 / Defaults to that of the newest published quarter'),
  quarter: z.enum(codesOf(quarters)).optional().describe('季度，默认该年度已公布的各季度 / Defaults to all published'),
});

/** An institution × quarter. Counts are null where the rule of `suppress.ts` hides them. */
export const recordingInstitutionRowSchema = z.object({
  year: z.number().int(),
  quarter: z.enum(codesOf(quarters)),
  institutionId: identifier,
  institutionName: z.string(),
  institutionKind: z.enum(recordingKinds),
  level: z.enum(codesOf(levels)),
  records: z.number().int().nullable().describe('Received in the quarter; null: fewer than five records or recorders'),
  recorders: z.number().int().nullable().describe('Null together with the records'),
});

export const recordingInstitutionsSchema = z.object({
  statistics: z.literal('recording-institutions'),
  schemaVersion: z.literal(1),
  year: z.number().int(),
  rows: z.array(recordingInstitutionRowSchema),
  unpublished: z
    .array(z.object({ quarter: z.enum(codesOf(quarters)), publishedOn: z.iso.date() }))
    .describe('Quarters asked for that are not published yet'),
});

export type StatisticsQuery = z.output<typeof statisticsQuery>;
export type RecordingInstitutionRow = z.output<typeof recordingInstitutionRowSchema>;
export type RecordingInstitutions = z.output<typeof recordingInstitutionsSchema>;
