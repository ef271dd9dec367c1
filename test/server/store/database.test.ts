import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keysOf } from '../../../server/keys/keys.ts';
import { Ledger } from '../../../server/ledger/ledger.ts';
import { Keyring } from '../../../server/sealing/keyring.ts';
import { temporaryMasterKey } from '../../../server/sealing/master-key.ts';
import { Sealing } from '../../../server/sealing/sealing.ts';
import { StartError } from '../../../server/start-error.ts';
import { migrate, openDatabase } from '../../../server/store/database.ts';
import type { Schema } from '../../../server/store/schema.ts';

/** The keys of a store that is made anew. */
async function openKeys(db: Kysely<Schema>) {
  const keyring = await Keyring.open(db, temporaryMasterKey(), () => new Date());
  const keys = keysOf(keyring);
  return { sealing: new Sealing(keyring), ledger: new Ledger(() => keys.signing) };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens, does something, closes. */
async function opened<Result>(
  work: (db: ReturnType<typeof openDatabase>) => Promise<Result>,
  place = folder,
): Promise<Result> {
  const db = openDatabase({ folder: place });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

describe('the store', () => {
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2], // FULL: each commit is on disk before it is answered.
    ['foreign_keys', 1],
    ['busy_timeout', 5000],
  ])('is opened with %s = %s', async (name, value) => {
    const [row = {}] = await opened(async (db) => {
      const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db);
      return rows;
    });
    expect(Object.values(row)).toEqual([value]);
  });

  test('makes its folder where there is none', async () => {
    await opened((db) => migrate(db, openKeys), join(folder, 'deep', 'data'));
  });

  test('is for its user only, its log included', async () => {
    const place = join(folder, 'data');
    const modes = await opened(async (db) => {
      await migrate(db, openKeys);
      return ['', 'liuhen.db', 'liuhen.db-wal'].map((name) => statSync(join(place, name)).mode & 0o077);
    }, place);
    expect(modes).toEqual([0, 0, 0]);
  });

  test.each([1, 3, 8, 14, 20, 26])(
    'begins a migration anew that a disk ended which was full after %i pages',
    async (pages) => {
      await opened(async (db) => {
        await sql.raw(`PRAGMA max_page_count = ${pages}`).execute(db);
        await expect(migrate(db, openKeys)).rejects.toThrow('full');
      });
      const made = await opened(async (db) => {
        await migrate(db, openKeys);
        return db.introspection.getTables();
      });
      const whole = await opened(
        async (db) => {
          await migrate(db, openKeys);
          return db.introspection.getTables();
        },
        join(folder, 'whole'),
      );
      expect(made).toEqual(whole);
    },
  );

  test('may be migrated again and again', async () => {
    await opened((db) => migrate(db, openKeys));
    await opened((db) => migrate(db, openKeys));
    const { length } = await opened((db) => db.introspection.getTables());
    expect(length).toBeGreaterThan(10);
  });

  test('that a newer release wrote is left alone', async () => {
    await opened(async (db) => {
      await migrate(db, openKeys);
      await sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('999-later', '2030-01-01')`.execute(db);
    });
    const refusal = await opened((db) => migrate(db, openKeys).catch((error: unknown) => error));
    expect(refusal).toBeInstanceOf(StartError);
    expect(String(refusal)).toMatch(/newer release.*999-later/);
  });

  test.each<[string, () => string]>([
    [
      'a folder that is a file',
      () => {
        writeFileSync(join(folder, 'data'), '');
        return join(folder, 'data');
      },
    ],
    [
      'a folder below a file',
      () => {
        writeFileSync(join(folder, 'data'), '');
        return join(folder, 'data', 'below');
      },
    ],
    [
      'a database that is a folder',
      () => {
        mkdirSync(join(folder, 'liuhen.db'));
        return folder;
      },
    ],
    [
      'a database that is something else',
      () => {
        writeFileSync(join(folder, 'liuhen.db'), '这不是数据库。'.repeat(400));
        return folder;
      },
    ],
  ])('refuses %s, in words that name it', (_, prepare) => {
    const place = prepare();
    const refusal = (() => {
      try {
        return openDatabase({ folder: place });
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(StartError);
    expect(refusal).toMatchObject({ zh: expect.stringContaining(place), en: expect.stringContaining(place) });
  });
});
