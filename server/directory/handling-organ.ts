/** Rule 6: what names somebody goes to the lowest organ in which neither they nor anybody reporting to them would handle it. */
import type { Kysely } from 'kysely';
import type { Schema } from '../store/schema.ts';

/**
 * The organ that handles what names an official: the one given, or the first above it in which the official does not serve.
 * @param institutionId a judicial organ or a committee
 */
export async function handlingOrgan(
  db: Kysely<Schema>,
  institutionId: string,
  officialId: string | null,
): Promise<string> {
  if (!officialId) return institutionId;
  const official = await db
    .selectFrom('official')
    .select('institution_id')
    .where('id', '=', officialId)
    .executeTakeFirst();
  if (official?.institution_id !== institutionId) return institutionId;
  const organ = await db
    .selectFrom('institution')
    .select('superior_id')
    .where('id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return organ.superior_id ?? institutionId;
}
