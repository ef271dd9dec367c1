/** Words of the page of statistics. */
import type { Term } from '../../../shared/vocabulary.ts';

export const statisticsWording = {
  title: { zh: '记录统计', en: 'Statistics' },
  lead: { zh: '各记录机关按季度收到的记录', en: 'Records received, by recording institution and quarter' },
  quarter: { zh: '季度', en: 'Quarter' },
  anyQuarter: { zh: '已公布的各季度', en: 'All published' },
  institution: { zh: '记录机关', en: 'Recording institution' },
  kind: { zh: '机关类别', en: 'Kind' },
  level: { zh: '层级', en: 'Level' },
  records: { zh: '记录数', en: 'Records' },
  recorders: { zh: '记录人数', en: 'Recorders' },
  table: { zh: '{year}年{quarter}各机关记录情况', en: 'Records by institution, {year} {quarter}' },
  quarterHeading: { zh: '{year}年{quarter}', en: '{year} {quarter}' },
  total: {
    zh: '已列明数字的机关 {shown} 个，共 {records} 条记录、{recorders} 名记录人',
    en: '{shown} institutions with figures: {records} records by {recorders} recorders',
  },
  few: { zh: '以“{few}”表示的机关（{hidden} 个）', en: 'Institutions shown as {few} ({hidden})' },
  listSeparator: { zh: '；', en: '; ' },
  shielding: {
    zh: '为保护记录人，少于{least}条记录或者少于{least}名记录人的（包括没有记录的），一并以“{few}”表示，不计入合计。各季度数据自季度终了后次月11日起公布，公布后不再变动。',
    en: 'To shield recorders, fewer than {least} records or fewer than {least} recorders, none included, are shown as {few} and are in no total. A quarter is published from the 11th of the month after it, and does not change afterwards.',
  },
  unpublished: {
    zh: '{quarter}数据将于{day}起公布',
    en: '{quarter} will be published from {day}',
  },
  empty: { zh: '没有已公布的数据', en: 'Nothing is published yet' },
  noOrgans: { zh: '本部门管理范围内没有记录机关', en: 'No recording institution stands under your party committee' },
} as const satisfies Record<string, Term>;
