/** The columns of the two yearly feeds and of the lines behind them, in the order in which HR reads them. */
import type { IntegrityRow, PerformanceRow } from '../../shared/feeds/rows.ts';
import { type Answer, type ReleasedMatter, selfCheckGroups } from '../../shared/self-check/self-check.ts';
import { itemTerm } from '../../shared/self-check/sentences.ts';
import {
  capacities,
  conducts,
  determinations,
  organKinds,
  outcomes,
  typicalCircumstances,
} from '../../shared/vocabulary.ts';
import { type Column, countColumns, momentIn, wordsOf } from './column.ts';
import type { RowSubject } from './subject.ts';

const yesOrBlank = (holds: boolean) => (holds ? '是' : '');

const who: Column<RowSubject>[] = [
  { heading: '年度', kind: 'year', of: ({ year }) => year },
  { heading: '姓名', kind: 'text', of: ({ name }) => name },
  { heading: '所在单位', kind: 'text', of: ({ organ }) => organ },
  { heading: '职务', kind: 'text', of: ({ post }) => post },
];

const standing: Column<RowSubject>[] = [
  { heading: '职级', kind: 'text', of: ({ rank }) => rank },
  { heading: '机关类别', kind: 'text', of: ({ organKind }) => organKinds[organKind].zh },
  { heading: '干部管理党委', kind: 'text', of: ({ managingCommittee }) => managingCommittee },
  { heading: '任职状态', kind: 'text', of: ({ retired }) => (retired ? '退休' : '在职') },
];

const key: Column<RowSubject>[] = [{ heading: '干部标识', kind: 'code', of: ({ officialId }) => officialId }];

/** Gravest first: what HR looks for stands beside the total. */
const determinationsByGravity = {
  interference: determinations.interference,
  improper: determinations.improper,
  inquiry: determinations.inquiry,
  'lawful-duty': determinations['lawful-duty'],
  unfounded: determinations.unfounded,
};

/** 政绩考核: officials × year, released matters counted by every vocabulary. */
export const performanceColumns: readonly Column<PerformanceRow>[] = [
  ...who,
  ...standing,
  { heading: '通报事项数', kind: 'count', of: ({ releasedMatters }) => releasedMatters },
  ...countColumns('认定', determinationsByGravity, (row: PerformanceRow) => row.determinations),
  ...countColumns('行为情形', conducts, (row: PerformanceRow) => row.conducts),
  ...countColumns('典型案例情形', typicalCircumstances, (row: PerformanceRow) => row.typicalCircumstances),
  { heading: '典型案例数', kind: 'count', of: ({ typicalCases }) => typicalCases },
  ...countColumns('处理结果', outcomes, (row: PerformanceRow) => row.outcomes),
  { heading: '更正数', kind: 'count', of: ({ corrections }) => corrections },
  { heading: '撤销通报数', kind: 'count', of: ({ retractions }) => retractions },
  ...key,
];

/** What the words of a self-check and the releases say when read beside each other; the first that holds is shown. */
const comparisons: readonly (readonly [holds: (row: IntegrityRow) => boolean, words: string])[] = [
  [(row) => !row.selfCheckSubmittedAt && row.releasedMatters > 0, '有通报事项，未提交对照检查'],
  [(row) => !row.selfCheckSubmittedAt, '未提交对照检查'],
  [(row) => row.releasedMatters > 0 && row.declared === 0, '有通报事项，对照检查填报为“无”'],
  [(row) => row.releasedMatters === 0 && row.declared > 0, '对照检查有填报，无通报事项'],
];

/** 述廉评议: leaders × year, the self-check beside the released matters. `zone`: the clock of the times. */
export const integrityColumns = (zone: string): readonly Column<IntegrityRow>[] => [
  ...who,
  ...standing,
  {
    heading: '对照检查提交时间',
    kind: 'moment',
    of: ({ selfCheckSubmittedAt }) => (selfCheckSubmittedAt ? momentIn(selfCheckSubmittedAt, zone) : ''),
  },
  { heading: '填报“有”项数', kind: 'count', of: ({ declared }) => declared },
  { heading: '通报事项数', kind: 'count', of: ({ releasedMatters }) => releasedMatters },
  {
    heading: '核对提示',
    kind: 'text',
    of: (row) => comparisons.find(([holds]) => holds(row))?.[1] ?? '',
  },
  {
    heading: '填报情况',
    kind: 'prose',
    of: ({ answers }) =>
      answers
        .filter(({ happened }) => happened)
        .map((answer) => `${selfCheckGroups[answer.group].zh}·${itemTerm(answer).zh}：${answer.explanation}`)
        .join('\n'),
  },
  { heading: '其他需要说明的情况', kind: 'prose', of: ({ statement }) => statement },
  ...key,
];

/** One released matter of one official. */
export interface MatterLine {
  readonly subject: RowSubject;
  readonly matter: ReleasedMatter;
}

const ofSubject = (columns: readonly Column<RowSubject>[]): Column<{ subject: RowSubject }>[] =>
  columns.map((column) => ({ ...column, of: ({ subject }) => column.of(subject) }));

/** 通报事项明细: one line for each released matter. */
export const matterColumns: readonly Column<MatterLine>[] = [
  ...ofSubject(who),
  { heading: '通报日期', kind: 'day', of: ({ matter }) => matter.releasedOn },
  { heading: '行为人身份', kind: 'text', of: ({ matter }) => capacities[matter.capacity].zh },
  { heading: '认定', kind: 'text', of: ({ matter }) => determinations[matter.determination].zh },
  { heading: '行为情形', kind: 'text', of: ({ matter }) => wordsOf(conducts, matter.conducts) },
  {
    heading: '典型案例情形',
    kind: 'text',
    of: ({ matter }) => wordsOf(typicalCircumstances, matter.typicalCircumstances),
  },
  { heading: '典型案例', kind: 'text', of: ({ matter }) => yesOrBlank(matter.typicalCase) },
  { heading: '处理结果', kind: 'text', of: ({ matter }) => wordsOf(outcomes, matter.outcomes) },
  { heading: '已更正', kind: 'text', of: ({ matter }) => yesOrBlank(matter.corrected) },
  { heading: '已撤销通报', kind: 'text', of: ({ matter }) => yesOrBlank(matter.retracted) },
  { heading: '事项标识', kind: 'code', of: ({ matter }) => matter.matterId },
  ...ofSubject(key),
];

/** One item that an official answered with 有. */
export interface DeclarationLine {
  readonly subject: RowSubject;
  readonly answer: Answer;
}

/** 对照检查明细: one line for each item answered with 有. */
export const declarationColumns: readonly Column<DeclarationLine>[] = [
  ...ofSubject(who),
  { heading: '条款', kind: 'text', of: ({ answer }) => (answer.article === 8 ? '第八条' : '第九条') },
  { heading: '对照内容', kind: 'text', of: ({ answer }) => itemTerm(answer).zh },
  { heading: '涉及人员', kind: 'text', of: ({ answer }) => selfCheckGroups[answer.group].zh },
  { heading: '情况说明', kind: 'prose', of: ({ answer }) => answer.explanation },
  ...ofSubject(key),
];
