/**
 * Finds case numbers in a text. Everything begins at a year in brackets:
 *
 *   （2020）内0105民初1513号        court: year, court, [special trial], type, serial
 *   （2012）穗云法民四初字第968号    court-legacy: year, court and type as the court liked, 字第, serial
 *   渝巴检刑诉〔2016〕585号         procuratorate: place and organ, step, year, serial
 *   呼公（刑）立字〔2024〕123号      police: the same
 *
 * This module and those it imports are all that the detector carries: which courts and types are known is asked later.
 */
import { type Heading, readCourt, readLegacyCourt } from './court.ts';
import { readOrgan, readOrganBefore } from './organ.ts';
import { digit, type Run, readRun, word } from './reading.ts';
import { readSerials, type Serial } from './serial.ts';

/** A case number as it stands in a text. */
export interface LocatedCaseNumber extends Heading {
  /** The text as written, from `start` to `end`. Of a list such as 1、2号 the later ones show their serial only. */
  readonly raw: string;
  /** Full-width parentheses, half-width digits, no blanks, no suffix; 〔〕 round the year of procuratorates and police. */
  readonly canonical: string;
  readonly year: number;
  /** Without 第 and 号, as written: leading noughts stay. */
  readonly serial: string;
  /** 之一, -2: which document of the case. Not part of `canonical`. */
  readonly suffix?: string;
  /** Index of the first UTF-16 unit, and one past the last. */
  readonly start: number;
  readonly end: number;
}

/** A heading with the serials that share it. */
interface Reading {
  readonly heading: Heading;
  /** The canonical text before the serial. */
  readonly prefix: string;
  readonly start: number;
  readonly serials: readonly Serial[];
}

const anyOpening = /[(（﹙〔﹝[［【〖]/g;
const closing = /^[)\]〕】〗]$/;
const possibleYear = /^(19[5-9]|20\d)\d$/;
const longestHead = 24;
const longestCourtFigures = 6;
const longestType = 9;

const roundBrackets = (body: string) => body.replace(/[([【]/g, '（').replace(/[)\]】]/g, '）');

/** Today's form: 内0105民初1513号, or without figures of the court 内民终564号. */
function readToday(text: string, year: string, start: number, head: Run): Reading | undefined {
  let figures = '';
  let type = head;
  let serials = readSerials(text, head.edge);
  if (!serials.length) {
    const court = readRun(text, head.edge, digit, longestCourtFigures);
    figures = court.value;
    type = readRun(text, court.edge, word, longestType);
    serials = readSerials(text, type.edge);
  }
  const heading = readCourt(head.value, figures, type.value);
  if (!heading) return undefined;
  const prefix = `（${year}）${heading.courtCode}${heading.trialCode ?? ''}${heading.typeCode}`;
  return { heading, prefix, start, serials };
}

/** The form with 字第, of courts before 2016 and of some procuratorates: the year stands in front. */
function readNamed(text: string, year: string, start: number, head: Run): Reading | undefined {
  const named = head.value.replace(/第$/, '');
  const organ = readOrgan(named, () => 0);
  const heading = organ?.heading ?? readLegacyCourt(named.slice(0, -1));
  const prefix = `${organ ? `〔${year}〕` : `（${year}）`}${roundBrackets(named)}第`;
  return heading && { heading, prefix, start, serials: readSerials(text, head.edge) };
}

/** The year stands behind, the serial follows it at once: procuratorates and police. */
function readBehind(text: string, year: string, opening: number, head: Run): Reading | undefined {
  const serials = readSerials(text, head.edge, true);
  const before = serials.length ? readOrganBefore(text, opening) : undefined;
  return before && { ...before, prefix: `${roundBrackets(before.body)}〔${year}〕${head.value}`, serials };
}

/** Every case number in `text`, in order. Takes time in proportion to its length, whatever it holds. */
export function locateCaseNumbers(text: string): LocatedCaseNumber[] {
  const located: LocatedCaseNumber[] = [];
  let past = 0;
  for (const { index } of text.matchAll(anyOpening)) {
    if (index < past) continue;
    const { value: year, edge } = readRun(text, index + 1, digit, 5);
    const close = readRun(text, edge, closing, 1);
    if (!close.value || !possibleYear.test(year)) continue;
    const head = readRun(text, close.edge, word, longestHead);
    const read = /^第?$/.test(head.value) ? readBehind : /字第?$/.test(head.value) ? readNamed : readToday;
    const reading = read(text, year, index, head);
    // A place name never reaches back into the number before it.
    if (!reading || reading.start < past) continue;
    let { start } = reading;
    for (const serial of reading.serials) {
      if (past > reading.start) start = serial.start;
      past = serial.end;
      located.push({
        ...reading.heading,
        typeCode: roundBrackets(reading.heading.typeCode),
        raw: text.slice(start, past),
        canonical: `${reading.prefix}${serial.value}号`,
        year: Number(year),
        serial: serial.value,
        suffix: serial.suffix,
        start,
        end: past,
      });
    }
  }
  return located;
}
