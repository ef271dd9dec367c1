/** Finds officials as people type: the beginning of a name, of its pinyin or initials, or any part of organ and post. */
import { type Kysely, sql } from 'kysely';
import { beginsWith, contains } from '../platform/page.ts';
import type { OfficialRow, Schema } from '../store/schema.ts';

/**
 * @param typed what was typed; several words must all match, or make one pinyin together
 * @returns at most `limit` officials, the closest first
 */
export function searchOfficials(db: Kysely<Schema>, typed: string, limit: number): Promise<OfficialRow[]> {
  let rows = db.selectFrom('official').selectAll();
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  // Pinyin is kept without blanks; people type it with some.
  const squeezed = words.join('');
  rows = rows.where((eb) => {
    const everyWord = words.map((word) =>
      eb.or([
        contains('name', word),
        beginsWith('pinyin', word),
        beginsWith('initials', word),
        contains('organ', word),
        contains('post', word),
      ]),
    );
    return eb.or([beginsWith('pinyin', squeezed), eb.and(everyWord)]);
  });
  const first = words[0] ?? '';
  const closest = sql`CASE WHEN ${beginsWith('name', first)} THEN 0
    WHEN ${beginsWith('initials', first)} OR ${beginsWith('pinyin', first)} THEN 1 ELSE 2 END`;
  return rows.orderBy(closest).orderBy('retired').orderBy('pinyin').orderBy('id').limit(limit).execute();
}
