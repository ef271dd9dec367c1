/** What the parts of a request may say, apart from bodies, which stand with their features. */
import { z } from 'zod';
import { matterStates } from './matter/workflow.ts';
import { identifier } from './record/capture.ts';
import { recordStates } from './record/workflow.ts';
import { codesOf } from './vocabulary.ts';

/** Query of a list newest first. */
export const pageQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  q: z.string().trim().max(100).default(''),
});

export const recordListQuery = pageQuery.extend({ state: z.enum(codesOf(recordStates)).optional() });

export const matterListQuery = pageQuery.extend({ state: z.enum(codesOf(matterStates)).optional() });

export const officialSearchQuery = z.object({
  q: z.string().trim().max(50).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/** A year that the regulation knows: it is of 2015. */
export const year = z.coerce.number().int().min(2015).max(2100);

export const subjectParam = z.object({ id: identifier });
export const captureParam = z.object({ captureId: identifier });
export const evidenceParam = z.object({ id: identifier, evidenceId: identifier });
export const yearParam = z.object({ year });

export type RecordListQuery = z.output<typeof recordListQuery>;
export type MatterListQuery = z.output<typeof matterListQuery>;
