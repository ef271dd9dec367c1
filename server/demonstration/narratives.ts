/** What the records say was asked: short, neutral, in the words of the trade, put together from parts. */
import type { Channel, Response, Stage, TypicalCircumstance } from '../../shared/vocabulary.ts';
import type { ApproachKind } from './approaches.ts';
import type { Nature } from './cases.ts';
import type { Seed } from './seed.ts';

const leads: Record<Channel, readonly string[]> = {
  phone: ['来电，', '打来电话，', '上班时间来电，', '拨打办公电话，'],
  'in-person': ['当面', '到单位办事时当面', '来访时', '遇见时'],
  messenger: ['通过微信', '发来微信消息，', '在微信中'],
  sms: ['发来短信，', '通过短信'],
  relayed: ['托熟人转话，', '通过原同事转达，', '请他人代为转达，', '托人捎话，'],
  letter: ['来函，', '以单位名义来函，', '发来书面函件，'],
  instruction: ['在群众来信上批示，', '在情况报告上批注，'],
  meeting: ['在协调会上', '会议间隙', '在专题会上'],
  material: ['转来当事人书写的材料，', '转交情况说明一份，'],
  email: ['发来邮件，', '通过电子邮件'],
  other: [''],
};

/** Questions that fit every case of a stage, and those that fit its civil cases only. */
const progress: Record<Stage, readonly string[]> = {
  trial: [
    '询问本案何时开庭',
    '询问案件目前办到哪一步',
    '询问大约何时能够审结',
    '询问判决书何时送达',
    '询问是否已经组成合议庭',
    '询问庭审是否延期',
    '询问上诉材料何时移送',
    '询问案件由哪个庭办理',
  ],
  enforcement: [
    '询问执行款何时发放',
    '询问财产查控的进展',
    '询问评估拍卖的时间安排',
    '询问案件是否已经终结本次执行',
    '询问恢复执行的申请是否已经受理',
    '询问被执行人账户是否已经冻结',
    '询问执行和解的履行情况',
  ],
  'case-filing': ['询问申请是否已经受理', '询问立案审查需要几天', '询问保全裁定何时作出', '询问还缺少哪些材料'],
  'prosecution-review': [
    '询问案件是否已经移送起诉',
    '询问是否退回补充侦查',
    '询问何时作出决定',
    '询问认罪认罚具结的安排',
  ],
  investigation: ['询问案件是否已经立案', '询问侦查进展', '询问是否采取强制措施', '询问扣押物品何时发还'],
  'lead-verification': ['询问线索核查进展'],
};
const civilProgress = ['询问调解是否还在进行', '询问鉴定结论是否已经出具', '询问是否准许延期举证'];

type Asks = Record<'any' | Nature, readonly string[]>;

const asks: Record<Exclude<ApproachKind, 'progress'>, Asks> = {
  relay: {
    any: [
      '希望尽快安排办理',
      '希望依法尽快办结',
      '反映当事人家庭较为困难，希望予以关注',
      '反映送达时间较长，希望加快',
      '提出当事人希望当面陈述意见',
      '希望听取当事人的补充意见',
      '希望对老年当事人予以便利',
    ],
    civil: ['反映企业经营困难，希望办理时予以考虑', '希望多做双方的调解工作', '反映涉及人数较多，希望优先办理'],
    criminal: ['反映其家属希望了解办理期限', '反映被害人一方希望尽快获得赔偿'],
    administrative: ['希望先行协调，化解争议', '反映当事人多次来访，希望释明'],
  },
  duty: {
    any: [
      '按信访事项办理程序了解案件进展',
      '因办理代表建议了解有关情况',
      '转办群众来信，要求依法办理并反馈进度',
      '就风险防范了解有关案件的办理阶段',
      '就督查事项了解是否按期办理',
    ],
    civil: ['就涉企案件办理阶段作书面了解', '协调执行中的属地配合事项'],
    criminal: ['就社区矫正衔接了解办理阶段'],
    administrative: ['就行政机关负责人出庭应诉沟通时间安排'],
  },
  insider: {
    any: [
      '询问案件是否由本人承办',
      '询问讨论情况',
      '询问案件能否尽快安排',
      '询问是否可以查阅卷宗',
      '了解案件承办部门',
      '代亲友了解办理进度',
    ],
    civil: ['代亲友了解开庭时间', '询问当事人是否已经提交证据'],
    criminal: ['询问办理期限是否延长'],
    administrative: ['询问是否安排协调'],
  },
  pleading: {
    any: ['请求对一方当事人予以关照', '请求办理时手下留情'],
    civil: ['希望减少赔偿数额', '希望暂缓对其账户采取措施', '希望不支持对方的请求', '请求解除查封'],
    criminal: ['请求从轻处理', '请求改变强制措施', '请求适用缓刑'],
    administrative: ['希望维持有关决定', '希望劝说原告撤诉'],
  },
  'private-meeting': {
    any: [
      '提出下班后与当事人单独见面',
      '约请与一方代理人在外面见面',
      '提出陪同当事人到办公场所以外说明情况',
      '提出与当事人近亲属私下沟通',
    ],
    civil: [],
    criminal: [],
    administrative: [],
  },
  'through-others': {
    any: [
      '称受领导嘱托，请求对一方当事人予以照顾',
      '称领导关心此案，希望处理上有所倾斜',
      '称代为转达领导意见，请求暂缓办理',
    ],
    civil: [],
    criminal: ['以亲属身份说情，请求从轻处理'],
    administrative: [],
  },
  'overstepping-demand': {
    any: ['要求先报告处理结果，再作决定', '要求按会议纪要的意见处理本案'],
    civil: ['要求暂停对有关企业采取措施', '提出本案不宜由该企业承担责任', '要求对辖区内企业的案件一律暂缓办理'],
    criminal: ['要求本案不作犯罪处理'],
    administrative: ['要求判决支持有关部门的决定'],
  },
};

