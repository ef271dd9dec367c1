/** Released matters as the feeds and the official concerned see them: read from what exists from the release on, and nothing else. */
import type { Kysely } from 'kysely';
import type { ReleasedMatter } from '../../shared/self-check/self-check.ts';
import type { Capacity, Determination } from '../../shared/vocabulary.ts';
import type { ReleasedMatterTable, Schema } from '../store/schema.ts';

const viewOf = (row: ReleasedMatterTable): ReleasedMatter => ({
  matterId: row.matter_id,
  releasedOn: row.released_on,
  capacity: row.capacity as Capacity,
  determination: row.determination as Determination,
  conducts: JSON.parse(row.conducts),
  typicalCircumstances: JSON.parse(row.typical_circumstances),
  typicalCase: row.typical_case > 0,
  outcomes: JSON.parse(row.outcomes),
  corrected: row.corrected > 0,
  retracted: row.retracted > 0,
});

/** The matters of a year about each of some officials, oldest release first; no entry where there are none. */
export async function releasedMattersOf(
  db: Kysely<Schema>,
  officialIds: readonly string[],
  year: number,
): Promise<Map<string, ReleasedMatter[]>> {
  const rows = await db
    .selectFrom('released_matter')
    .selectAll()
    .where('official_id', 'in', officialIds)
    .where('year', '=', year)
    .orderBy('released_on')
    .orderBy('matter_id')
    .execute();
  const byOfficial = new Map<string, ReleasedMatter[]>();
  for (const [id, matters] of Map.groupBy(rows, (row) => row.official_id)) byOfficial.set(id, matters.map(viewOf));
  return byOfficial;
}
