/**
 * Courts: （收案年度）法院代字[专门审判代字]类型代字编号号 since 2016-01-01 (法〔2015〕137号, changed by 法〔2018〕335号), and before
 * that the free forms with 字第, as courts made them up.
 */
import { caseTypes, looksLikeType, specialTrials } from './types.ts';

/** What stands before the serial, understood. */
export interface Heading {
  readonly kind: 'court' | 'court-legacy' | 'procuratorate' | 'police';
  readonly courtCode?: string;
  readonly trialCode?: string;
  readonly typeCode?: string;
  readonly typeKnown?: boolean;
  readonly organCode?: string;
}

/** The one-character names of provinces, the corps and the forces, with which court codes begin (Art. 5 of 法〔2015〕137号). */
export const provinces = '京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军';

const longestType = 6;

/** Notaries (沪东证经字), arbitrators (劳仲裁字), appraisers (司鉴字), the trade-mark and tax offices; 证保 is a court's. */
const otherOffices = /证(?!保)|仲|鉴|标|税|工商/;
const legacyMatter = /[民刑行执商知经赔破督催诉财]/;
const legacyProcedure = /[初终再申监提抗执复异恢保督催破算赔特辖他撤减假核更请协裁审重清确]$|诉前调$|诉调$/;

/** How many characters at the beginning of `text` are a court's name: 最高法, a province, 新兵 as some write for 兵. */
function courtLength(text: string): number {
  if (text.startsWith('最高法')) return 3;
  if (!text || !provinces.includes(text.charAt(0))) return 0;
  return text.length > 1 && provinces.includes(text.charAt(1)) ? 2 : 1;
}

/**
 * The heading of a number of today's form.
 * @param lead the characters between the year and the first figures
 * @param figures the court's digits, empty for the high courts and the Supreme People's Court
 * @param type the characters after them; with empty `figures` the type is the rest of `lead`
 */
export function readCourt(lead: string, figures: string, type: string): Heading | undefined {
  const named = courtLength(lead);
  const code = figures ? lead + figures : lead.slice(0, named);
  const rest = (figures ? type : lead.slice(named)).replace(/第$/, '').replace(/字$/, '');
  const regular = named === lead.length && (figures.length === 2 || figures.length === 4);
  // A code that has the form of one may be newer than any list; anything odder must at least go on like a case.
  const plausible = regular || (looksLikeType(rest) && (figures ? lead.length <= 3 : named > 0));
  if (!code || !rest || rest.length > longestType || !plausible || otherOffices.test(rest)) return undefined;
  const special = rest.length > 2 && specialTrials.includes(rest.charAt(0)) ? rest.charAt(0) : undefined;
  const typeCode = special ? rest.slice(1) : rest;
  return { kind: 'court', courtCode: code, trialCode: special, typeCode, typeKnown: caseTypes.has(typeCode) };
}

/** The heading of the form before 2016, without its 字: 穗云法民四初. The Supreme People's Court wrote no name: 民申. */
export function readLegacyCourt(body: string): Heading | undefined {
  if (body.length < 2 || otherOffices.test(body) || !legacyProcedure.test(body)) return undefined;
  const court = body.indexOf('法') + 1;
  const matter = body.slice(court).search(legacyMatter);
  // Maritime and some basic courts wrote no matter, only 法 and the procedure: 广海法初.
  if (matter < 0 && court === 0) return undefined;
  const split = matter < 0 ? court : court + matter;
  return { kind: 'court-legacy', courtCode: body.slice(0, split) || undefined, typeCode: body.slice(split) };
}
