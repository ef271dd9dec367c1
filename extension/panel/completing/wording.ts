/** Sentences of the form that completes a note. */
import type { Term } from '../../../shared/vocabulary.ts';

export const completingWording = {
  title: { zh: '补充情况', en: 'Details' },
  whenTimeAllows: { zh: '随填随存，可随时关闭，稍后再补', en: 'Saved as you go; close it and come back any time' },
  who: { zh: '行为人', en: 'Who' },
  usualPlaces: { zh: '常用地点', en: 'Usual places' },
  ifAny: { zh: '有则选，可多选', en: 'if any; several possible' },
  whoHint: { zh: '姓名、拼音或首字母', en: 'Name, pinyin or initials' },
  recentlyNamed: { zh: '近期记录', en: 'Named recently' },
  directoryAway: { zh: '名录暂时无法查询，可直接填写', en: 'The directory cannot be reached: write it down' },
  retired: { zh: '已退休', en: 'Retired' },
  changeActor: { zh: '更换', en: 'Change' },
  organ: { zh: '单位', en: 'Organ' },
  post: { zh: '职务', en: 'Post' },
  capacity: { zh: '行为人身份', en: 'Capacity' },
  channel: { zh: '方式', en: 'Channel' },
  conducts: { zh: '行为情形', en: 'Conduct' },
  typicalCircumstances: { zh: '典型案例情形', en: 'Typical circumstances' },
  request: { zh: '过问或者请托内容', en: 'What was asked' },
  requestHint: { zh: '如实记录对方的原话或者大意', en: 'Their words, or the gist of them' },
  phrases: { zh: '常用表述', en: 'Phrases' },
  leaningOpinion: { zh: '倾向性意见', en: 'Leaning opinion' },
  response: { zh: '应对情况', en: 'Response' },
  stage: { zh: '诉讼环节', en: 'Stage' },
  occurredAt: { zh: '发生时间', en: 'When' },
  occurredWhere: { zh: '发生地点', en: 'Where' },
  severalPossible: { zh: '可多选', en: 'several possible' },
  carriedOver: { zh: '沿用上次记录，请核对', en: 'As in your last record: check' },
  savedHere: { zh: '已保存在本机', en: 'Saved on this computer' },
  saving: { zh: '正在保存', en: 'Saving' },
  notSaved: { zh: '未能保存，请勿关闭面板', en: 'Not saved: do not close the panel' },
  submit: { zh: '报送', en: 'Submit' },
  submitAgain: { zh: '再次报送', en: 'Submit again' },
  submitting: { zh: '正在报送', en: 'Submitting' },
  submittingWhy: {
    zh: '内容已在本机排队，连通后自动报送，可以关闭面板',
    en: 'Queued here; it goes out by itself. You may close the panel',
  },
  submitted: { zh: '已报送', en: 'Submitted' },
  submittedWhy: { zh: '已报送本单位审核人', en: "Your institution's reviewer has it" },
  notSubmitted: {
    zh: '未能报送，内容保存在本机，请修改后再次报送',
    en: 'Not submitted; all is kept here: correct it and submit again',
  },
  submittingWhenSignedIn: {
    zh: '内容已在本机排队，重新登录后自动报送',
    en: 'Queued here; it goes out once you have signed in',
  },
  lacking: { zh: '还有 {count} 项需要填写', en: '{count} still to fill in' },
} as const satisfies Record<string, Term>;

/** Phrases that a recorder would otherwise type again and again (Art. 4 and 8: probing, pleading, demands). */
export const requestPhrases: readonly Term[] = [
  { zh: '打听案件进展情况', en: 'Asked how the case stands' },
  { zh: '要求尽快办结', en: 'Asked for an early conclusion' },
  { zh: '请求照顾一方当事人', en: 'Asked to favour one party' },
  { zh: '要求会见承办人', en: 'Asked to meet the handler' },
  { zh: '对处理结果提出具体要求', en: 'Made a demand about the outcome' },
  { zh: '要求暂缓执行', en: 'Asked to stay enforcement' },
];

/** Where such contacts happen most. */
export const usualPlaces: readonly Term[] = [
  { zh: '办公室', en: 'Office' },
  { zh: '审判区', en: 'Court area' },
  { zh: '会议室', en: 'Meeting room' },
  { zh: '院外', en: 'Outside' },
];
