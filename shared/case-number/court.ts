/**
 * Courts: （收案年度）法院代字[专门审判代字]类型代字编号号 since 2016-01-01 (法〔2015〕137号, changed by 法〔2018〕335号), and before
 * that the free forms with 字第, as courts made them up.
 */

/** What stands before the serial, understood. */
export interface Heading {
  readonly kind: 'court' | 'court-legacy' | 'procuratorate' | 'police';
  /** 内0105, 内, 最高法; in older forms what stands before the matter: 穗云法. */
  readonly courtCode?: string;
  /** The special-trial code (专门审判代字) between court and type: 知. */
  readonly trialCode?: string;
  /** 民初; of older forms 民四初; of procuratorates and police the step: 刑诉, （刑）立. */
  readonly typeCode: string;
  /** Place and sign of a procuratorate or police organ: 渝巴检, 呼公. */
  readonly organCode?: string;
}

/** The one-character names of provinces, the corps and the forces, with which court codes begin (Art. 5 of 法〔2015〕137号). */
export const provinces: readonly string[] = [...'京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军'];

const specialTrials = '知商';
const longestType = 6;

/** The characters of which the known type codes are made; the first 22 begin one. */
const typeCharacters =
  '知商刑民行执破赔委法司财证强清认请协助台港澳诉前他令保催再初医备复外审异引恢惩抗提撤救教更核止没特申监督确移算管终解访调赃辖送';
const typeBeginnings = 22;

/** Notaries (沪东证经字), arbitrators (劳仲裁字), appraisers (司鉴字), the trade-mark and tax offices; 证保 is a court's. */
const otherOffices = /证(?!保)|仲|鉴|标|税|工商/;
const legacyMatter = /[民刑行执商知经赔破督催诉财]/;
const legacyProcedure = /[初终再申监提抗执复异恢保督催破算赔特辖他撤减假核更请协裁审重清确]$|诉前?调$/;

/**
 * Whether a text is made as type codes are. Tells （2019）内民终564号 from （2020）新华路12号 where no court digits do.
 */
function looksLikeType(text: string): boolean {
  return (
    typeCharacters.indexOf(text.charAt(0)) < typeBeginnings &&
    [...text].every((glyph) => typeCharacters.includes(glyph))
  );
}

/**
 * The heading of a number of today's form.
 * @param lead the characters between the year and the first figures
 * @param figures the court's digits, empty for the high courts and the Supreme People's Court
 * @param tail the characters after them, empty with `figures`: the type is then the rest of `lead`
 */
export function readCourt(lead: string, figures: string, tail: string): Heading | undefined {
  // 最高法, a province, or 新兵 as some write for 兵
  const named = lead.startsWith('最高法')
    ? 3
    : [...lead.slice(0, 2), ''].findIndex((name) => !provinces.includes(name));
  const courtCode = figures ? lead + figures : lead.slice(0, named);
  const type = (figures ? tail : lead.slice(named)).replace(/字?第?$/, '');
  const regular = named === lead.length && (figures.length === 2 || figures.length === 4);
  // A code that has the form of one may be newer than any list; anything odder must at least go on like a case.
  const plausible = regular || (looksLikeType(type) && (figures ? lead.length <= 3 : named > 0));
  if (!courtCode || !type || type.length > longestType || !plausible || otherOffices.test(type)) return undefined;
  const special = type.length > 2 && specialTrials.includes(type.charAt(0)) ? 1 : 0;
  return { kind: 'court', courtCode, trialCode: type.slice(0, special) || undefined, typeCode: type.slice(special) };
}

/** The heading of the form before 2016, without its 字: 穗云法民四初. The Supreme People's Court wrote no name: 民申. */
export function readLegacyCourt(body: string): Heading | undefined {
  if (otherOffices.test(body) || !legacyProcedure.test(body)) return undefined;
  // Maritime and some basic courts wrote no matter, only 法 and the procedure: 广海法初.
  const court = body.indexOf('法') + 1;
  const matter = body.slice(court).search(legacyMatter);
  if (matter + court < 0) return undefined;
  const split = court + Math.max(matter, 0);
  return { kind: 'court-legacy', courtCode: body.slice(0, split) || undefined, typeCode: body.slice(split) };
}
