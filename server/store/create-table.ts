/** Tables and indexes as the schema's steps make them: SQL that SQLite and PostgreSQL share. */
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

export type Column = [name: string, type: 'text' | 'integer', nullable?: 'null'];

export async function createTable(db: Kysely<Schema>, table: string, columns: Column[], key: string[]): Promise<void> {
  let statement = db.schema.createTable(table);
  for (const [name, type, nullable] of columns) {
    statement = statement.addColumn(name, type, (column) => (nullable ? column : column.notNull()));
  }
  await statement.addPrimaryKeyConstraint(`${table}_key`, key as never[]).execute();
}

export async function createIndex(db: Kysely<Schema>, table: string, columns: string[], unique = false): Promise<void> {
  const index = db.schema
    .createIndex(`${table}_${columns.join('_')}`)
    .on(table)
    .columns(columns);
  await (unique ? index.unique() : index).execute();
}
