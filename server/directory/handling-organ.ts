/** Rule 6: what names somebody goes to the lowest organ in which neither they nor anybody reporting to them would handle it. */
import type { Kysely } from 'kysely';
import type { Schema } from '../store/schema.ts';

/**
 * The organ that handles what names officials: the one given, or the first above it in which none of them serves. Where
 * all organs up to the highest are concerned, the highest: there rule 6 holds for each account that reports to them.
 * @param institutionId a judicial organ or a committee
 */
export async function handlingOrgan(
  db: Kysely<Schema>,
  institutionId: string,
  officialIds: readonly string[],
): Promise<string> {
  if (officialIds.length === 0) return institutionId;
  const serving = await db.selectFrom('official').select('institution_id').where('id', 'in', officialIds).execute();
  let organ = institutionId;
  while (serving.some(({ institution_id }) => institution_id === organ)) {
    const { superior_id } = await db
      .selectFrom('institution')
      .select('superior_id')
      .where('id', '=', organ)
      .executeTakeFirstOrThrow();
    if (!superior_id) break;
    organ = superior_id;
  }
  return organ;
}
