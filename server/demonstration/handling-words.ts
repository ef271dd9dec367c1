/** What reviewers, committees and discipline inspectors write in the demonstration. */
import type { Conduct, Determination, Outcome } from '../../shared/vocabulary.ts';

export const returnReasons = [
  '请补充行为人所在单位及职务。',
  '请补充对方的具体表述。',
  '请说明是否提出倾向性意见。',
  '请补充发生时间和地点。',
];

export const withdrawalReasons = [
  '误点留痕，与案件无关。',
  '经核对系当事人本人咨询，不属于过问。',
  '重复记录，以前一条为准。',
  '系履行法定职责的正常联系。',
];

export const screeningReasons: Record<Determination, readonly string[]> = {
  inquiry: [
    '仅了解进度，未提出要求，属一般过问。',
    '转达诉求，无倾向性意见，按一般过问处理。',
    '经核实未影响案件办理，属一般过问。',
    '内容为程序性询问，已告知查询途径。',
  ],
  'lawful-duty': [
    '依职责以书面方式了解情况，符合程序。',
    '属信访、督办等正常工作联系，未对处理提出意见。',
    '系依规履行协调职责。',
  ],
  unfounded: ['经与记录人核实，难以确认行为人身份。', '经核查，所述情况不能证实。'],
  improper: [
    '超出了解情况的范围，带有倾向性意见，建议报送。',
    '违反程序过问案件，情况属实，建议报送研究。',
    '为一方当事人说情，虽未影响办理，仍属违规。',
  ],
  interference: [
    '就处理结果提出具体要求，情节较重，建议报送。',
    '多次为当事人请托说情，属违法干预，建议报送。',
    '以职权施加影响，建议报送研究认定。',
  ],
};

export const studyNotes = [
  '经集体研究，情况基本清楚，拟进一步核实后认定。',
  '已听取审核单位汇报，并调阅相关材料。',
  '已向有关单位核实，拟提交会议认定。',
];

export const determinationReasons: Record<Determination, readonly string[]> = {
  improper: ['经核实，行为人违反程序过问案件，情节较轻。', '行为属实，未造成后果，认定为违规过问。'],
  interference: [
    '经核实，行为人利用职务影响提出明确要求，认定为违法干预。',
    '情况属实，符合所列情形，认定为违法干预。',
  ],
  inquiry: ['经研究，未提出倾向性意见，认定为一般过问。'],
  'lawful-duty': ['经研究，属于依规履行职责。'],
  unfounded: ['经核实，现有材料不能证实。'],
};

export const correctionReasons: Record<Conduct, string> = {
  pleading: '经复核，情节认定调整为违规过问。',
  'private-meeting': '经复核，情形表述予以更正。',
  'through-others': '经复核，行为情形予以更正。',
  'overstepping-demand': '经复核，情节认定调整为违规过问。',
  other: '经复核，予以更正。',
};

export const retractionReason = '经复查，系同名人员，原通报予以撤销。';
export const reopeningReason = '收到新的记录，重新甄别。';
export const disclosureNote = '经批准，通过政法机关网站公开典型案例。';
export const releaseNotes = ['印发通报，抄送纪检监察机关和组织部门。', '在有关单位范围内通报。', ''];
export const referralNotes = ['附记录表及相关材料。', '请研究认定。', ''];
export const shelvingNotes = ['存查。', '已告知记录人。', ''];
export const closingNotes = ['已办结，材料归档。', ''];
/** Who approves a release: the committee's principal or its meeting. */
export const approvers = ['党委主要负责同志', '政法委全体会议', '政法委书记办公会议'];

export const instruments: Record<Outcome, readonly string[]> = {
  talk: ['由主管领导谈话提醒，作出书面说明。', ''],
  criticism: ['在民主生活会上作出检讨。', ''],
  'party-discipline': ['党内警告。', '党内严重警告。'],
  'government-discipline': ['政务警告。', '政务记过。'],
  'criminal-transfer': ['问题线索移送司法机关。'],
};
