/** A step may name only an official whom the directory knows. */
import type { Kysely } from 'kysely';
import { ProblemError } from '../../shared/problem.ts';
import type { Schema } from '../store/schema.ts';

/**
 * @param path where the input names the official
 * @throws {ProblemError} `invalid-input` for one whom the directory does not know; null passes
 */
export async function requireOfficial(db: Kysely<Schema>, officialId: string | null, path: string): Promise<void> {
  if (officialId === null) return;
  const known = await db.selectFrom('official').select('id').where('id', '=', officialId).executeTakeFirst();
  if (!known) throw new ProblemError('invalid-input', { fields: [{ path, message: '领导干部名录中没有此人' }] });
}
