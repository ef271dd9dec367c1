/**
 * The end of a number: 968号, 第968号, Z12号, 1号之一, 1之一号, 1-2号; and the lists that share one beginning, such as
 * 民初30063、30062、30064号 or 第66号、第106号, where each serial is a case of its own.
 */
import { digit, readRun } from './reading.ts';

export interface Serial {
  /** As written, half-width, leading noughts kept; procuratorates may lead with Z. */
  readonly value: string;
  /** Which document of the case (之一, -2): another sheet, not another case. */
  readonly suffix?: string;
  readonly start: number;
  readonly end: number;
}

const longestSerial = 12;
const ordinal = /^第$/;
const ordinalOrSeries = /^[第Zz]$/;
const mark = /^号$/;
const suffixMark = /^[之–—-]$/;
const suffixCount = /^[一二三四五六七八九十\d]$/;
const between = /^[、,;和与及至到~–—-]$/;
/** 1号、2号楼: the second is a building. */
const notACase = /^[楼院室幢栋车证房门库桌地]$/;

/** A document's own count within the case. Three digits after a dash are no sheet but the next case: 30063-30065号. */
function readSuffix(text: string, from: number): { value?: string; edge: number } {
  const dash = readRun(text, from, suffixMark, 1);
  const count = readRun(text, dash.edge, suffixCount, 3);
  if (!dash.value || !count.value || count.value.length > 2) return { edge: from };
  return { value: (dash.value === '之' ? '之' : '-') + count.value, edge: count.edge };
}

/**
 * Reads the serials that begin at `from`, as far as a 号 closes them.
 * @param withSeries whether a serial may lead with the Z of the procuratorates' second system
 */
export function readSerials(text: string, from: number, withSeries = false): Serial[] {
  const closed: Serial[] = [];
  let open: Serial[] = [];
  for (let at = from; ; ) {
    const lead = readRun(text, at, withSeries ? ordinalOrSeries : ordinal, 2);
    const figures = readRun(text, lead.edge, digit, longestSerial + 1);
    if (!figures.value || figures.value.length > longestSerial) break;
    const inner = readSuffix(text, figures.edge);
    const close = readRun(text, inner.edge, mark, 1);
    const outer = readSuffix(text, close.edge);
    const [start = at] = lead.places.concat(figures.places);
    if (start > from && close.value && closed.length + open.length && readRun(text, close.edge, notACase, 1).value)
      break;
    open.push({
      value: lead.value.replace('第', '').toUpperCase() + figures.value,
      suffix: inner.value ?? outer.value,
      start,
      end: outer.edge,
    });
    if (close.value) {
      for (const serial of open) closed.push(serial);
      open = [];
    }
    const comma = readRun(text, outer.edge, between, 1);
    if (!comma.value) break;
    at = comma.edge;
  }
  return closed;
}
