/** The rows of a feed as a table: headings sort, a name opens the official's sheet. */
import type { JSX } from 'preact';
import { say } from '../../../shared/interface/language.ts';
import { feedWording as wording } from '../wording/feeds.ts';
import type { FeedColumn, FeedSubject, Order } from './order.ts';

interface FeedTableProps<Row> {
  caption: string;
  rows: readonly Row[];
  columns: readonly FeedColumn<Row>[];
  order: Order;
  onOrder: (key: string, isFigure: boolean) => void;
  onOpen: (row: Row) => void;
}

export function FeedTable<Row extends FeedSubject>(props: FeedTableProps<Row>): JSX.Element {
  const { caption, rows, columns, order, onOrder, onOpen } = props;
  const all: readonly FeedColumn<Row>[] = [
    { key: 'name', heading: wording.name, value: ({ name }) => name },
    ...columns,
  ];
  const [first] = rows;
  const isFigure = (column: FeedColumn<Row>) => first !== undefined && typeof column.value(first) === 'number';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table-scroll" tabIndex={0} aria-label={caption}>
      <table class="table table-wide">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {all.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-kind={isFigure(column) ? 'number' : undefined}
                aria-sort={order.key !== column.key ? undefined : order.descending ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  class="sort"
                  title={say(wording.sortBy, { heading: say(column.heading) })}
                  onClick={() => onOrder(column.key, isFigure(column))}
                >
                  {say(column.heading)}
                  <span aria-hidden="true" class="sort-mark">
                    {order.key !== column.key ? '↕' : order.descending ? '↓' : '↑'}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            // The name is a button, by which the keyboard opens the row.
            <tr key={row.officialId} onClick={() => onOpen(row)}>
              <th scope="row">
                <button type="button" class="row-opener">
                  {row.name}
                </button>
                {row.retired && <span class="muted aside">{say(wording.retired)}</span>}
              </th>
              {columns.map((column) => {
                const value = column.value(row);
                return (
                  <td
                    key={column.key}
                    data-kind={typeof value === 'number' ? 'number' : undefined}
                    data-nought={value === 0}
                  >
                    {column.of ? column.of(row) : value}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
