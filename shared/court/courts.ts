/**
 * The courts by their codes (法院代字). For the server and the panel; the detector must not import it: it is a hundred
 * kilobytes. The list is that of 2016, so a code that is missing is unknown, not wrong.
 */
import { courtsByProvince } from './courts-by-province.ts';

export type CourtLevel = 'supreme' | 'high' | 'intermediate' | 'basic';

export interface Court {
  /** 内0105 */
  readonly code: string;
  /** 呼和浩特市赛罕区人民法院 */
  readonly name: string;
  readonly level: CourtLevel;
}

/** Courts founded or recoded since the list, as far as they are certain; found by code, not part of `courts`. */
const since: Readonly<Record<string, string>> = {
  京0118: '北京市密云区人民法院',
  京0119: '北京市延庆区人民法院',
  京0491: '北京互联网法院',
  京74: '北京金融法院',
  津03: '天津市第三中级人民法院',
  晋0404: '长治市上党区人民法院',
  内0603: '鄂尔多斯市康巴什区人民法院',
  吉0184: '公主岭市人民法院',
  沪74: '上海金融法院',
  苏0214: '无锡市新吴区人民法院',
  苏0413: '常州市金坛区人民法院',
  浙0192: '杭州互联网法院',
  浙1083: '玉环市人民法院',
  鲁0116: '济南市莱芜区人民法院',
  粤0117: '广州市从化区人民法院',
  粤0118: '广州市增城区人民法院',
  粤0192: '广州互联网法院',
  粤0309: '深圳市龙华区人民法院',
  川0118: '成都市新津区人民法院',
};

/** The level that a code tells: none, two or four figures behind the province (Art. 5 of 法〔2015〕137号). */
function levelOf(code: string): CourtLevel {
  if (code === '最高法') return 'supreme';
  return code.length > 3 ? 'basic' : code.length > 1 ? 'intermediate' : 'high';
}

function court(code: string, name: string): Court {
  return { code, name: name.endsWith('院') ? name : `${name}人民法院`, level: levelOf(code) };
}

/** Every court of the list, province by province, each high court before its intermediate and basic courts. */
export const courts: readonly Court[] = Object.entries(courtsByProvince).flatMap(([province, entries]) =>
  entries.split(' ').map((entry) => {
    const figures = entry.length - entry.replace(/^\d+/, '').length;
    return court(province + entry.slice(0, figures), entry.slice(figures));
  }),
);

const byCode: ReadonlyMap<string, Court> = new Map([
  ...courts.map((listed) => [listed.code, listed] as const),
  ...Object.entries(since).map(([code, name]) => [code, court(code, name)] as const),
]);

/** The court with this code, or undefined where neither the list nor what is known since has it. */
export function courtByCode(code: string): Court | undefined {
  return byCode.get(code);
}

/** A court's name by its code, as `findCaseNumbers(text, { courtName: courtNameByCode })` takes it. */
export function courtNameByCode(code: string): string | undefined {
  return byCode.get(code)?.name;
}

/**
 * The court directly above by code: 内0105 → 内01 → 内 → 最高法. Undefined above the Supreme People's Court, and for the basic
 * courts of 京津沪渝 and counties under a province, whose figures follow the administrative division and not the court.
 */
export function superiorCourt({ code, level }: Court): Court | undefined {
  if (level === 'supreme') return undefined;
  if (level === 'high') return byCode.get('最高法');
  if (level === 'intermediate') return byCode.get(code.charAt(0));
  const byDivision = '京津沪渝'.includes(code.charAt(0)) && !/^.[7-9]/.test(code);
  return byDivision ? undefined : byCode.get(code.slice(0, -2));
}
