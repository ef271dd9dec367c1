/** Opens the embedded store: SQLite through `node:sqlite`, one connection, write-ahead log, every commit on disk. */
import { accessSync, closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  Kysely,
  type LogEvent,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
  sql,
} from 'kysely';
import { Migrator } from 'kysely/migration';
import { StartError } from '../start-error.ts';
import { knownSteps, migrationProvider } from './migrations.ts';
import type { Schema } from './schema.ts';
import type { OpenKeys } from './seal-store.ts';

/** A prepared statement in the shape that Kysely's SQLite dialect takes. */
class Statement implements SqliteStatement {
  readonly reader: boolean;
  readonly #statement: StatementSync;
  constructor(statement: StatementSync) {
    this.#statement = statement;
    this.reader = statement.columns().length > 0;
  }
  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...(parameters as SQLInputValue[]));
  }
  run(parameters: readonly unknown[]) {
    return this.#statement.run(...(parameters as SQLInputValue[]));
  }
  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#statement.iterate(...(parameters as SQLInputValue[]));
  }
}

/** SQLite ends a transaction by itself where the disk is full: rolling back once more would fail, and hide the cause. */
const nothingToRollBack: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

/** Keeps prepared statements: the write path runs the same few thousands of times. */
class PreparedDatabase implements SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Statement>();
  constructor(database: DatabaseSync) {
    this.#database = database;
  }
  prepare(sql: string): SqliteStatement {
    if (sql === 'rollback' && !this.#database.isTransaction) return nothingToRollBack;
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = new Statement(this.#database.prepare(sql));
    // Filters make texts vary without end; a schema change invalidates nothing that SQLite would not prepare again.
    if (this.#statements.size >= 500) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
  close(): void {
    this.#database.close();
  }
}

/** SQLite takes back tables that a transaction made; Kysely would run each migration statement by itself. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** A migration that a full disk or a power cut ends leaves nothing: the next start begins it anew. */
class TransactionalDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Makes the data folder and makes sure that it can be written. @throws {StartError} saying what to do. */
function prepareFolder(folder: string): void {
  try {
    // What lies here names recorders: nobody else on the computer shall read it.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StartError(
      `数据目录无法写入：${folder}。请检查权限，或用 LIUHEN_DATA 指定其他目录。`,
      `The data folder cannot be written: ${folder}. Check its permissions or name another one in LIUHEN_DATA.`,
      error,
    );
  }
}

export interface OpenOptions {
  /** Where the file lies; `:memory:` for a store that vanishes. */
  folder: string;
  log?: (event: LogEvent) => void;
}

/**
 * Opens the store without touching its schema.
 * @throws {StartError} where the folder cannot be written or the file is not a database.
 */
export function openDatabase({ folder, log }: OpenOptions): Kysely<Schema> {
  if (folder !== ':memory:') prepareFolder(folder);
  const file = folder === ':memory:' ? folder : join(folder, 'liuhen.db');
  try {
    // SQLite gives a new file, and the log beside it, the rights of the file that it finds.
    if (folder !== ':memory:') closeSync(openSync(file, 'a', 0o600));
    const database = new DatabaseSync(file);
    database.exec(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;',
    );
    return new Kysely<Schema>({ dialect: new TransactionalDialect({ database: new PreparedDatabase(database) }), log });
  } catch (error) {
    throw new StartError(
      `无法打开数据库：${file}。请确认它没有损坏且可以写入。`,
      `The database cannot be opened: ${file}. Make sure that it is intact and can be written.`,
      error,
    );
  }
}

/**
 * Brings the schema up to this release.
 * @param openKeys asked by the step that seals the store
 * @throws {StartError} where the database was written by a newer release.
 */
export async function migrate(db: Kysely<Schema>, openKeys: OpenKeys): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.some(({ name }) => name === 'kysely_migration')) {
    const unknown = (await appliedSteps(db)).find((name) => !knownSteps.includes(name));
    if (unknown) {
      throw new StartError(
        `数据库由更新版本的留痕写入（${unknown}）。请升级程序后再启动，数据未作任何改动。`,
        `The database was written by a newer release of Liuhen (${unknown}). Upgrade the program; nothing was changed.`,
      );
    }
  }
  const { error } = await new Migrator({ db, provider: migrationProvider(openKeys) }).migrateToLatest();
  if (error) throw error;
}

async function appliedSteps(db: Kysely<Schema>): Promise<string[]> {
  const migrations = (db as unknown as Kysely<{ kysely_migration: { name: string } }>).selectFrom('kysely_migration');
  return (await migrations.select('name').execute()).map(({ name }) => name);
}

/** Does what the steps left to do outside their transaction: afterwards no page of the file holds what was removed. */
export async function doChores(db: Kysely<Schema>): Promise<void> {
  const chores = await db.selectFrom('chore').select('name').execute();
  if (chores.length === 0) return;
  await sql`VACUUM`.execute(db);
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
  await db.deleteFrom('chore').execute();
}
