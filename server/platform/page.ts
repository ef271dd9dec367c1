/** Keyset pages: a cursor is the place of the last item, so that items that come or go between two pages shift nothing. */
import { sql } from 'kysely';
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

/** LIKE's own signs in a text lose their meaning under ESCAPE '\\'. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Whether a column contains a text; SQLite, unlike PostgreSQL, must be told the escape sign. */
export const contains = (column: string, text: string) =>
  sql<boolean>`${sql.ref(column)} LIKE ${`%${literal(text)}%`} ESCAPE '\\'`;

/** Whether a column begins with a text. */
export const beginsWith = (column: string, text: string) =>
  sql<boolean>`${sql.ref(column)} LIKE ${`${literal(text)}%`} ESCAPE '\\'`;
