/** The columns of the files, and the workbook's page that says how to read them. */
import { type Quarter, quarters } from '../../shared/statistics/quarter.ts';
import type { RecordingInstitutionRow, RecordingInstitutions } from '../../shared/statistics/recording-institutions.ts';
import { few, least, totalShown } from '../../shared/statistics/suppress.ts';
import { institutionKinds, levels } from '../../shared/vocabulary.ts';
import { type Column, type Table, tableOf } from '../feeds/column.ts';

export const statisticsTitle = '记录情况统计';

export const statisticsColumns: readonly Column<RecordingInstitutionRow>[] = [
  { heading: '年度', kind: 'year', of: ({ year }) => year },
  { heading: '季度', kind: 'text', of: ({ quarter }) => quarters[quarter].zh },
  { heading: '记录机关', kind: 'text', of: ({ institutionName }) => institutionName },
  { heading: '机关类别', kind: 'text', of: ({ institutionKind }) => institutionKinds[institutionKind].zh },
  { heading: '层级', kind: 'text', of: ({ level }) => levels[level].zh },
  { heading: '记录数', kind: 'count', of: ({ records }) => records ?? few },
  { heading: '记录人数', kind: 'count', of: ({ recorders }) => recorders ?? few },
  { heading: '机关标识', kind: 'code', of: ({ institutionId }) => institutionId },
];

const sentenceOf = (quarter: Quarter, rows: readonly RecordingInstitutionRow[]): [string, string] => {
  const { records, recorders, hidden } = totalShown(rows.filter((row) => row.quarter === quarter));
  return [
    `${quarters[quarter].zh}合计`,
    `已列明的机关共${records}条记录、${recorders}名记录人；另有${hidden}个机关以“${few}”表示，不计入合计。`,
  ];
};

/** The workbook: 记录情况统计, 说明. */
export function statisticsTables({ year, rows, unpublished }: RecordingInstitutions): Table[] {
  const published = [...new Set(rows.map(({ quarter }) => quarter))];
  return [
    tableOf(statisticsTitle, statisticsColumns, rows),
    {
      name: '说明',
      columns: [
        { heading: '项目', kind: 'text' },
        { heading: '内容', kind: 'prose' },
      ],
      lines: [
        ['表名', `${year}年度按记录机关${statisticsTitle}`],
        ['统计口径', '按服务器收到记录的时间计入季度，包括此后退回或者撤回的记录；公布后不再变动。'],
        ['公布时间', '各季度终了后次月11日起公布。'],
        [
          '保护记录人',
          `少于${least}条记录或者少于${least}名记录人的（包括没有记录的），记录数和记录人数一并以“${few}”表示。`,
        ],
        ...published.map((quarter) => sentenceOf(quarter, rows)),
        ...unpublished.map(({ quarter, publishedOn }): [string, string] => [
          quarters[quarter].zh,
          `${publishedOn}起公布。`,
        ]),
      ],
    },
  ];
}
