/**
 * Finds case numbers in a text. Everything begins at a year in brackets:
 *
 *   （2020）内0105民初1513号        court: year, court, [special trial], type, serial
 *   （2012）穗云法民四初字第968号    court-legacy: year, court and type as the court liked, 字第, serial
 *   渝巴检刑诉〔2016〕585号         procuratorate: place and organ, step, year, serial
 *   呼公（刑）立字〔2024〕123号      police: the same
 *
 * This module and those it imports are all that the detector carries; names of courts come from outside.
 */
import { type Heading, readCourt, readLegacyCourt } from './court.ts';
import { readOrgan, readOrganBefore } from './organ.ts';
import { digit, han, hanOrBracket, type Run, readRun } from './reading.ts';
import { readSerials, type Serial } from './serial.ts';

/** A case number as it stands in a text. */
export interface CaseNumber extends Heading {
  /** The text as written, from `start` to `end` (UTF-16 units). Of a list such as 1、2号 the later ones show their serial only. */
  readonly raw: string;
  /** Full-width parentheses, half-width digits, no blanks, no suffix; 〔〕 round the year of procuratorates and police. */
  readonly canonical: string;
  readonly year: number;
  /** Without 第 and 号, as written: leading noughts stay. */
  readonly serial: string;
  /** 之一, -2: which document of the case. Not part of `canonical`. */
  readonly suffix?: string;
  readonly courtName?: string;
  /** Whether the court table that was handed in knows `courtCode`; absent when none was, and for older forms. */
  readonly courtKnown?: boolean;
  readonly start: number;
  readonly end: number;
}

/** What a caller that has the court table may hand in; see `shared/court/courts.ts`. */
export interface CaseNumberOptions {
  readonly courtName?: (code: string) => string | undefined;
}

/** A number, or several that share a heading, before it is told. */
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
  let serials = readSerials(text, head.edge, false);
  let heading = serials.length ? readCourt(head.value, '', '') : undefined;
  if (!serials.length) {
    const figures = readRun(text, head.edge, digit, longestCourtFigures);
    const type = readRun(text, figures.edge, han, longestType);
    serials = figures.value && type.value ? readSerials(text, type.edge, false) : [];
    heading = serials.length ? readCourt(head.value, figures.value, type.value) : undefined;
  }
  if (!heading) return undefined;
  const { courtCode = '', trialCode = '', typeCode = '' } = heading;
  return { heading, prefix: `（${year}）${courtCode}${trialCode}${typeCode}`, start, serials };
}

/** The form with 字第, of courts before 2016 and of some procuratorates: the year stands in front. */
function readNamed(text: string, year: string, start: number, head: Run): Reading | undefined {
  const named = head.value.replace(/第$/, '');
  const serials = readSerials(text, head.edge, false);
  const organ = readOrgan(named)?.heading;
  const heading = organ ?? readLegacyCourt(named.slice(0, -1));
  if (!heading || !serials.length) return undefined;
  return { heading, prefix: `${organ ? `〔${year}〕` : `（${year}）`}${roundBrackets(named)}第`, start, serials };
}

/** The year stands behind, the serial follows it at once: procuratorates and police. */
function readBehind(text: string, year: string, opening: number, head: Run): Reading | undefined {
  const serials = readSerials(text, head.edge, true);
  const before = serials.length ? readOrganBefore(text, opening) : undefined;
  if (!before) return undefined;
  const { heading, body, start } = before;
  return { heading, prefix: `${roundBrackets(body)}〔${year}〕${head.value}`, start, serials };
}

/** What stands around the year whose bracket opens at `opening`. */
function readAround(text: string, opening: number): { year: string; reading?: Reading } | undefined {
  const { value: year, edge } = readRun(text, opening + 1, digit, 5);
  const close = possibleYear.test(year) ? readRun(text, edge, closing, 1) : undefined;
  if (!close?.value) return undefined;
  const head = readRun(text, close.edge, hanOrBracket, longestHead);
  const read = /^第?$/.test(head.value) ? readBehind : /字第?$/.test(head.value) ? readNamed : readToday;
  return { year, reading: read(text, year, opening, head) };
}

/** Every case number in `text`, in order. Takes time in proportion to its length, whatever it holds. */
export function findCaseNumbers(text: string, { courtName }: CaseNumberOptions = {}): CaseNumber[] {
  const found: CaseNumber[] = [];
  let past = 0;
  for (const { index } of text.matchAll(anyOpening)) {
    const around = index < past ? undefined : readAround(text, index);
    if (!around?.reading) continue;
    const { heading, prefix, serials, start } = around.reading;
    const court = heading.kind === 'court' ? heading.courtCode : undefined;
    const name = court && courtName?.(court);
    for (const [place, serial] of serials.entries()) {
      const from = place ? serial.start : start;
      past = serial.end;
      found.push({
        ...heading,
        typeCode: heading.typeCode && roundBrackets(heading.typeCode),
        raw: text.slice(from, past),
        canonical: `${prefix}${serial.value}号`,
        year: Number(around.year),
        serial: serial.value,
        suffix: serial.suffix,
        courtName: name,
        courtKnown: courtName && court ? name !== undefined : undefined,
        start: from,
        end: past,
      });
    }
  }
  return found;
}
