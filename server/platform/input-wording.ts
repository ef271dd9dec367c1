/**
 * What is wrong with an input, in the words of the form: the field's name and what it wants. A schema that says it better
 * (`请写明撤回理由`) keeps its own sentence.
 */
import { z } from 'zod';

/** Names of fields as users know them, by the last part of the path; `details.stage` by more of it. */
const names: Readonly<Record<string, string>> = {
  captureId: '留痕编号',
  capturedAt: '留痕时间',
  caseNumbers: '案号',
  caseTitle: '案件名称',
  cause: '案由',
  parties: '当事人',
  stage: '审判程序',
  'details.stage': '诉讼环节',
  handlingJudge: '承办法官',
  pageAddress: '页面地址',
  pageTitle: '页面标题',
  frameAddress: '框架地址',
  screenshot: '截图',
  sha256: '校验值',
  mediaType: '文件类型',
  bytes: '文件大小',
  details: '补充内容',
  caseNumber: '案号',
  actor: '行为人',
  officialId: '领导干部标识',
  name: '姓名',
  organ: '单位',
  post: '职务',
  capacity: '行为人身份',
  regime: '适用规定',
  channel: '方式',
  conducts: '行为情形',
  typicalCircumstances: '典型案例情形',
  request: '要求内容',
  leaningOpinion: '倾向性意见',
  response: '应对情况',
  occurredAt: '发生时间',
  occurredWhere: '发生地点',
  evidence: '证据材料',
  evidenceId: '证据编号',
  type: '办理步骤',
  step: '办理步骤',
  matterId: '事项编号',
  reason: '理由',
  note: '说明',
  expectedVersion: '版本号',
  opinion: '甄别意见',
  determination: '认定',
  typicalCase: '典型案例',
  approvedBy: '批准机关',
  approvedOn: '批准日期',
  documentNumber: '文号',
  scope: '通报范围',
  outcome: '处理结果',
  decidedOn: '决定日期',
  instrument: '依据文件',
  answers: '对照检查情况',
  happened: '有无',
  explanation: '情况说明',
  statement: '其他说明',
  year: '年度',
  cursor: '分页标记',
  limit: '每页数量',
  q: '查询内容',
  state: '状态',
  organKind: '机关类别',
  institution: '机关',
  sort: '排序',
  since: '起始版本',
  label: '名称',
  id: '编号',
};

function nameOf(path: readonly PropertyKey[]): string {
  const words = path.filter((part) => typeof part === 'string');
  return names[words.slice(-2).join('.')] ?? names[words.at(-1) ?? ''] ?? '';
}

type Issue = z.core.$ZodRawIssue;

/** How much of a thing there may be, in its own unit. */
const units: Readonly<Record<string, string>> = { string: '个字', array: '项' };

function complaint(issue: Issue): string {
  if (issue.input === undefined && issue.code !== 'custom') return '尚未填写';
  switch (issue.code) {
    case 'too_big':
      return issue.origin in units ? `最多 ${issue.maximum} ${units[issue.origin]}` : `不能大于 ${issue.maximum}`;
    case 'too_small':
      if (issue.origin in units) return `至少 ${issue.minimum} ${units[issue.origin]}`;
      return `${issue.inclusive ? '不能小于' : '应当大于'} ${issue.minimum}`;
    case 'invalid_value':
    case 'invalid_union':
      return '不在可选范围内';
    default:
      return '格式不正确';
  }
}

/** Makes these words those of every schema. */
export function speakChinese(): void {
  z.config({
    localeError: (issue) => {
      const name = nameOf(issue.path ?? []);
      return name ? `${name}：${complaint(issue)}` : `内容${complaint(issue)}`;
    },
  });
}
