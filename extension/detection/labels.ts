/** The labels under which case systems of courts, procuratorates and police show the fields of a case. */
import type { CaseFields } from './snapshot.ts';

export type LabelledField = keyof CaseFields | 'caseNumber' | 'other';

const labels: Readonly<Record<LabelledField, string>> = {
  caseNumber: '案号 本案案号 案件编号 案件号 案件文号 案件案号 当前案号 收案案号 立案案号 受理案号 办案案号 案卷号',
  caseTitle: '案件名称 案名 案件标题',
  cause: '案由 立案案由 案由名称 罪名 案件性质 涉嫌罪名',
  parties: '当事人 当事人信息 当事人名称 诉讼参与人 双方当事人 犯罪嫌疑人 被告人',
  stage: '审判程序 适用程序 审理程序 诉讼程序 办案环节 诉讼阶段 审级',
  handlingJudge: '承办法官 承办人 主办法官 主审法官 审判员 承办检察官 主办侦查员',
  // Known only so that the head of a table is told from a row of pairs.
  other: '序号 案件类别 案件类型 案件状态 状态 立案日期 收案日期 承办部门 书记员 操作 法庭 关联关系 受理法院 原告 被告',
};

const fieldOf = new Map<string, LabelledField>();
for (const field of Object.keys(labels) as LabelledField[]) {
  for (const label of labels[field].split(' ')) fieldOf.set(label, field);
}

/** A text without blanks, colons and the star of required fields: 案　号： is 案号. */
export function compact(text: string): string {
  return text.replace(/[\s\u200b*＊:：]/g, '');
}

/** The field that a whole text labels; undefined for every other text, 原审案号 among them. */
export function labelledField(text: string): LabelledField | undefined {
  return text.length > 24 ? undefined : fieldOf.get(compact(text));
}

/** Words before a number, or over its section, that make it a reference to another case or a document. */
export const referenceWords =
  /关联|相关|原审|一审|二审|再审|前案|原案|另案|本诉|系列|串案|类案|参照|指导|不服|依据|文书|判决|裁定|起诉书|历史|最近|结果|列表|待办|提醒|消息|公告/;

/** Buttons that make the fields beside them a search form. */
export const searchWords = /^(查询|检索|搜索|筛选|重置)$/;