const circumstanceRemarks: Record<TypicalCircumstance, string> = {
  treat: '，并邀请一同用餐',
  gift: '，并带来礼品',
  inducement: '，并表示事后另有感谢',
  threat: '，并称如不照办将影响本单位工作',
  'pressure-via-head': '，并称已向单位负责人打过招呼',
  other: '',
};

const harmless = ['未提出其他要求。', '未就处理结果提出意见。', '表示只是代为询问。', '表示尊重依法办理。', '', ''];
const pressing = ['前后提出两次。', '态度较为坚决。', '表示此事较急。', ''];
/** Kinds of approach in which somebody only asks or passes on. */
const mild: readonly ApproachKind[] = ['progress', 'relay', 'duty', 'insider'];

const responseRemarks: Record<Response, readonly string[]> = {
  redirected: ['已说明案件依程序办理。', '已告知可由当事人向承办部门查询。', '已告知请依程序提交书面申请。', ''],
  refused: ['已当即拒绝。', '已明确表示不能接受。', '已说明规定并予以拒绝。'],
  returned: ['材料已退回。', '已告知材料应依程序提交，未予接收。'],
  other: ['未作答复。', '已向庭室负责人报告。'],
};

/** What of an approach its narrative tells. */
export interface Told {
  readonly kind: ApproachKind;
  readonly channel: Channel;
  readonly stage: Stage;
  readonly nature: Nature;
  readonly circumstances: readonly TypicalCircumstance[];
  readonly response: Response;
}

/** The account of an approach, two or three sentences. */
export function narrate(seed: Seed, told: Told): string {
  const { kind, channel, circumstances, response } = told;
  const remarks = circumstances.map((circumstance) => circumstanceRemarks[circumstance]).join('');
  const manner = seed.pick(mild.includes(kind) ? harmless : pressing);
  return `${seed.pick(leads[channel])}${seed.pick(asksFor(told))}${remarks}。${manner}${seed.pick(responseRemarks[response])}`;
}

function asksFor({ kind, stage, nature }: Told): readonly string[] {
  if (kind !== 'progress') return [...asks[kind].any, ...asks[kind][nature]];
  return nature === 'civil' && stage === 'trial' ? [...progress[stage], ...civilProgress] : progress[stage];
}

const places: Record<Channel, readonly string[]> = {
  phone: ['办公室', '办公室', ''],
  'in-person': ['办公室', '走廊', '接待室', '办公楼门厅'],
  messenger: [''],
  sms: [''],
  relayed: ['办公室', ''],
  letter: ['收发室', ''],
  instruction: [''],
  meeting: ['会议室', '政务服务中心会议室'],
  material: ['办公室', '收发室'],
  email: [''],
  other: [''],
};

/** Where it happened; often left empty. */
export const placeOf = (seed: Seed, channel: Channel): string => seed.pick(places[channel]);

/** What a recorder adds after the reviewer has asked for more. */
export const additions = [
  '补充：对方未提及其他案件。',
  '补充：此前没有类似情况。',
  '补充：当时无其他人在场。',
  '补充：通话记录已留存。',
];
