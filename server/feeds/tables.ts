/** Each feed as the tables of its workbook: the rows, the lines behind them, and the page that says how to read them. */
import type { IntegrityRow, PerformanceRow } from '../../shared/feeds/rows.ts';
import { type Table, tableOf } from './column.ts';
import { declarationColumns, integrityColumns, matterColumns, performanceColumns } from './columns.ts';

export type FeedName = 'performance-evaluation' | 'integrity-review';

/** What is said of a file as a whole. */
export interface FeedEdition {
  readonly year: number;
  readonly version: number;
  /** IANA zone of the times shown. */
  readonly zone: string;
}

export const feedTitles: Record<FeedName, string> = {
  'performance-evaluation': '政绩考核',
  'integrity-review': '述廉评议',
};

const releasesSaid = [
  ['统计范围', '本年度经批准通报、且未撤销的事项。尚未通报的事项不计入，也不在任何栏目中体现。'],
  ['年度', '以通报日期所在年度为准，与行为发生时间无关。'],
  ['计数', '同一事项涉及多种行为情形或者多项处理结果的，分别计入相应栏目；“通报事项数”按事项计算。'],
  ['更正与撤销', '更正后的事项按更正后的内容统计；撤销通报的事项只计入“撤销通报数”，明细中保留并注明。'],
  ['保护记录人', '本表不含记录人、记录机关、案件、诉讼环节和行为发生时间。'],
] as const;

const basis =
  '《领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定》及自治区实施办法（以下简称《实施办法》）第十二条';

const said: Record<FeedName, readonly (readonly [string, string])[]> = {
  'performance-evaluation': [
    ['用途', '供组织人事部门在党风廉政建设责任制考核和政绩考核中使用。'],
    ['依据', `${basis}。`],
    ...releasesSaid,
  ],
  'integrity-review': [
    ['用途', '供组织人事部门在年度述职述廉和评议中使用：领导干部对照检查与已通报事项并列。'],
    ['依据', `${basis}；对照检查的内容为《实施办法》第八条、第九条所列情形。`],
    ...releasesSaid,
    ['核对提示', '由填报情况与通报事项比对得出，仅供核对参考，不作为认定依据。'],
  ],
};

function notes(feed: FeedName, { year, version, zone }: FeedEdition, rows: number): Table {
  return {
    name: '说明',
    columns: [
      { heading: '项目', kind: 'text' },
      { heading: '内容', kind: 'prose' },
    ],
    lines: [
      ['表名', `${year}年度领导干部干预司法活动${feedTitles[feed]}情况表`],
      ...said[feed],
      ['人数', `${rows}人`],
      ['数据版本', `第${version}版。数据有变动时版本递增，相同版本的内容相同。`],
      ['时间', `按 ${zone} 时区显示。`],
    ],
  };
}

const matterLines = (rows: readonly (PerformanceRow | IntegrityRow)[]): Table =>
  tableOf(
    '通报事项明细',
    matterColumns,
    rows.flatMap((subject) => subject.matters.map((matter) => ({ subject, matter }))),
  );

/** The workbook of the performance evaluation: 政绩考核, 通报事项明细, 说明. */
export const performanceTables = (edition: FeedEdition, rows: readonly PerformanceRow[]): Table[] => [
  tableOf(feedTitles['performance-evaluation'], performanceColumns, rows),
  matterLines(rows),
  notes('performance-evaluation', edition, rows.length),
];

/** The workbook of the integrity review: 述廉评议, 通报事项明细, 对照检查明细, 说明. */
export const integrityTables = (edition: FeedEdition, rows: readonly IntegrityRow[]): Table[] => [
  tableOf(feedTitles['integrity-review'], integrityColumns(edition.zone), rows),
  matterLines(rows),
  tableOf(
    '对照检查明细',
    declarationColumns,
    rows.flatMap((subject) =>
      subject.answers.filter(({ happened }) => happened).map((answer) => ({ subject, answer })),
    ),
  ),
  notes('integrity-review', edition, rows.length),
];
