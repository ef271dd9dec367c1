/**
 * Procuratorates and police put the year behind: 新检一部刑诉〔2019〕60号, 呼公(刑)立字〔2024〕123号. So do ministries and
 * party organs (国发〔2015〕10号, 高检发释字〔2019〕4号, 公通字〔2012〕62号): only what names a place, the organ and a step of
 * a case is a case number.
 */
import { type Heading, provinces } from './court.ts';
import { readRun } from './reading.ts';

const procuratorateStep = /([诉捕抗受立侦赔]|[民行刑侦审执)]监|[刑民行]申)字?$/;
const policeStep = /([立诉捕拘侦决保居撤移]|[受立]案)字$/;

/** Words that lead in to a number and are no part of it; 号 ends whatever stood before. 质检 and 药检 inspect goods. */
const prefixWord = /^(?![以为由的据号书院局称按在第见是及与质药])[一-鿿()[\]【】]$/;
const leadIn = /[案诉起提()[\]【】]/;
const longestPlace = 4;
const longestPrefix = 20;

/**
 * The heading of a procuratorate's or police number.
 * @param prefix what stands before the year, or between it and 第
 * @param first tells from the index of the organ's sign (检, 公) where in `prefix` the place before it begins
 */
export function readOrgan(
  prefix: string,
  first: (sign: number) => number,
): { heading: Heading; begin: number } | undefined {
  const procuratorate = prefix.indexOf('检', 1);
  const sign = procuratorate > 0 ? procuratorate : prefix.lastIndexOf('公');
  const step = procuratorate > 0 ? procuratorateStep : policeStep;
  const begin = sign > 0 && step.test(prefix) ? first(sign) : sign;
  if (begin >= sign) return undefined;
  const typeCode = prefix.slice(sign + 1).replace(/字$/, '');
  const kind = procuratorate > 0 ? 'procuratorate' : 'police';
  return { heading: { kind, organCode: prefix.slice(begin, sign + 1), typeCode }, begin };
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
  const { value, places } = readRun(text, from, prefixWord, longestPrefix, -1);
  const place = (at: number) => places[at] ?? 0;
  const organ = readOrgan(value, (sign) => {
    let first = sign;
    let afterBlank = 0;
    let province = sign;
    while (first > 0 && sign - first <= longestPlace && !leadIn.test(value.charAt(first - 1))) {
      first--;
      if (provinces.includes(value.charAt(first))) province = first;
      if (!afterBlank && first + 1 < sign && place(first + 1) - place(first) > 1) afterBlank = first + 1;
    }
    if (!afterBlank && sign - first <= longestPlace) return first;
    return province < sign ? province : afterBlank || sign;
  });
  return organ && { heading: organ.heading, body: value.slice(organ.begin), start: place(organ.begin) };
}
