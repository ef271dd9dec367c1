/**
 * What recorders learn of the readings of their record once it is handled: how often and by which roles, never by whom.
 * While it is being handled they learn nothing, for the course of the handling is not theirs to watch.
 */
import type { Kysely } from 'kysely';
import type { Reading } from '../../shared/record/view.ts';
import type { Role } from '../../shared/vocabulary.ts';
import type { Schema } from '../store/schema.ts';

/** States in which a matter is handled: closed, or shelved until it is taken up again. */
const handled: readonly string[] = ['closed', 'shelved'];

/**
 * Readings of a record, of its evidence, and of its matter, which shows what the record says; each of a viewer's hours once.
 * @param acceptedAt when the record came into its matter: earlier readings of the matter were not of this record
 * @returns by role, the most frequent first; null before the matter is handled
 */
export async function readingsOfRecord(
  db: Kysely<Schema>,
  recordId: string,
  matterId: string | null,
  acceptedAt: string,
): Promise<Reading[] | null> {
  if (matterId === null) return null;
  const { state } = await db.selectFrom('matter').select('state').where('id', '=', matterId).executeTakeFirstOrThrow();
  if (!handled.includes(state)) return null;
  const hours = await db
    .selectFrom('reading')
    .select(['viewer_role', 'viewer_id', 'hour'])
    .distinct()
    .where((eb) =>
      eb.or([
        eb('subject_kind', '=', 'record').and('subject_id', '=', recordId),
        eb('subject_kind', '=', 'evidence').and('subject_id', 'in', (evidence) =>
          evidence.selectFrom('evidence').select('evidence.id').where('record_id', '=', recordId),
        ),
        eb('subject_kind', '=', 'matter').and('subject_id', '=', matterId).and('hour', '>=', acceptedAt.slice(0, 13)),
      ]),
    )
    .execute();
  const times = new Map<string, number>();
  for (const { viewer_role } of hours) times.set(viewer_role, (times.get(viewer_role) ?? 0) + 1);
  return [...times]
    .map(([role, count]) => ({ role: role as Role, times: count }))
    .sort((one, other) => other.times - one.times || (one.role < other.role ? -1 : 1));
}
