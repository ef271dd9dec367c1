/** Words of the frame around every page. */
import type { Term } from '../../../shared/vocabulary.ts';

export const frameWording = {
  product: { zh: '留痕', en: 'Liuhen' },
  purpose: { zh: '干预司法活动记录管理平台', en: 'Records of interference in judicial activity' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  navigation: { zh: '主导航', en: 'Main' },
  account: { zh: '{name}（{role}）', en: '{name} ({role})' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  otherLanguage: { zh: 'English', en: '中文' },
  demonstration: {
    zh: '演示环境：人员与记录均为虚构',
    en: 'Demonstration: the people and records here are made up',
  },
  notFoundTitle: { zh: '没有找到这一页', en: 'There is no such page' },
  notFoundAdvice: { zh: '请从上方导航进入所需页面', en: 'Use the navigation above' },
  myRecords: { zh: '我的记录', en: 'My records' },
  browsers: { zh: '已连接的浏览器', en: 'Connected browsers' },
  inbox: { zh: '收件箱', en: 'Inbox' },
  records: { zh: '全部记录', en: 'All records' },
  matters: { zh: '事项', en: 'Matters' },
  performanceEvaluation: { zh: '政绩考核', en: 'Performance evaluation' },
  integrityReview: { zh: '述廉评议', en: 'Integrity review' },
  statistics: { zh: '记录统计', en: 'Statistics' },
  selfCheck: { zh: '年度对照检查', en: 'Yearly self-check' },
  readingLog: { zh: '查看日志', en: 'Reading log' },
  accounts: { zh: '账号', en: 'Accounts' },
  about: {
    zh: '依据领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定建设',
    en: 'Built on the provisions for recording, notifying and holding to account interference in judicial activity',
  },
} as const satisfies Record<string, Term>;
