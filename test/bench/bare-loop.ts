/** What the disk and SQLite can do at all: a loop that commits the rows that the server wrote, in batches of the same size. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

type Row = Record<string, SQLInputValue>;

/** The tables of a store, with the number of rows in each. */
export class GrowingStore {
  readonly #database: DatabaseSync;
  readonly #tables: string[];
  #sizes: Map<string, number>;

  /** @param folder the data folder of a server at work */
  constructor(folder: string) {
    this.#database = new DatabaseSync(join(folder, 'liuhen.db'), { readOnly: true, timeout: 5000 });
    const tables = this.#database.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    this.#tables = tables.all().map(({ name }) => String(name));
    this.#sizes = this.#count();
  }

  #count(): Map<string, number> {
    return new Map(
      this.#tables.map((table) => [
        table,
        Number(this.#database.prepare(`SELECT count(*) AS size FROM "${table}"`).get()?.size),
      ]),
    );
  }

  /** The rows that were added since the last time, by table. Rows that were only changed are left out: the loop has less to do. */
  added(): Map<string, Row[]> {
    const before = this.#sizes;
    this.#sizes = this.#count();
    const grown = this.#tables.map((table): [string, Row[]] => {
      const count = (this.#sizes.get(table) ?? 0) - (before.get(table) ?? 0);
      const newest = this.#database.prepare(`SELECT * FROM "${table}" ORDER BY rowid DESC LIMIT ?`);
      return [table, count > 0 ? (newest.all(count).reverse() as Row[]) : []];
    });
    return new Map(grown.filter(([, rows]) => rows.length > 0));
  }

  /** The statements that make tables and their indexes. */
  schemaOf(tables: Iterable<string>): string[] {
    const made = this.#database.prepare(
      'SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC',
    );
    return [...tables].flatMap((table) => made.all(table).map(({ sql }) => String(sql)));
  }

  close(): void {
    this.#database.close();
  }
}

export interface BareLoop {
  /** Milliseconds of each commit. */
  milliseconds: number[];
  /** Milliseconds of them all. */
  whole: number;
}

/**
 * Commits rows to a new database as durably as the server does, spread evenly over so many transactions.
 * @param schema statements that make the tables
 */
export function commitBare(
  folder: string,
  schema: readonly string[],
  rows: Map<string, Row[]>,
  commits: number,
): BareLoop {
  const file = join(folder, 'bare.db');
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY');
  for (const statement of schema) database.exec(statement);
  const inserts = [...rows].map(([table, all]) => {
    const columns = Object.keys(all[0] ?? {});
    const places = columns.map(() => '?').join(', ');
    const names = columns.map((column) => `"${column}"`).join(', ');
    return { all, insert: database.prepare(`INSERT INTO "${table}" (${names}) VALUES (${places})`) };
  });
  const [begin, commit] = [database.prepare('BEGIN'), database.prepare('COMMIT')];
  const milliseconds: number[] = [];
  const started = performance.now();
  for (let number = 0; number < commits; number++) {
    const begun = performance.now();
    begin.run();
    for (const { all, insert } of inserts) {
      const share = (count: number) => Math.floor((count * all.length) / commits);
      for (const row of all.slice(share(number), share(number + 1))) insert.run(...Object.values(row));
    }
    commit.run();
    milliseconds.push(performance.now() - begun);
  }
  const whole = performance.now() - started;
  database.close();
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  return { milliseconds, whole };
}
