/** Choosing and ordering the rows of a feed. */
import type { ComponentChildren } from 'preact';
import type { PerformanceRow } from '../../../shared/feeds/rows.ts';
import type { Term } from '../../../shared/vocabulary.ts';

/** What both feeds say of an official. */
export type FeedSubject = Pick<
  PerformanceRow,
  | 'officialId'
  | 'name'
  | 'organKind'
  | 'organ'
  | 'post'
  | 'rank'
  | 'managingCommittee'
  | 'retired'
  | 'year'
  | 'releasedMatters'
  | 'matters'
>;

export interface FeedColumn<Row> {
  readonly key: string;
  readonly heading: Term;
  /** What the column is sorted by, and shown where `of` says nothing else. */
  readonly value: (row: Row) => string | number;
  readonly of?: (row: Row) => ComponentChildren;
}

export interface Order {
  readonly key: string;
  readonly descending: boolean;
}

export interface Choice {
  readonly organKind: string;
  readonly q: string;
  readonly onlyReleased: boolean;
}

/** The rows that a choice admits. */
export function chosenRows<Row extends FeedSubject>(
  rows: readonly Row[],
  { organKind, q, onlyReleased }: Choice,
): Row[] {
  const sought = q.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (organKind === '' || row.organKind === organKind) &&
      (!onlyReleased || row.releasedMatters > 0 || row.matters.length > 0) &&
      (sought === '' || [row.name, row.organ, row.post].some((text) => text.toLowerCase().includes(sought))),
  );
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Rows in an order; equal ones stay as the feed gives them. */
export function orderedRows<Row>(rows: readonly Row[], columns: readonly FeedColumn<Row>[], order: Order): Row[] {
  const column = columns.find(({ key }) => key === order.key);
  if (!column) return [...rows];
  const sign = order.descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [left, right] = [column.value(one), column.value(other)];
    const compared =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right));
    return sign * compared;
  });
}

/** The order after a press on a heading: texts begin upward, figures with the greatest; a second press turns it. */
export function nextOrder(order: Order, key: string, isFigure: boolean): Order {
  return order.key === key ? { key, descending: !order.descending } : { key, descending: isFigure };
}
