/** Invented cases with numbers that are valid for the organ that handles them; parties masked as in published judgments. */
import type { Stage } from '../../shared/vocabulary.ts';
import type { InstitutionTable } from '../store/schema.ts';
import type { Seed } from './seed.ts';

export interface DemonstrationCase {
  /** Canonical. */
  readonly number: string;
  readonly title: string;
  readonly cause: string;
  readonly parties: string;
  /** 审判程序, as the case system shows it. */
  readonly procedure: string;
  readonly stage: Stage;
  readonly nature: Nature;
  /** 承办法官, masked like everybody in the case system; empty where it is no court. */
  readonly handlingJudge: string;
  /** The case system's own number for it. */
  readonly systemId: number;
}

export type Nature = 'civil' | 'criminal' | 'administrative';

interface CaseType {
  readonly weight: number;
  readonly stage: Stage;
  readonly procedures: readonly string[];
  readonly nature: Nature;
  /** Highest serial of a year. */
  readonly most: number;
  readonly write: (year: number, code: string, serial: number) => string;
}

const causes: Record<Nature, readonly string[]> = {
  civil:
    '民间借贷纠纷 买卖合同纠纷 离婚纠纷 劳动争议 机动车交通事故责任纠纷 房屋租赁合同纠纷 建设工程施工合同纠纷 物业服务合同纠纷 金融借款合同纠纷 继承纠纷 商品房预售合同纠纷 追偿权纠纷 草原承包合同纠纷 提供劳务者受害责任纠纷'.split(
      ' ',
    ),
  criminal: '盗窃罪 故意伤害罪 诈骗罪 危险驾驶罪 交通肇事罪 合同诈骗罪 寻衅滋事罪 掩饰、隐瞒犯罪所得罪'.split(' '),
  administrative: '行政处罚 工伤保险资格认定 政府信息公开 行政登记 行政强制 房屋征收补偿'.split(' '),
};

const court = (type: string) => (year: number, code: string, serial: number) => `（${year}）${code}${type}${serial}号`;

const basicCourt: CaseType[] = [
  {
    weight: 46,
    stage: 'trial',
    procedures: ['普通程序', '简易程序', '小额诉讼程序'],
    nature: 'civil',
    most: 7400,
    write: court('民初'),
  },
  { weight: 22, stage: 'enforcement', procedures: ['首次执行'], nature: 'civil', most: 4100, write: court('执') },
  { weight: 4, stage: 'enforcement', procedures: ['恢复执行'], nature: 'civil', most: 260, write: court('执恢') },
  { weight: 3, stage: 'enforcement', procedures: ['执行异议审查'], nature: 'civil', most: 110, write: court('执异') },
  {
    weight: 14,
    stage: 'trial',
    procedures: ['普通程序', '简易程序', '速裁程序'],
    nature: 'criminal',
    most: 480,
    write: court('刑初'),
  },
  {
    weight: 7,
    stage: 'trial',
    procedures: ['普通程序', '简易程序'],
    nature: 'administrative',
    most: 75,
    write: court('行初'),
  },
  { weight: 4, stage: 'case-filing', procedures: ['诉前财产保全'], nature: 'civil', most: 290, write: court('财保') },
];

const higherCourt: CaseType[] = [
  { weight: 60, stage: 'trial', procedures: ['第二审程序'], nature: 'civil', most: 5200, write: court('民终') },
  { weight: 15, stage: 'trial', procedures: ['第二审程序'], nature: 'criminal', most: 310, write: court('刑终') },
  { weight: 12, stage: 'trial', procedures: ['第二审程序'], nature: 'administrative', most: 240, write: court('行终') },
  { weight: 13, stage: 'enforcement', procedures: ['执行复议审查'], nature: 'civil', most: 130, write: court('执复') },
];

const procuratorate: CaseType[] = [
  {
    weight: 1,
    stage: 'prosecution-review',
    procedures: ['审查起诉', '认罪认罚从宽'],
    nature: 'criminal',
    most: 520,
    write: (year, code, serial) => `${code}刑诉〔${year}〕${serial}号`,
  },
];

