/** Whether each institution's log is whole: positions from 0 without a gap, and a head that knows its size. */
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../store/schema.ts';
import type { Difference } from './difference.ts';

/** What is wrong with the logs. */
export async function logFaults(db: Kysely<Schema>): Promise<Difference[]> {
  const gaps = await sql<{ institution_id: string; position: number; before: number }>`
    SELECT institution_id, position, before FROM (
      SELECT institution_id, position,
        lag(position, 1, -1) OVER (PARTITION BY institution_id ORDER BY position) AS before
      FROM event
    ) AS neighbours WHERE position <> before + 1`.execute(db);
  const missing = gaps.rows.flatMap(({ institution_id, position, before }) =>
    Array.from({ length: position - before - 1 }, (_, index): Difference => {
      const key = `${institution_id} ${before + 1 + index}`;
      return { table: 'event', key, column: '*', stored: null, expected: 'an event' };
    }),
  );
  return [...missing, ...(await headFaults(db))];
}

async function headFaults(db: Kysely<Schema>): Promise<Difference[]> {
  const heads = await db.selectFrom('log_head').selectAll().execute();
  const logs = await db
    .selectFrom('event')
    .select((eb) => ['institution_id', eb.fn.max('position').as('last')])
    .groupBy('institution_id')
    .execute();
  const sizes = new Map(heads.map(({ institution_id, size }) => [institution_id, size]));
  const ends = new Map(logs.map(({ institution_id, last }) => [institution_id, last + 1]));
  return [...new Set([...sizes.keys(), ...ends.keys()])].flatMap((key): Difference[] => {
    const [stored = 0, expected = 0] = [sizes.get(key), ends.get(key)];
    return stored === expected ? [] : [{ table: 'log_head', key, column: 'size', stored, expected }];
  });
}
