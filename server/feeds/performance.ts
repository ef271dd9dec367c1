/** Rows of 政绩考核: officials × year, with the tallies that the committer keeps. */
import type { Kysely } from 'kysely';
import type { PerformanceRow } from '../../shared/feeds/rows.ts';
import {
  codesOf,
  conducts,
  determinations,
  outcomes,
  type Term,
  typicalCircumstances,
} from '../../shared/vocabulary.ts';
import type { Schema, TallyTable } from '../store/schema.ts';
import { releasedMattersOf } from './released-matters.ts';
import { subjectOf } from './subject.ts';
import type { FeedSubject } from './subjects.ts';

const countOf = (tallies: readonly TallyTable[], dimension: string, code: string): number =>
  tallies.find((tally) => tally.dimension === dimension && tally.code === code)?.count ?? 0;

/** The counts of a dimension, one for each code. */
function countsOf<Code extends string>(
  tallies: readonly TallyTable[],
  dimension: string,
  vocabulary: Record<Code, Term>,
): Record<Code, number> {
  const counts = codesOf(vocabulary).map((code) => [code, countOf(tallies, dimension, code)]);
  return Object.fromEntries(counts) as Record<Code, number>;
}

/** The rows of some officials, in their order. */
export async function performanceRows(
  db: Kysely<Schema>,
  year: number,
  subjects: readonly FeedSubject[],
): Promise<PerformanceRow[]> {
  const ids = subjects.map(({ id }) => id);
  const tallies = await db
    .selectFrom('tally')
    .selectAll()
    .where('official_id', 'in', ids)
    .where('year', '=', year)
    .execute();
  const talliesOf = Map.groupBy(tallies, ({ official_id }) => official_id);
  const matters = await releasedMattersOf(db, ids, year);
  return subjects.map((subject) => {
    const own = talliesOf.get(subject.id) ?? [];
    return {
      ...subjectOf(subject, year),
      releasedMatters: subject.released,
      determinations: countsOf(own, 'determination', determinations),
      conducts: countsOf(own, 'conduct', conducts),
      typicalCircumstances: countsOf(own, 'circumstance', typicalCircumstances),
      outcomes: countsOf(own, 'outcome', outcomes),
      typicalCases: countOf(own, 'mark', 'typical-case'),
      corrections: countOf(own, 'mark', 'corrected'),
      retractions: countOf(own, 'mark', 'retracted'),
      matters: matters.get(subject.id) ?? [],
    };
  });
}
