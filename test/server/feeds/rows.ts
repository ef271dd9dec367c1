/** Fictional rows of the feeds, for the tests of their files. */
import type { IntegrityRow, PerformanceRow } from '../../../shared/feeds/rows.ts';
import {
  type Answer,
  type ReleasedMatter,
  selfCheckGroups,
  selfCheckItems,
} from '../../../shared/self-check/self-check.ts';
import { codesOf, conducts, determinations, outcomes, typicalCircumstances } from '../../../shared/vocabulary.ts';

const zeros = <Code extends string>(codes: readonly Code[]) =>
  Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;

export const released: ReleasedMatter = {
  matterId: '0199d5a0-0000-7000-8000-0000000000a1',
  releasedOn: '2026-03-05',
  capacity: 'official',
  determination: 'interference',
  conducts: ['pleading', 'private-meeting'],
  typicalCircumstances: ['pressure-via-head'],
  typicalCase: true,
  outcomes: ['talk', 'party-discipline'],
  corrected: false,
  retracted: false,
};

const subject = {
  officialId: '0199d5a0-0000-7000-8000-000000000001',
  name: '白某某',
  organKind: 'government' as const,
  organ: '示范旗交通运输局',
  post: '局长',
  rank: '县处级正职',
  managingCommittee: '中共示范旗委员会',
  retired: false,
  year: 2026,
};

export function performanceRow(changes: Partial<PerformanceRow> = {}): PerformanceRow {
  return {
    ...subject,
    releasedMatters: 1,
    determinations: { ...zeros(codesOf(determinations)), interference: 1 },
    conducts: { ...zeros(codesOf(conducts)), pleading: 1, 'private-meeting': 1 },
    typicalCircumstances: { ...zeros(codesOf(typicalCircumstances)), 'pressure-via-head': 1 },
    outcomes: { ...zeros(codesOf(outcomes)), talk: 1, 'party-discipline': 1 },
    typicalCases: 1,
    corrections: 0,
    retractions: 0,
    matters: [released],
    ...changes,
  };
}

/** A row without any released matter. */
export const quietRow = (changes: Partial<PerformanceRow> = {}): PerformanceRow =>
  performanceRow({
    releasedMatters: 0,
    determinations: zeros(codesOf(determinations)),
    conducts: zeros(codesOf(conducts)),
    typicalCircumstances: zeros(codesOf(typicalCircumstances)),
    outcomes: zeros(codesOf(outcomes)),
    typicalCases: 0,
    matters: [],
    ...changes,
  });

/** Every item answered with 无, but for those given as `article:code:group` with their explanation. */
export const answersOf = (happened: Record<string, string> = {}): Answer[] =>
  selfCheckItems.flatMap(({ article, code }) =>
    codesOf(selfCheckGroups).map((group) => {
      const explanation = happened[`${article}:${code}:${group}`] ?? '';
      return { article, code, group, happened: explanation !== '', explanation };
    }),
  );

export function integrityRow(changes: Partial<IntegrityRow> = {}): IntegrityRow {
  const explanation = '今年3月，司机张某曾代他人向法院打听案件进展，本人知悉后已予批评制止。';
  return {
    ...subject,
    selfCheckSubmittedAt: '2026-12-31T16:05:00.000Z',
    declared: 1,
    answers: answersOf({ '8:through-others:staff': explanation }),
    statement: '本人将严格管好身边工作人员。',
    releasedMatters: 1,
    matters: [released],
    ...changes,
  };
}
