/**
 * Procuratorates and police put the year behind: 新检一部刑诉〔2019〕60号, 呼公(刑)立字〔2024〕123号. So do ministries and
 * party organs (国发〔2015〕10号, 高检发释字〔2019〕4号, 公通字〔2012〕62号): only what names a place, the organ and a step of
 * a case is a case number.
 */
import { type Heading, provinces } from './court.ts';
import { readRun } from './reading.ts';

const procuratorateStep = /[诉捕抗受立侦赔]$|[民行刑侦审执)]监$|[刑民行]申$/;
const policeStep = /[立诉捕拘侦决保居撤移]字$|[受立]案字$/;
/** 国质检监〔2010〕, 药检: inspectors of goods. */
const inspectors = /[质药]$/;

/** Words that lead in to a number and are no part of it; 号 ends whatever stood before. */
const beforeNumber = /^(?![以为由的据号书院局称按在第见是及与])[一-鿿()[\]【】]$/;
const leadIn = /[案诉起起提()[\]【】]/;
const longestPlace = 4;
const longestPrefix = 20;

/** The heading of a procuratorate's or police number, and how many characters before the organ's sign name the place. */
export function readOrgan(prefix: string): { heading: Heading; sign: number } | undefined {
  const body = prefix.endsWith('字') ? prefix.slice(0, -1) : prefix;
  const procuratorate = prefix.indexOf('检', 1);
  const police = prefix.lastIndexOf('公');
  const sign = procuratorate > 0 ? procuratorate : police;
  const isCase = procuratorate > 0 ? procuratorateStep.test(body) : policeStep.test(prefix);
  if (sign < 1 || !isCase || inspectors.test(prefix.slice(0, sign))) return undefined;
  const kind = procuratorate > 0 ? 'procuratorate' : 'police';
  return { heading: { kind, organCode: prefix.slice(0, sign + 1), typeCode: body.slice(sign + 1) }, sign };
}

/**
 * Reads back from the year's bracket at `from`. Chinese sets no blank between words, so where the place begins must be
 * judged: at a bracket, a lead-in word or a blank, or else at a province's name. Undecided, there is no number: a wrong
 * case is worse than no case.
 */
export function readOrganBefore(
  text: string,
  from: number,
): { heading: Heading; body: string; start: number } | undefined {
  const { value, places } = readRun(text, from, beforeNumber, longestPrefix, -1);
  const whole = readOrgan(value);
  if (!whole) return undefined;
  let first = whole.sign;
  while (first > 0 && whole.sign - first <= longestPlace && !leadIn.test(value.charAt(first - 1))) first--;
  const followsBlank = (at: number) => at > first && (places[at] ?? 0) - (places[at - 1] ?? 0) > 1;
  const placeIndexes = Array.from({ length: whole.sign - first }, (_, offset) => first + offset);
  const lastBlank = placeIndexes.findLast(followsBlank);
  if (whole.sign - first > longestPlace || lastBlank !== undefined) {
    const province = placeIndexes.find((at) => provinces.includes(value.charAt(at)));
    first = province ?? lastBlank ?? whole.sign;
  }
  const body = value.slice(first);
  const own = readOrgan(body);
  const start = places[first];
  return own && start !== undefined ? { heading: own.heading, body, start } : undefined;
}
