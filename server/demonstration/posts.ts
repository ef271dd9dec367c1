/** The posts that the officials of the demonstration hold: every organ kind of Art. 13, at every level. */
import type { InstitutionKind, Level, OrganKind } from '../../shared/vocabulary.ts';
import type { Place } from './places.ts';

/** How high a post stands within its place; the higher one is reported to. */
export type Standing = 'leader' | 'head' | 'deputy';

export interface PostTemplate {
  readonly organKind: OrganKind;
  readonly standing: Standing;
  readonly organ: (place: Place) => string;
  readonly post: (place: Place) => string;
  /** The kind of our institutions in which whoever holds it serves. */
  readonly serves: InstitutionKind | null;
  readonly levels: readonly Level[];
}

/** Ranks (职级) by standing and level. */
export const ranks: Record<Standing, Record<Level, string>> = {
  leader: { region: '副省级', league: '副厅级', banner: '副处级' },
  head: { region: '正厅级', league: '正处级', banner: '正科级' },
  deputy: { region: '副厅级', league: '副处级', banner: '副科级' },
};

const below: readonly Level[] = ['league', 'banner'];
const everywhere: readonly Level[] = ['region', 'league', 'banner'];

const departments =
  '住房和城乡建设 自然资源 市场监督管理 人力资源和社会保障 农牧 交通运输 财政 水务 教育 卫生健康 民政 应急管理 林业和草原 审计 信访'.split(
    ' ',
  );

const department = (name: string) => (place: Place) => {
  const regional = name === '市场监督管理' || name === '林业和草原' || name === '信访' ? '局' : '厅';
  // Water is 水务 in cities and banners, 水利 in the region.
  return place.level === 'region'
    ? `${place.name}${name.replace('水务', '水利')}${regional}`
    : `${place.name}${name}局`;
};

/** 区长, 旗长, 盟长 …: the head of a place is called after it. */
const title = ({ name }: Place) => `${name.slice(-1)}长`;
/** A league has an administrative office and working committees where a city has a government and a congress. */
const isLeague = ({ name, level }: Place) => level === 'league' && name.endsWith('盟');
const partyShort = ({ name, level }: Place) => (level === 'region' ? `${name}党委` : `中共${name}委`);

type Row = [
  organKind: OrganKind,
  standing: Standing,
  organ: (place: Place) => string,
  post: string | ((place: Place) => string),
  levels: readonly Level[],
  serves?: InstitutionKind,
];

const government = (place: Place) => `${place.name}${isLeague(place) ? '行政公署' : '人民政府'}`;
const congress = (place: Place) => (isLeague(place) ? `${place.name}人大工作委员会` : `${place.name}人大常委会`);
const courtName = ({ name, level }: Place) =>
  ({ region: `${name}高级人民法院`, league: `内蒙古自治区${name}中级人民法院`, banner: `${name}人民法院` })[level];
const procuratorate = ({ name }: Place) => `${name}人民检察院`;
const divisionHead = ({ level }: Place) => (level === 'banner' ? '立案庭庭长' : '民事审判第一庭庭长');

const rows: Row[] = [
  ['party', 'leader', (place) => `中共${place.name}委员会`, '常委', below, 'party'],
  ['party', 'head', (place) => `${partyShort(place)}${place.level === 'region' ? '办公厅' : '办公室'}`, '主任', below],
  ['party', 'deputy', (place) => `${partyShort(place)}宣传部`, '副部长', everywhere],
  ['party', 'deputy', (place) => `${partyShort(place)}统一战线工作部`, '副部长', everywhere],
  ['party', 'deputy', (place) => `${partyShort(place)}政法委员会`, '副书记', below, 'committee'],
  ['party', 'deputy', (place) => `${partyShort(place)}组织部`, '副部长', below, 'hr'],
  ['congress', 'leader', congress, '副主任', below],
  ['congress', 'head', (place) => `${congress(place)}办公室`, '主任', below],
  ['congress', 'head', (place) => `${congress(place)}监察和司法委员会`, '主任委员', everywhere],
  ['government', 'leader', government, (place) => `副${title(place)}`, below],
  ...departments.flatMap((name): Row[] => [
    ['government', 'head', department(name), (place) => (place.level === 'region' ? '厅长' : '局长'), below],
    [
      'government',
      'deputy',
      department(name),
      (place) => (department(name)(place).endsWith('厅') ? '副厅长' : '副局长'),
      everywhere,
    ],
  ]),
  ['cppcc', 'leader', ({ name }) => `政协${name}委员会`, '副主席', below],
  ['cppcc', 'head', ({ name }) => `政协${name}委员会办公室`, '主任', below],
  ['cppcc', 'head', ({ name }) => `政协${name}委员会社会和法制委员会`, '主任', everywhere],
  ['court', 'head', courtName, '副院长', everywhere, 'court'],
  ['court', 'deputy', courtName, divisionHead, below, 'court'],
  ['procuratorate', 'head', procuratorate, '副检察长', everywhere, 'procuratorate'],
  ['procuratorate', 'deputy', procuratorate, '第一检察部主任', below, 'procuratorate'],
  ['enterprise', 'head', ({ name }) => `${name}城市发展投资集团有限公司`, '总经理', below],
  ['enterprise', 'deputy', ({ name }) => `${name}国有资产经营有限公司`, '副总经理', everywhere],
  ['enterprise', 'deputy', ({ name }) => `${name}供排水有限公司`, '副总经理', below],
  ['public-institution', 'head', ({ name }) => `${name}人民医院`, '院长', everywhere],
  ['public-institution', 'deputy', ({ name }) => `${name}不动产登记中心`, '副主任', below],
  ['public-institution', 'deputy', ({ name }) => `${name}公共资源交易中心`, '副主任', everywhere],
  ['social-organisation', 'head', ({ name }) => `${name}残疾人联合会`, '理事长', everywhere],
  ['social-organisation', 'deputy', ({ name }) => `${name}工商业联合会`, '副主席', everywhere],
  ['social-organisation', 'deputy', ({ name }) => `${name}红十字会`, '常务副会长', below],
];

/** Every post of the demonstration. */
export const postTemplates: readonly PostTemplate[] = rows.map(
  ([organKind, standing, organ, post, levels, serves]) => ({
    organKind,
    standing,
    organ,
    post: typeof post === 'string' ? () => post : post,
    serves: serves ?? null,
    levels,
  }),
);
