/**
 * CSV that Excel and WPS open by a double click: UTF-8 with byte order mark, CRLF, a comma between (RFC 4180).
 * Text stays text: a cell that a spreadsheet would compute (OWASP "CSV injection") or reread as a number or a date
 * begins with an apostrophe.
 */
import { stringify } from 'csv-stringify/sync';
import { type Column, type ColumnKind, fullHeading } from './column.ts';

/** Begins a formula, also behind blanks and in full-width form. */
const formula = /^[\s\p{Cc}\u200b\ufeff]*[=+\-@＝＋－＠]/u;
/** Begins with a tab or a line break, which spreadsheets skip before they look. */
const control = /^[\t\r\n]/;
/** 00123, 1.5, 1,000, 3e8, 45%, 2026/3, 3-4, 12:30: shown as something else than what was written. */
const rereadable = /^\s*(\d[\d.,]*(e[+-]?\d+)?%?|\d+([-/.:]\d+){1,2})\s*$/i;

/** A text that a spreadsheet shows as it was written. */
export const spreadsheetText = (text: string): string =>
  formula.test(text) || control.test(text) || rereadable.test(text) ? `'${text}` : text;

const written: Record<ColumnKind, (cell: string | number) => string | number> = {
  text: (cell) => spreadsheetText(String(cell)),
  prose: (cell) => spreadsheetText(String(cell)),
  code: (cell) => spreadsheetText(String(cell)),
  count: (cell) => cell,
  year: (cell) => cell,
  day: (cell) => cell,
  moment: (cell) => cell,
};

const line = { record_delimiter: 'windows', quote_record_delimiter: true } as const;

/** The first line, with the byte order mark before it. */
export const csvHead = (columns: readonly Column<never>[]): string =>
  stringify([columns.map(fullHeading)], { ...line, bom: true });

/** Lines of a feed, each ended by CRLF; nothing for no rows. */
export const csvLines = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  stringify(
    rows.map((row) => columns.map(({ kind, of }) => written[kind](of(row)))),
    line,
  );
