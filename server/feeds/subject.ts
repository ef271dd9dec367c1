/** What every row says of the official it is about. */
import type { PerformanceRow } from '../../shared/feeds/rows.ts';
import type { OrganKind } from '../../shared/vocabulary.ts';
import type { FeedSubject } from './subjects.ts';

export type RowSubject = Pick<
  PerformanceRow,
  'officialId' | 'name' | 'organKind' | 'organ' | 'post' | 'rank' | 'managingCommittee' | 'retired' | 'year'
>;

export const subjectOf = (official: FeedSubject, year: number): RowSubject => ({
  officialId: official.id,
  name: official.name,
  organKind: official.organ_kind as OrganKind,
  organ: official.organ,
  post: official.post,
  rank: official.rank,
  managingCommittee: official.managing_committee,
  retired: official.retired === 1,
  year,
});
