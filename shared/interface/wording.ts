/** Words that panel and console share. */
import type { Term } from '../vocabulary.ts';

export const sharedWording = {
  required: { zh: '（必填）', en: ' (required)' },
  copy: { zh: '复制', en: 'copy' },
  copied: { zh: '已复制', en: 'copied' },
  copyCaseNumber: { zh: '复制案号 {caseNumber}', en: 'Copy case number {caseNumber}' },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  loading: { zh: '正在载入……', en: 'Loading…' },
  retry: { zh: '重试', en: 'Try again' },
  unreachable: {
    zh: '无法连接服务器，已填写的内容不受影响，请检查网络后重试',
    en: 'The server cannot be reached; nothing you entered is lost. Check the network and try again',
  },
  pages: { zh: '分页', en: 'Pages' },
  page: { zh: '第 {page} 页', en: 'Page {page}' },
  pageWithCount: { zh: '第 {page} 页，本页 {count} 条', en: 'Page {page}, {count} on this page' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  searching: { zh: '正在查找……', en: 'Searching…' },
  nothingFound: { zh: '没有找到匹配项', en: 'Nothing found' },
  choose: { zh: '请选择', en: 'Choose' },
} as const satisfies Record<string, Term>;
