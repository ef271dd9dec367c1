import type { Term } from '../../shared/vocabulary.ts';

/** Titles of the toolbar button. */
export const buttonWording = {
  recognised: { zh: '{number}　点击留痕', en: '{number} — click to record' },
  undecided: {
    zh: '{numbers}　页面同时打开多个案件，点击留痕后请选择',
    en: '{numbers} — several cases are open: click to record, then choose',
  },
  waiting: { zh: '一键留痕（当前页面未识别到案件）', en: 'Record with one click (no case is recognised here)' },
  failed: {
    zh: '刚才的留痕未能保存，请检查磁盘空间后重试',
    en: 'The last click could not be kept: check the disk space and click again',
  },
} as const satisfies Record<string, Term>;
