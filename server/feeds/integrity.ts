/** Rows of 述廉评议: leaders × year, the self-check beside the released matters. */
import type { Kysely } from 'kysely';
import type { IntegrityRow } from '../../shared/feeds/rows.ts';
import type { SelfCheck } from '../../shared/self-check/self-check.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { Schema } from '../store/schema.ts';
import { releasedMattersOf } from './released-matters.ts';
import { subjectOf } from './subject.ts';
import type { FeedSubject } from './subjects.ts';

const nothingReported: SelfCheck = { answers: [], statement: '' };

/** The rows of some officials, in their order. */
export async function integrityRows(
  db: Kysely<Schema>,
  year: number,
  subjects: readonly FeedSubject[],
): Promise<IntegrityRow[]> {
  const ids = subjects.map(({ id }) => id);
  const stored = await db
    .selectFrom('self_check')
    .selectAll()
    .where('official_id', 'in', ids)
    .where('year', '=', year)
    .execute();
  const reported = await sealingOf(db).openRows(db, 'self_check', stored);
  const reportOf = new Map(reported.map((row) => [row.official_id, row]));
  const matters = await releasedMattersOf(db, ids, year);
  return subjects.map((subject) => {
    const report = reportOf.get(subject.id);
    const { answers, statement }: SelfCheck = report ? JSON.parse(report.submission) : nothingReported;
    return {
      ...subjectOf(subject, year),
      selfCheckSubmittedAt: report?.submitted_at ?? null,
      declared: answers.filter(({ happened }) => happened).length,
      answers,
      statement,
      releasedMatters: subject.released,
      matters: matters.get(subject.id) ?? [],
    };
  });
}
