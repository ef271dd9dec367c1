/** The formats of a feed, each with its suffix, its media type and how a pull becomes its body. */
import { csvHead, csvLines } from './csv.ts';
import { drawWorkbook } from './draw-workbook.ts';
import { ndjsonLines } from './ndjson.ts';
import { type Pull, readBatches, readPage } from './pull.ts';

/** Rows on a page of JSON where nothing else is asked for. */
const defaultLimit = 100;

export interface Rendered {
  readonly body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly nextCursor: string | null;
}

export interface Format {
  readonly mediaType: string;
  /** Parameters of the media type, with the semicolon before them. */
  readonly parameters: string;
  /** Whether browsers save it as a file. */
  readonly saved: boolean;
  /** Whether the same version gives the same bytes (RFC 9110, 8.8.1); a zip holds the time of its making. */
  readonly exact: boolean;
  render<Row extends object>(pull: Pull<Row>, zone: string): Promise<Rendered>;
}

async function json<Row extends object>(pull: Pull<Row>): Promise<Rendered> {
  const { feed, scope, query } = pull;
  const { rows, nextCursor } = await readPage(pull, query.limit ?? defaultLimit);
  const { year, version } = scope;
  return { body: JSON.stringify({ feed: feed.name, schemaVersion: 1, year, version, rows, nextCursor }), nextCursor };
}

/**
 * Lines of text, sent as they are read. The first batch is read before the answer begins, so that a small feed is never
 * cut short by a change; a large one ends with an error then, and nobody takes half of it for the whole.
 */
async function lines<Row extends object>(
  pull: Pull<Row>,
  head: string,
  textOf: (rows: readonly Row[]) => string,
): Promise<Rendered> {
  const batches = readBatches(pull);
  const first = await batches.next();
  if (first.done) return { body: head, nextCursor: null };
  async function* texts(begin: readonly Row[]) {
    yield head + textOf(begin);
    for await (const { rows } of batches) yield textOf(rows);
  }
  const { rows, nextCursor } = first.value;
  return {
    body: streamOf(texts(rows)),
    nextCursor: pull.query.limit === undefined ? null : nextCursor,
  };
}

/** A stream that reads on only as fast as it is taken. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await texts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

async function workbook<Row extends object>(pull: Pull<Row>, zone: string): Promise<Rendered> {
  const rows: Row[] = [];
  let nextCursor: string | null = null;
  for await (const batch of readBatches(pull)) {
    rows.push(...batch.rows);
    nextCursor = batch.nextCursor;
  }
  const { year, version } = pull.scope;
  return { body: await drawWorkbook(pull.feed.tables({ year, version, zone }, rows)), nextCursor };
}

export const formats = {
  json: { mediaType: 'application/json', parameters: '', saved: false, exact: true, render: json },
  ndjson: {
    mediaType: 'application/x-ndjson',
    parameters: '; charset=utf-8',
    saved: false,
    exact: true,
    render: (pull) => lines(pull, '', ndjsonLines),
  },
  csv: {
    mediaType: 'text/csv',
    parameters: '; charset=utf-8; header=present',
    saved: true,
    exact: true,
    render: (pull, zone) => {
      const columns = pull.feed.columns(zone);
      return lines(pull, csvHead(columns), (rows) => csvLines(columns, rows));
    },
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    parameters: '',
    saved: true,
    exact: false,
    render: workbook,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