const publicSecurity: CaseType[] = [
  {
    weight: 1,
    stage: 'investigation',
    procedures: ['立案侦查'],
    nature: 'criminal',
    most: 1500,
    write: (year, code, serial) => `${code}（刑）立字〔${year}〕${serial}号`,
  },
];

/** Case types by the organ's kind; courts above the basic ones hear appeals. */
function typesOf({ kind, level }: InstitutionTable): readonly CaseType[] {
  if (kind === 'procuratorate') return procuratorate;
  if (kind === 'public-security') return publicSecurity;
  return level === 'banner' ? basicCourt : higherCourt;
}

const people =
  '张某某 王某某 李某某 赵某某 陈某某 刘某某 孙某某 周某某 吴某某 郑某某 冯某某 褚某某 卫某某 蒋某某 沈某某 韩某某'.split(
    ' ',
  );
const companies =
  '甲某某商贸有限公司 乙某某装饰工程有限公司 丙某某餐饮有限公司 丁某某物业服务有限公司 戊某某牧业有限公司 己某某建筑劳务有限公司 庚某某房地产开发有限公司 辛某某运输有限公司'.split(
    ' ',
  );
const authorities = '某某区市场监督管理局 某某市人力资源和社会保障局 某某旗自然资源局 某某街道办事处'.split(' ');
const handlingJudges = '云某某 乌某某 白某某 康某某 邢某某 包某某 郝某某 金某某 韩某某'.split(' ');
const personal = /离婚|继承|劳务者|交通/;

/**
 * A case that was being handled on a day.
 * @param seed drawn from
 * @param organ the organ that handles it
 * @param day such as 2026-10-08: serials grow through the year
 */
export function caseOf(seed: Seed, organ: InstitutionTable, day: string): DemonstrationCase {
  const types = typesOf(organ);
  const type =
    types[Number(seed.weighted(Object.fromEntries(types.map(({ weight }, index) => [index, weight]))))] ??
    basicCourt[0];
  if (!type) throw new RangeError(organ.kind);
  const cause = seed.pick(causes[type.nature]);
  const year = Number(day.slice(0, 4));
  const passed = (Number(day.slice(5, 7)) - 1 + Number(day.slice(8)) / 31) / 12;
  // Filed some weeks before; in January most open cases still bear last year's number.
  const filed = passed - seed.fraction() * 0.25;
  const ofYear = filed < 0 ? year - 1 : year;
  const serial = 1 + Math.floor(type.most * (filed < 0 ? 1 + filed : filed));
  const parties = partiesOf(seed, type, cause, organ);
  return {
    number: type.write(ofYear, organ.code, serial),
    cause,
    procedure: seed.pick(type.procedures),
    stage: type.stage,
    nature: type.nature,
    handlingJudge: organ.kind === 'court' ? seed.pick(handlingJudges) : '',
    systemId: seed.between(150105001001, 150105009999),
    ...parties,
  };
}

function partiesOf(seed: Seed, type: CaseType, cause: string, organ: InstitutionTable) {
  const [one = '', two = ''] = seed.shuffled(people);
  if (type.nature === 'criminal') {
    const place = organ.name.replace(/(人民检察院|公安局.*|中级人民法院|高级人民法院|人民法院)$/, '');
    const accused = organ.kind === 'public-security' ? `犯罪嫌疑人：${one}` : `被告人：${one}`;
    const prosecution = organ.kind === 'court' ? `公诉机关：${place}人民检察院；` : '';
    return { title: `${one}${cause.replace(/罪$/, '')}案`, parties: prosecution + accused };
  }
  if (type.nature === 'administrative') {
    const authority = seed.pick(authorities);
    return { title: `${one}诉${authority}${cause}案`, parties: `原告：${one}；被告：${authority}` };
  }
  const other = personal.test(cause) || seed.happens(0.4) ? two : seed.pick(companies);
  const [claimant, opponent] = type.stage === 'enforcement' ? ['申请执行人', '被执行人'] : ['原告', '被告'];
  const ending = type.stage === 'enforcement' ? '执行案' : '一案';
  return { title: `${one}与${other}${cause}${ending}`, parties: `${claimant}：${one}；${opponent}：${other}` };
}
