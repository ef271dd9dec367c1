/** The columns of the two feeds' tables. */
import type { IntegrityRow, PerformanceRow } from '../../../shared/feeds/rows.ts';
import { formatDate } from '../../../shared/interface/format.ts';
import { say } from '../../../shared/interface/language.ts';
import { Tag } from '../../../shared/interface/tag.tsx';
import { codesOf, conducts, determinations, organKinds, type Term } from '../../../shared/vocabulary.ts';
import { feedWording as wording } from '../wording/feeds.ts';
import type { FeedColumn, FeedSubject } from './order.ts';

const who: readonly FeedColumn<FeedSubject>[] = [
  { key: 'organ', heading: wording.organ, value: ({ organ }) => organ },
  { key: 'post', heading: wording.post, value: ({ post }) => post },
];

const organKind: FeedColumn<FeedSubject> = {
  key: 'organKind',
  heading: wording.organKind,
  value: (row) => say(organKinds[row.organKind]),
};

const released: FeedColumn<FeedSubject> = {
  key: 'released',
  heading: wording.releasedMatters,
  value: ({ releasedMatters }) => releasedMatters,
};

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Gravest first; the other determinations are seldom released and stand in the downloads. */
const gravest = ['interference', 'improper'] as const;

export const performanceColumns: readonly FeedColumn<PerformanceRow>[] = [
  ...who,
  organKind,
  released,
  ...gravest.map((code) => ({
    key: code,
    heading: determinations[code],
    value: (row: PerformanceRow) => row.determinations[code] ?? 0,
  })),
  ...codesOf(conducts).map((code) => ({
    key: `conduct-${code}`,
    heading: conducts[code],
    value: (row: PerformanceRow) => row.conducts[code] ?? 0,
  })),
  { key: 'typical', heading: wording.typicalCases, value: ({ typicalCases }) => typicalCases },
  { key: 'outcomes', heading: wording.outcomes, value: ({ outcomes }) => sumOf(outcomes) },
  { key: 'corrections', heading: wording.corrections, value: ({ corrections }) => corrections },
  { key: 'retractions', heading: wording.retractions, value: ({ retractions }) => retractions },
];

/** What self-check and releases say when read beside each other; null where they agree. */
function comparisonOf({ selfCheckSubmittedAt, declared, releasedMatters }: IntegrityRow): Term | null {
  if (releasedMatters > 0 && !selfCheckSubmittedAt) return wording.releasedButUnsubmitted;
  if (releasedMatters > 0 && declared === 0) return wording.releasedButDenied;
  if (releasedMatters === 0 && declared > 0) return wording.declaredOnly;
  return null;
}

export const integrityColumns: readonly FeedColumn<IntegrityRow>[] = [
  ...who,
  released,
  {
    key: 'selfCheck',
    heading: wording.selfCheck,
    value: ({ selfCheckSubmittedAt }) => say(selfCheckSubmittedAt ? wording.submitted : wording.notSubmitted),
    of: ({ selfCheckSubmittedAt }) => (
      <Tag tone={selfCheckSubmittedAt ? 'active' : 'neutral'}>
        {say(selfCheckSubmittedAt ? wording.submitted : wording.notSubmitted)}
      </Tag>
    ),
  },
  { key: 'declared', heading: wording.declared, value: ({ declared }) => declared },
  {
    key: 'comparison',
    heading: wording.comparison,
    value: (row) => comparisonOf(row)?.zh ?? '',
    of: (row) => {
      const comparison = comparisonOf(row);
      return comparison && <Tag tone="attention">{say(comparison)}</Tag>;
    },
  },
  {
    key: 'submittedAt',
    heading: wording.submittedAt,
    value: ({ selfCheckSubmittedAt }) => selfCheckSubmittedAt ?? '',
    of: ({ selfCheckSubmittedAt }) => selfCheckSubmittedAt && formatDate(selfCheckSubmittedAt),
  },
];
