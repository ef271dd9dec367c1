/**
 * Statements of one shape, compiled once: every event runs the same seven or so, and building them anew costs more time
 * than SQLite takes to run them (measured: a third of the write path).
 */
import type { Compilable, CompiledQuery, DialectAdapter, Kysely } from 'kysely';
import type { Schema } from '../store/schema.ts';

/** Compiled statements, for each open store by itself: dialects write them differently. */
const compiled = new WeakMap<DialectAdapter, Map<string, CompiledQuery>>();

function shapesOf(db: Kysely<Schema>): Map<string, CompiledQuery> {
  const { adapter } = db.getExecutor();
  const known = compiled.get(adapter) ?? new Map<string, CompiledQuery>();
  compiled.set(adapter, known);
  return known;
}

/**
 * Runs a statement; only the first of its shape is built.
 * @param shape names everything but the parameters: the same shape is the same SQL
 * @param parameters in the order in which they stand in the SQL
 * @param build makes the statement with these very parameters
 * @throws {Error} where the parameters of the first one stand in another order
 */
export async function runShape<Row>(
  db: Kysely<Schema>,
  shape: string,
  parameters: readonly unknown[],
  build: () => Compilable<Row>,
): Promise<Row[]> {
  const shapes = shapesOf(db);
  let statement = shapes.get(shape);
  if (!statement) {
    statement = build().compile();
    const { parameters: built } = statement;
    if (built.length !== parameters.length || built.some((parameter, index) => parameter !== parameters[index])) {
      throw new Error(`The parameters of ${shape} stand in another order`);
    }
    shapes.set(shape, statement);
  }
  // The shape decides the row's type: that is what `build` says.
  const { rows } = await db.executeQuery({ ...statement, parameters } as CompiledQuery<Row>);
  return rows;
}

/** A shape's name for statements that write all columns of a row. */
export const shapeOf = (verb: string, table: string, row: object): string =>
  `${verb} ${table} ${Object.keys(row).join(' ')}`;
