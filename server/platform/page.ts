/** Keyset pages: a cursor is the place of the last item, so that items that come or go between two pages shift nothing. */
import { z } from 'zod';
import { ProblemError } from '../../shared/problem.ts';

const place = z.tuple([z.string(), z.string()]);

/** The place of an item: its sorting instant and its id. */
export type Place = z.output<typeof place>;

const writeCursor = (at: Place): string => Buffer.from(JSON.stringify(at)).toString('base64url');

/** @throws {ProblemError} `invalid-input` for a cursor that is not ours. */
export function readCursor(cursor: string): Place {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new ProblemError('invalid-input', {
      fields: [{ path: 'cursor', message: '分页标记无效，请从第一页重新获取' }],
    });
  }
}

/** A page out of one row more than asked for. */
export function pageFrom<Row, Item>(
  rows: Row[],
  limit: number,
  placeOf: (row: Row) => Place,
  toItem: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), nextCursor: rows.length > limit && last ? writeCursor(placeOf(last)) : null };
}

/** How rows are read on and on until enough of them match. */
interface Gathering<Row> {
  /** The place behind which to begin; null for the beginning. */
  readonly from: Place | null;
  readonly limit: number;
  keys(row: Row): Place;
  /** At most `limit` rows behind a place, in order. */
  read(behind: Place | null, limit: number): Promise<Row[]>;
  /** null admits every row. */
  readonly admits: ((row: Row) => boolean) | null;
}

/** So many rows are opened at a time while searching. */
const searchPage = 200;

/** The first rows that match: what lies sealed can be searched only once it is open. */
export async function gather<Row>({ from, limit, keys, read, admits }: Gathering<Row>): Promise<Row[]> {
  if (!admits) return read(from, limit);
  const found: Row[] = [];
  for (let behind = from; ; ) {
    const page = await read(behind, searchPage);
    for (const row of page) if (found.length < limit && admits(row)) found.push(row);
    const last = page.at(-1);
    if (!last || page.length < searchPage || found.length >= limit) return found;
    behind = keys(last);
  }
}

/** Whether one of a row's texts contains what was searched; letters match in either case. */
export function includes<Row>(searched: string, textsOf: (row: Row) => readonly string[]): (row: Row) => boolean {
  const wanted = searched.toLowerCase();
  return (row) => textsOf(row).some((text) => text.toLowerCase().includes(wanted));
}
