/** An entry of the official directory, as the typeahead answers it. */
import { z } from 'zod';
import { identifier } from '../record/capture.ts';
import { codesOf, organKinds } from '../vocabulary.ts';

export const officialSchema = z.object({
  id: identifier,
  name: z.string(),
  organKind: z.enum(codesOf(organKinds)),
  organ: z.string(),
  post: z.string(),
  rank: z.string(),
  retired: z.boolean(),
});

export type Official = z.output<typeof officialSchema>;
