/** Words of the leader's yearly self-check. */
import type { Term } from '../../../shared/vocabulary.ts';

export const selfCheckWording = {
  title: { zh: '年度对照检查', en: 'Yearly self-check' },
  lead: {
    zh: '请对照实施办法第八条、第九条所列情形，就本人、身边工作人员和亲属在本年度的情况逐项作答。',
    en: 'Answer each item of Articles 8 and 9 for yourself, your staff and your relatives, for this year.',
  },
  draftKept: {
    zh: '已填写的内容自动保存在本机，提交前不会发送。',
    en: 'What you enter is kept on this computer and is not sent before you submit it.',
  },
  article8: { zh: '第八条 违法干预司法活动的情形', en: 'Article 8: unlawful interference' },
  article9: { zh: '第九条 典型案例情形', en: 'Article 9: circumstances of a typical case' },
  answered: { zh: '已答 {answered} / {total}', en: '{answered} of {total} answered' },
  none: { zh: '无', en: 'No' },
  some: { zh: '有', en: 'Yes' },
  explanationFor: { zh: '情况说明：{item}', en: 'What happened: {item}' },
  explanationMissing: { zh: '选择“有”的，请写明情况', en: 'Say what happened where you answer yes' },
  unanswered: { zh: '请作答', en: 'Answer this' },
  allNoneTitle: { zh: '{group}：以上均无', en: '{group}: none of these' },
  allNoneQuestion: {
    zh: '确认{group}在{year}年度没有上述{total}项中的任何一项情形？已选“有”的项目将改为“无”。',
    en: 'Do you confirm that none of these {total} items happened in {year} ({group})? Items answered yes become no.',
  },
  allNoneConfirm: { zh: '确认均无', en: 'Confirm' },
  statement: { zh: '其他需要说明的情况', en: 'Anything else' },
  statementHint: { zh: '没有可不填写', en: 'Leave it empty if there is nothing' },
  released: { zh: '本年度涉及本人的已通报事项', en: 'Matters released about you this year' },
  releasedNone: { zh: '本年度没有涉及本人的已通报事项。', en: 'Nothing was released about you this year.' },
  progress: { zh: '作答进度', en: 'Progress' },
  submit: { zh: '提交对照检查', en: 'Submit' },
  submitTitle: { zh: '提交年度对照检查', en: 'Submit the self-check' },
  submitQuestion: {
    zh: '共 {total} 项，其中填报“有” {happened} 项。提交后组织人事部门可以查看，您可以下载报告随述职述廉报告一并上报。',
    en: '{total} answers, {happened} of them yes. Once submitted, the personnel department can read it, and you can download the statement to hand in with your integrity report.',
  },
  submitPledge: { zh: '本人确认所填内容真实、完整。', en: 'I confirm that the answers are true and complete.' },
  submitConfirm: { zh: '确认提交', en: 'Submit' },
  pledgeMissing: { zh: '请勾选确认', en: 'Tick to confirm' },
  incomplete: { zh: '还有 {count} 项需要填写', en: '{count} answers are missing' },
  incompleteAdvice: { zh: '请补充标有“▲”的项目后再提交。', en: 'Complete the items marked ▲, then submit.' },
  goToFirst: { zh: '转到第一处', en: 'Go to the first' },
  submittedTitle: { zh: '{year}年度对照检查已提交', en: 'The self-check of {year} is submitted' },
  submittedAt: { zh: '提交时间：{at}', en: 'Submitted {at}' },
  download: { zh: '下载对照检查报告（.docx）', en: 'Download the statement (.docx)' },
  submittedAdvice: {
    zh: '请下载报告，签名后随述职述廉报告一并上报。',
    en: 'Download the statement, sign it and hand it in with your integrity report.',
  },
  revise: { zh: '修改后重新提交', en: 'Revise and submit again' },
  answers: { zh: '填报情况', en: 'Your answers' },
  allNoneGiven: { zh: '各项均填报为“无”。', en: 'Every item is answered with no.' },
} as const satisfies Record<string, Term>;

/** What each item asks, in English; the Chinese sentences are those of the statement. */
export const itemSentencesInEnglish: Readonly<Record<8 | 9, Readonly<Record<string, string>>>> = {
  8: {
    pleading: 'Pleading for a party at any stage, from lead verification to enforcement',
    'private-meeting':
      'Asking handlers or heads of the unit to meet a party, counsel, a close relative or an interested person in private',
    'through-others': 'Instructing or tolerating staff or relatives to plead for a party',
    'overstepping-demand':
      'For local or departmental interests, giving a leaning opinion or a concrete demand beyond authority through briefings, coordination meetings or documents',
    other: 'Other unlawful interference in judicial activity',
  },
  9: {
    treat: 'Treating handlers to meals or the like to affect a case',
    gift: 'Giving gifts to affect a case',
    inducement: 'Offering inducements to affect a case',
    threat: 'Threatening handlers of a case',
    'pressure-via-head': 'Pressing the handlers through the head of their unit',
    other: 'Other circumstances to be notified as a typical case',
  },
};
