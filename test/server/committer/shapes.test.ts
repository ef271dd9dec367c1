import { describe, expect, test } from 'vitest';
import { runShape } from '../../../server/committer/shapes.ts';
import { openPlatform } from '../../../server/platform/platform.ts';
import type { LogHeadTable } from '../../../server/store/schema.ts';

async function openStore(log?: (statement: string) => void) {
  const { db } = await openPlatform({
    folder: ':memory:',
    origin: 'http://localhost',
    log: ({ query }) => log?.(query.sql),
  });
  return db;
}

describe('a shape', () => {
  test('is built once and runs with parameters of its own each time', async () => {
    const db = await openStore();
    let built = 0;
    for (const size of [3, 1, 2]) {
      const row: LogHeadTable = { institution_id: `log-${size}`, size };
      await runShape(db, 'insert log_head', Object.values(row), () => {
        built++;
        return db.insertInto('log_head').values(row);
      });
    }
    expect(built).toBe(1);
    const read = (size: number) =>
      runShape(db, 'select log_head', [size], () => db.selectFrom('log_head').selectAll().where('size', '=', size));
    expect(await read(2)).toEqual([{ institution_id: 'log-2', size: 2 }]);
    expect(await read(3)).toEqual([{ institution_id: 'log-3', size: 3 }]);
    expect(await read(9)).toEqual([]);
    await db.destroy();
  });

  test('whose parameters stand in another order than its SQL is refused', async () => {
    const db = await openStore();
    const row: LogHeadTable = { institution_id: 'log', size: 1 };
    const build = () => db.insertInto('log_head').values(row);
    await expect(runShape(db, 'wrong order', [1, 'log'], build)).rejects.toThrow('wrong order');
    await expect(runShape(db, 'one too many', ['log', 1, 1], build)).rejects.toThrow('one too many');
    expect(await db.selectFrom('log_head').selectAll().execute()).toEqual([]);
    await db.destroy();
  });

  test('belongs to the store in which it was built, transactions included', async () => {
    const [one, other] = [await openStore(), await openStore()];
    const builtIn: string[] = [];
    for (const [name, db] of [
      ['one', one],
      ['other', other],
      ['one', one],
    ] as const) {
      await db.transaction().execute((transaction) =>
        runShape(transaction, 'all heads', [], () => {
          builtIn.push(name);
          return transaction.selectFrom('log_head').selectAll();
        }),
      );
    }
    expect(builtIn).toEqual(['one', 'other']);
    await Promise.all([one.destroy(), other.destroy()]);
  });
});
