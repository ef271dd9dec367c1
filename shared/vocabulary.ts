/**
 * The vocabularies of the regulation: every code that records, matters and feeds carry, with the words shown to users.
 * Codes never change once used; a new practice adds a code. `article` names the article that a code comes from.
 */

/** A term as users read it, Chinese first. */
export interface Term {
  readonly zh: string;
  readonly en: string;
  readonly article?: string;
}

/** What an official, a relative or an organisation was when the contact happened (行为人身份, Art. 5 and 8). */
export const capacities = {
  official: { zh: '领导干部本人', en: 'The official in person' },
  staff: { zh: '身边工作人员', en: 'Staff around the official', article: 'Art. 5' },
  relative: { zh: '亲属', en: 'Relative', article: 'Art. 5' },
  organisation: { zh: '以组织名义', en: "In an organisation's name", article: 'Art. 5' },
  insider: { zh: '司法机关内部人员', en: 'Insider of a judicial organ' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Term>;

/** Under which instrument a contact is recorded: insiders stay out of Art. 7 totals and Art. 8 conducts. */
export const regimes = {
  'leading-cadre': { zh: '领导干部干预司法', en: 'Leading cadre' },
  insider: { zh: '司法机关内部人员过问案件', en: 'Insider of a judicial organ' },
} as const satisfies Record<string, Term>;

/** How the contact reached the recorder (方式). */
export const channels = {
  phone: { zh: '电话', en: 'Telephone' },
  'in-person': { zh: '当面', en: 'In person' },
  messenger: { zh: '微信等', en: 'Messenger' },
  sms: { zh: '短信', en: 'Text message' },
  relayed: { zh: '他人转达', en: 'Relayed by somebody' },
  letter: { zh: '来函来文', en: 'Letter or document' },
  instruction: { zh: '批示', en: 'Written instruction' },
  meeting: { zh: '会议', en: 'Meeting' },
  material: { zh: '转递材料', en: 'Material passed on' },
  email: { zh: '电子邮件', en: 'E-mail' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Term>;

/** The five kinds of unlawful interference (行为情形, Art. 8). */
export const conducts = {
  pleading: { zh: '请托说情', en: 'Pleading for a party', article: 'Art. 8(1)' },
  'private-meeting': { zh: '要求私下会见', en: 'Asking for a private meeting', article: 'Art. 8(2)' },
  'through-others': { zh: '授意纵容身边人说情', en: 'Pleading through staff or relatives', article: 'Art. 8(3)' },
  'overstepping-demand': { zh: '超越职权提出要求', en: 'Demand beyond authority', article: 'Art. 8(4)' },
  other: { zh: '其他', en: 'Other', article: 'Art. 8(5)' },
} as const satisfies Record<string, Term>;

/** Circumstances that make a typical case (典型案例情形, Art. 9). */
export const typicalCircumstances = {
  treat: { zh: '请吃', en: 'Treat', article: 'Art. 9' },
  gift: { zh: '送礼', en: 'Gift', article: 'Art. 9' },
  inducement: { zh: '利诱', en: 'Inducement', article: 'Art. 9' },
  threat: { zh: '威胁', en: 'Threat', article: 'Art. 9' },
  'pressure-via-head': { zh: '通过单位负责人施压', en: 'Pressure through the head of the unit', article: 'Art. 9' },
  other: { zh: '其他', en: 'Other', article: 'Art. 9' },
} as const satisfies Record<string, Term>;

/** What the recorder did (应对情况, Art. 4). */
export const responses = {
  refused: { zh: '拒绝', en: 'Refused', article: 'Art. 4' },
  redirected: { zh: '告知依程序办理', en: 'Told to follow procedure', article: 'Art. 4' },
  returned: { zh: '退回材料', en: 'Returned the material', article: 'Art. 4' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Term>;

/** Whether what was said or passed on carried a leaning opinion (倾向性意见, Art. 3). */
export const leaningOpinions = {
  none: { zh: '无倾向性意见', en: 'None', article: 'Art. 3' },
  stated: { zh: '有倾向性意见', en: 'Stated', article: 'Art. 3' },
  unclear: { zh: '不明确', en: 'Unclear' },
} as const satisfies Record<string, Term>;

/** Stage of the proceedings (诉讼环节, Art. 8(1)). */
export const stages = {
  'lead-verification': { zh: '线索核查', en: 'Lead verification' },
  'case-filing': { zh: '立案', en: 'Case filing' },
  investigation: { zh: '侦查', en: 'Investigation' },
  'prosecution-review': { zh: '审查起诉', en: 'Review and prosecution' },
  trial: { zh: '审判', en: 'Trial' },
  enforcement: { zh: '执行', en: 'Enforcement' },
} as const satisfies Record<string, Term>;

/** A reviewer's screening opinion (甄别意见) and a committee's determination (认定) share one vocabulary. */
export const determinations = {
  'lawful-duty': { zh: '依规履职', en: 'Lawful performance of duty', article: 'Art. 3' },
  inquiry: { zh: '一般过问', en: 'Ordinary inquiry' },
  improper: { zh: '违规过问', en: 'Improper inquiry' },
  interference: { zh: '违法干预', en: 'Unlawful interference', article: 'Art. 8' },
  unfounded: { zh: '不属实', en: 'Unfounded' },
} as const satisfies Record<string, Term>;

/** How far a release (通报) reaches (Art. 8). */
export const releaseScopes = {
  institution: { zh: '所在单位', en: "The official's own unit" },
  district: { zh: '本地区', en: 'The district' },
  system: { zh: '政法系统', en: 'The political-legal system' },
} as const satisfies Record<string, Term>;

/** What followed (处理结果, Art. 10). */
export const outcomes = {
  talk: { zh: '谈话提醒', en: 'Warning talk' },
  criticism: { zh: '批评教育', en: 'Criticism' },
  'party-discipline': { zh: '党纪处分', en: 'Party discipline', article: 'Art. 10' },
  'government-discipline': { zh: '政务处分', en: 'Government discipline', article: 'Art. 10' },
  'criminal-transfer': { zh: '移送司法机关', en: 'Transfer to criminal procedure', article: 'Art. 10' },
} as const satisfies Record<string, Term>;

/** The organ kinds that the measures bind (Art. 2 and 13). */
export const organKinds = {
  party: { zh: '党委机关', en: 'Party organ', article: 'Art. 13' },
  congress: { zh: '人大机关', en: "People's congress", article: 'Art. 13' },
  government: { zh: '行政机关', en: 'Government', article: 'Art. 13' },
  cppcc: { zh: '政协机关', en: 'CPPCC', article: 'Art. 13' },
  court: { zh: '审判机关', en: 'Court', article: 'Art. 13' },
  procuratorate: { zh: '检察机关', en: 'Procuratorate', article: 'Art. 13' },
  enterprise: { zh: '国有企业', en: 'State-owned enterprise', article: 'Art. 13' },
  'public-institution': { zh: '事业单位', en: 'Public institution', article: 'Art. 13' },
  'social-organisation': { zh: '社会团体', en: 'Social organisation', article: 'Art. 13' },
} as const satisfies Record<string, Term>;

/** The kinds of institution that act in the workflow. */
export const institutionKinds = {
  court: { zh: '人民法院', en: 'Court' },
  procuratorate: { zh: '人民检察院', en: 'Procuratorate' },
  'public-security': { zh: '公安机关', en: 'Public-security organ' },
  committee: { zh: '党委政法委', en: 'Party political-legal committee' },
  discipline: { zh: '纪检监察机关', en: 'Discipline inspection' },
  hr: { zh: '组织人事部门', en: 'Organisation and personnel department' },
  party: { zh: '党委', en: 'Party committee' },
} as const satisfies Record<string, Term>;

/** Administrative level of an institution. */
export const levels = {
  region: { zh: '自治区', en: 'Autonomous region' },
  league: { zh: '盟市', en: 'League or city' },
  banner: { zh: '旗县区', en: 'Banner, county or district' },
} as const satisfies Record<string, Term>;

/** Roles of accounts. */
export const roles = {
  recorder: { zh: '记录人', en: 'Recorder' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  committee: { zh: '政法委工作人员', en: 'Committee officer' },
  discipline: { zh: '纪检监察人员', en: 'Discipline inspector' },
  hr: { zh: '组织人事人员', en: 'HR officer' },
  leader: { zh: '领导干部', en: 'Leader' },
  auditor: { zh: '审计人员', en: 'Auditor' },
  administrator: { zh: '管理员', en: 'Administrator' },
} as const satisfies Record<string, Term>;

export type Capacity = keyof typeof capacities;
export type Regime = keyof typeof regimes;
export type Channel = keyof typeof channels;
export type Conduct = keyof typeof conducts;
export type TypicalCircumstance = keyof typeof typicalCircumstances;
export type Response = keyof typeof responses;
export type LeaningOpinion = keyof typeof leaningOpinions;
export type Stage = keyof typeof stages;
export type Determination = keyof typeof determinations;
export type ReleaseScope = keyof typeof releaseScopes;
export type Outcome = keyof typeof outcomes;
export type OrganKind = keyof typeof organKinds;
export type InstitutionKind = keyof typeof institutionKinds;
export type Level = keyof typeof levels;
export type Role = keyof typeof roles;

/**
 * The codes of a vocabulary, as a non-empty tuple that `z.enum` takes.
 * @param vocabulary one of the tables above.
 */
export function codesOf<T extends Record<string, Term>>(vocabulary: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(vocabulary) as [keyof T & string, ...(keyof T & string)[]];
}
