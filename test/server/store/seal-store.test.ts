/** What lies on the disk tells nothing, in a new store as in one that an older release wrote in the clear. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupKeyOf } from '../../../server/backup/backup-key.ts';
import { takeBackup } from '../../../server/backup/take-backup.ts';
import { openPlatform } from '../../../server/platform/platform.ts';
import { recompute } from '../../../server/recompute/recompute.ts';
import { openDatabase } from '../../../server/store/database.ts';
import { migrationProvider } from '../../../server/store/migrations.ts';
import type { Schema } from '../../../server/store/schema.ts';
import { leafHashOf } from '../../../shared/ledger/canonical.ts';
import { acceptRecord, release, stepsToApproval, submitRecord, walkMatter } from '../support/journey.ts';
import { openTables } from '../support/open-copy.ts';
import { aCapture, openWorld, someDetails, type World } from '../support/world.ts';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liuhen-seal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Six values that nobody may find on the disk: actor, party, case, narrative, recorder's name, a leader's name. */
const secrets = ['甲说情者', '丙当事人', '（2026）内0105民初4711号', '请求对丙从轻', 'judge 演示', '演某甲'];

/** A record that holds the secrets, on its way from the capture to the release. */
async function live(world: World): Promise<void> {
  const capture = aCapture({ parties: secrets[1] ?? '', caseNumbers: [secrets[2] ?? ''] });
  const details = someDetails({ caseNumber: secrets[2] ?? '', request: secrets[3] ?? '' });
  details.actor.organ = secrets[0] ?? '';
  const token = await world.captureToken('judge');
  const receipt = await (await world.askWith(token, 'PUT', `/api/captures/${capture.captureId}`, capture)).json();
  const step = { type: 'submitted', details };
  expect((await world.ask('judge', 'POST', `/api/records/${receipt.recordId}/events`, step)).status).toBe(200);
  const matterId = await acceptRecord(world, receipt.recordId);
  await walkMatter(world, matterId, [...stepsToApproval(), release]);
  await acceptRecord(world, await submitRecord(world));
}

/** Which secrets the files under a folder hold, as UTF-8 and as UTF-16. */
function found(place: string): string[] {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  const contents = files.map((file) => readFileSync(join(file.parentPath, file.name)));
  return secrets.filter((secret) =>
    contents.some((content) => content.includes(secret) || content.includes(Buffer.from(secret, 'utf16le'))),
  );
}

test('six values are nowhere in the store, its log beside it, or a backup', async () => {
  const world = await openWorld({ folder: at('data') });
  await live(world);
  expect(readdirSync(at('data'))).toContain('liuhen.db-wal');
  expect(found(at('data'))).toEqual([]);
  const backupKey = backupKeyOf({}, at('data'));
  await takeBackup({ dataFolder: at('data'), file: at('data', 'one.backup'), backupKey });
  await world.close();
  expect(found(at('data'))).toEqual([]);
  // The grep can find: what is open in memory holds all of them.
  const platform = await openPlatform({ folder: at('data'), origin: 'http://localhost' });
  const open = JSON.stringify([...(await openTables(platform))]);
  for (const secret of secrets.filter((text) => text !== 'judge 演示')) expect(open).toContain(secret);
  await platform.close();
});

test('a store of the first release is sealed whole: nothing is lost, and nothing remains in the clear', async () => {
  const world = await openWorld();
  await live(world);
  const tables = await openTables(world.platform);
  await world.close();
  await writeFirstRelease(at('data'), tables);
  expect(found(at('data'))).toContain(secrets[3]);

  const platform = await openPlatform({ folder: at('data'), origin: 'http://localhost' });
  expect(await recompute(platform.db)).toEqual([]);
  const sealed = await openTables(platform);
  for (const table of ['record', 'matter', 'official', 'released_matter', 'tally', 'matter_named']) {
    expect(sealed.get(table), table).toEqual(tables.get(table));
  }
  const logs = await platform.db.selectFrom('log_head').selectAll().execute();
  for (const { institution_id, size } of logs) {
    expect((await platform.ledger.latest(platform.db, institution_id))?.size).toBe(size);
  }
  expect(found(at('data'))).toEqual([]);
  await platform.close();
  expect(found(at('data'))).toEqual([]);
});

type Tables = Awaited<ReturnType<typeof openTables>>;

/** Writes the rows as step 001 kept them. */
async function writeFirstRelease(place: string, tables: Tables): Promise<void> {
  const db = openDatabase({ folder: place });
  const provider = migrationProvider(() => Promise.reject(new Error('No keys yet')));
  const { error } = await new Migrator({ db, provider }).migrateTo('001-first');
  if (error) throw error;
  const ours = (await db.introspection.getTables()).map(({ name }) => name);
  for (const [table, rows] of tables) {
    if (!ours.includes(table)) continue;
    for (const row of rows) await insert(db, table, table === 'event' ? firstEvent(row) : row);
  }
  await db.destroy();
}

/** An event of the first release: its leaf knew neither kind nor actor. */
function firstEvent({ leaf_form: _form, commitment: _commitment, ...row }: Record<string, unknown>) {
  const salt = randomBytes(32).toString('hex');
  const body = JSON.parse(String(row.body));
  const content = { institution: row.institution_id, subject: row.subject_id, type: row.type, at: row.at, body };
  return { ...row, salt, codec: 'clear', leaf_hash: leafHashOf(content, salt) };
}

async function insert(db: Kysely<Schema>, table: string, row: object): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
  await sql`INSERT INTO ${sql.table(table)} (${columns}) VALUES (${sql.join(Object.values(row))})`.execute(db);
}
