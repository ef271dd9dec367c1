/** Sentences about one's own records. */
import type { Term } from '../../../shared/vocabulary.ts';

export const recordsWording = {
  title: { zh: '我的记录', en: 'My records' },
  record: { zh: '记录', en: 'Record' },
  search: { zh: '按案号查找', en: 'Find by case number' },
  empty: { zh: '尚无记录', en: 'No records yet' },
  nothingFound: { zh: '没有查到“{query}”的记录', en: 'No record of “{query}”' },
  more: { zh: '加载更多', en: 'Load more' },
  onlyHere: { zh: '当前仅显示本机内容', en: 'Showing what is on this computer' },
  count: { zh: '共 {count} 件', en: '{count} in all' },
  shown: { zh: '已显示 {count} 件', en: '{count} shown' },
  noNumber: { zh: '未识别到案号', en: 'No case number' },
  undecided: { zh: '案号待确认', en: 'Case number to be chosen' },
  kept: { zh: '留痕内容', en: 'What was kept' },
  details: { zh: '报送内容', en: 'What was submitted' },
  history: { zh: '办理经过', en: 'History' },
  readings: { zh: '查看情况：{readings}', en: 'Read by: {readings}' },
  readingsOfRole: { zh: '{role} {times} 次', en: '{role} {times}' },
  listSeparator: { zh: '、', en: ', ' },
  captured: { zh: '留痕', en: 'Kept' },
  returnedTitle: { zh: '退回补充', en: 'Returned for more' },
  withdrawTitle: { zh: '撤回本条记录', en: 'Withdraw this record' },
  withdrawWhy: {
    zh: '撤回后不再办理，记录与理由依规留存。',
    en: 'It will not be handled any further; the record and your reason are kept.',
  },
  reason: { zh: '撤回理由', en: 'Reason' },
  reasonMissing: { zh: '请写明撤回理由', en: 'Give a reason' },
  confirmWithdraw: { zh: '确认撤回', en: 'Withdraw it' },
  cancel: { zh: '取消', en: 'Cancel' },
  needsSession: { zh: '登录后可查看办理状态', en: 'Sign in to see how it stands' },
} as const satisfies Record<string, Term>;
