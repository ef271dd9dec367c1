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
import { digit, han, hanOrBracket, readRun } from './reading.ts';
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
const longestType = 9;

const roundBrackets = (body: string) => body.replace(/[([【]/g, '（').replace(/[)\]】]/g, '）');

/** Reads what follows the year: court, old form, or – where the serial follows at once – looks before it. */
function readAround(text: string, opening: number): (Reading & { year: string }) | undefined {
  const { value: year, edge } = readRun(text, opening + 1, digit, 5);
  const close = possibleYear.test(year) ? readRun(text, edge, closing, 1) : undefined;
  if (!close?.value) return undefined;
  const head = readRun(text, close.edge, hanOrBracket, longestHead);
  const lead = head.value.replace(/第$/, '');
  let serials = readSerials(text, head.edge);
  const court = (figures: string, type: string) => {
    const heading = readCourt(lead, figures, type);
    if (!heading) return undefined;
    const prefix = `（${year}）${heading.courtCode}${heading.trialCode ?? ''}${heading.typeCode}`;
    return { heading, year, prefix, start: opening, serials };
  };

  if (!lead) {
    const before = serials.length ? readOrganBefore(text, opening) : undefined;
    const ordinal = head.value;
    return before && { ...before, year, serials, prefix: `${roundBrackets(before.body)}〔${year}〕${ordinal}` };
  }
  if (!serials.length) {
    const figures = readRun(text, head.edge, digit, 6);
    const type = readRun(text, figures.edge, han, longestType);
    serials = figures.value && type.value ? readSerials(text, type.edge) : [];
    return serials.length ? court(figures.value, type.value) : undefined;
  }
  if (!lead.endsWith('字')) return court('', '');
  const body = lead.slice(0, -1);
  const organ = readOrgan(lead)?.heading;
  const heading = organ ?? readLegacyCourt(body);
  if (!heading) return undefined;
  const bracketed = organ ? `〔${year}〕` : `（${year}）`;
  return { heading, year, prefix: `${bracketed}${roundBrackets(body)}字第`, start: opening, serials };
}

/** Every case number in `text`, in order. Takes time in proportion to its length, whatever it holds. */
export function findCaseNumbers(text: string, { courtName }: CaseNumberOptions = {}): CaseNumber[] {
  const found: CaseNumber[] = [];
  let past = 0;
  for (const { index } of text.matchAll(anyOpening)) {
    const reading = index < past ? undefined : readAround(text, index);
    if (!reading) continue;
    const { heading, prefix, serials } = reading;
    const name = heading.kind === 'court' && heading.courtCode ? courtName?.(heading.courtCode) : undefined;
    let start = reading.start;
    for (const serial of serials) {
      found.push({
        ...heading,
        typeCode: heading.typeCode && roundBrackets(heading.typeCode),
        raw: text.slice(start, serial.end),
        canonical: `${prefix}${serial.value}号`,
        year: Number(reading.year),
        serial: serial.value,
        suffix: serial.suffix,
        courtName: name,
        courtKnown: courtName && heading.kind === 'court' ? name !== undefined : undefined,
        start,
        end: serial.end,
      });
      past = serial.end;
      start = serials[serials.indexOf(serial) + 1]?.start ?? start;
    }
  }
  return found;
}
