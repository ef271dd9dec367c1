/** Columns of a feed's files: one definition serves CSV and XLSX, so that both always say the same. */
import { codesOf, type Term } from '../../shared/vocabulary.ts';

/**
 * What a column holds, and so how a spreadsheet must take it:
 * - `text`: words, never to be reread as a number, a date or a formula; `prose` is text of many words, `code` an identifier
 * - `count`, `year`: whole numbers
 * - `day`: 2026-10-08 · `moment`: 2026-10-08 14:05, both by the clock of the feed's zone; '' where there is none
 */
export type ColumnKind = 'text' | 'prose' | 'code' | 'count' | 'year' | 'day' | 'moment';

export interface Heading {
  /** What several neighbouring columns have in common, such as 行为情形. */
  readonly group?: string | undefined;
  readonly heading: string;
  readonly kind: ColumnKind;
}

export interface Column<Row> extends Heading {
  readonly of: (row: Row) => string | number;
}

/** Headings with the lines below them, ready to be drawn. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Heading[];
  readonly lines: readonly (readonly (string | number)[])[];
}

/** The heading in one line: 行为情形：请托说情. */
export const fullHeading = ({ group, heading }: Heading): string => (group ? `${group}：${heading}` : heading);

/** A table of rows: plain values, which may cross to another thread. */
export function tableOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  return {
    name,
    columns: columns.map(({ group, heading, kind }) => ({ group, heading, kind })),
    lines: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

/** One column of counts for each code of a vocabulary, in its order. */
export function countColumns<Code extends string, Row>(
  group: string,
  vocabulary: Record<Code, Term>,
  countsOf: (row: Row) => Record<Code, number>,
): Column<Row>[] {
  return codesOf(vocabulary).map((code) => ({
    group,
    heading: vocabulary[code].zh,
    kind: 'count',
    of: (row) => countsOf(row)[code],
  }));
}

/** The Chinese words of several codes: 请托说情、其他. */
export const wordsOf = <Code extends string>(vocabulary: Record<Code, Term>, codes: readonly Code[]): string =>
  codes.map((code) => vocabulary[code].zh).join('、');

/** An instant by the clock of a zone, as spreadsheets read it: 2026-10-08 14:05. */
export function momentIn(at: string, zone: string): string {
  // The Swedish locale writes days and times as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(at),
  );
}
