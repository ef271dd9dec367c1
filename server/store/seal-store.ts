/** Step 002: what lay open in the store is sealed, and its events become logs with tiles and checkpoints. */
import { type Kysely, sql } from 'kysely';
import { commitmentOf } from '../../shared/ledger/canonical.ts';
import { leafContent, type NewEvent, type StoredEvent } from '../committer/event.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { type Column, createIndex, createTable } from './create-table.ts';
import type { OpenRows, Schema, SealedTable, SubjectKind } from './schema.ts';

/** Opens, and at first makes, the keys of a store whose key tables are there. */
export type OpenKeys = (db: Kysely<Schema>) => Promise<{ sealing: Sealing; ledger: Ledger }>;

const keyTables: Record<string, [columns: Column[], key: string[]]> = {
  server_key: [
    [
      ['name', 'text'],
      ['generation', 'integer'],
      ['master_id', 'text'],
      ['wrapped', 'text'],
      ['made_at', 'text'],
      ['succession', 'text'],
    ],
    ['name', 'generation'],
  ],
  institution_key: [
    [
      ['institution_id', 'text'],
      ['generation', 'integer'],
      ['master_id', 'text'],
      ['wrapped', 'text'],
      ['made_at', 'text'],
    ],
    ['institution_id', 'generation'],
  ],
  subject_key: [
    [
      ['subject_id', 'text'],
      ['institution_id', 'text'],
      ['generation', 'integer'],
      ['wrapped', 'text'],
    ],
    ['subject_id'],
  ],
  checkpoint: [
    [
      ['institution_id', 'text'],
      ['size', 'integer'],
      ['root', 'text'],
      ['note', 'text'],
    ],
    ['institution_id', 'size'],
  ],
  tile: [
    [
      ['institution_id', 'text'],
      ['level', 'integer'],
      ['tile_index', 'integer'],
      ['hashes', 'text'],
    ],
    ['institution_id', 'level', 'tile_index'],
  ],
  // Work that a start does once, after the steps: it cannot run in their transaction.
  chore: [[['name', 'text']], ['name']],
};

/** Tables that are written anew, in a form that holds nothing open. */
const sealedTables: Record<SealedTable | 'event', [columns: Column[], key: string[], indexes: [string[], boolean][]]> =
  {
    event: [
      [
        ['institution_id', 'text'],
        ['position', 'integer'],
        ['subject_kind', 'text'],
        ['subject_id', 'text'],
        ['subject_version', 'integer'],
        ['type', 'text'],
        ['at', 'text'],
        ['leaf_form', 'integer'],
        ['commitment', 'text'],
        ['sealed', 'text'],
      ],
      ['institution_id', 'position'],
      [[['subject_id', 'subject_version'], true]],
    ],
    record: [
      [
        ['id', 'text'],
        ['institution_id', 'text'],
        ['handler_id', 'text'],
        ['recorder_id', 'text'],
        ['capture_id', 'text'],
        ['state', 'text'],
        ['version', 'integer'],
        ['actor_official_id', 'text', 'null'],
        ['matter_id', 'text', 'null'],
        ['received_at', 'text'],
        ['submitted_at', 'text', 'null'],
        ['updated_at', 'text'],
        ['sealed', 'text'],
      ],
      ['id'],
      [
        [['recorder_id', 'capture_id'], true],
        [['recorder_id', 'received_at', 'id'], false],
        [['handler_id', 'received_at', 'id'], false],
        // Statistics by recording institution are read from this index alone.
        [['received_at', 'institution_id', 'recorder_id'], false],
        [['matter_id'], false],
      ],
    ],
    matter: [
      [
        ['id', 'text'],
        ['institution_id', 'text'],
        ['committee_id', 'text', 'null'],
        ['state', 'text'],
        ['version', 'integer'],
        ['opened_at', 'text'],
        ['updated_at', 'text'],
        ['screening_opinion', 'text', 'null'],
        ['determination', 'text', 'null'],
        ['official_id', 'text', 'null'],
        ['capacity', 'text', 'null'],
        ['conducts', 'text'],
        ['typical_circumstances', 'text'],
        ['typical_case', 'integer'],
        ['release_scope', 'text', 'null'],
        ['released_at', 'text', 'null'],
        ['released_on', 'text', 'null'],
        ['outcomes', 'text'],
        ['corrected', 'integer'],
        ['retracted', 'integer'],
        ['disclosed', 'integer'],
        ['sealed', 'text'],
      ],
      ['id'],
      [
        [['institution_id', 'opened_at', 'id'], false],
        [['committee_id', 'opened_at', 'id'], false],
      ],
    ],
    official: [
      [
        ['id', 'text'],
        ['organ_kind', 'text'],
        ['rank', 'text'],
        ['retired', 'integer'],
        ['institution_id', 'text', 'null'],
        ['managing_party_id', 'text'],
        ['reports_to_id', 'text', 'null'],
        ['sealed', 'text'],
      ],
      ['id'],
      [[['managing_party_id'], false]],
    ],
    credential: [
      [
        ['id', 'text'],
        ['token_hash', 'text'],
        ['purpose', 'text'],
        ['account_id', 'text', 'null'],
        ['institution_id', 'text'],
        ['issued_at', 'text'],
        ['revoked_at', 'text', 'null'],
        ['sealed', 'text'],
      ],
      ['id'],
      [[['token_hash'], true]],
    ],
    self_check: [
      [
        ['id', 'text'],
        ['official_id', 'text'],
        ['year', 'integer'],
        ['version', 'integer'],
        ['submitted_at', 'text'],
        ['sealed', 'text'],
      ],
      ['id'],
      [[['official_id', 'year'], true]],
    ],
    evidence: [
      [
        ['id', 'text'],
        ['record_id', 'text'],
        ['media_type', 'text'],
        ['bytes', 'integer'],
        ['received_at', 'text'],
        ['sealed', 'text'],
      ],
      ['record_id', 'id'],
      [],
    ],
  };

const besides = (table: string) => `sealed_${table}`;

/** Makes the tables of keys and logs, and those that will hold sealed rows, beside the open ones. */
export async function createSealedTables(db: Kysely<Schema>): Promise<void> {
  // What recorders learn of the readings of their record.
  await createIndex(db, 'reading', ['subject_id']);
  for (const [table, [columns, key]] of Object.entries(keyTables)) await createTable(db, table, columns, key);
  for (const [table, [columns, key]] of Object.entries(sealedTables)) {
    await createTable(db, besides(table), columns, key);
  }
}

/** An event as step 001 stored it. */
interface ClearEvent {
  institution_id: string;
  position: number;
  subject_kind: SubjectKind;
  subject_id: string;
  subject_version: number;
  type: string;
  at: string;
  actor_id: string | null;
  body: string;
  salt: string;
}

/** Rows are moved in parts of so many. */
const part = 1000;

/** Moves every row into its sealed form; the open tables are gone after. */
export async function sealRows(
  db: Kysely<Schema>,
  { sealing, ledger }: { sealing: Sealing; ledger: Ledger },
): Promise<void> {
  const logs = await sql<{
    institution_id: string;
  }>`SELECT institution_id FROM log_head ORDER BY institution_id`.execute(db);
  for (const { institution_id } of logs.rows) await sealLog(db, sealing, ledger, institution_id);
  for (const table of Object.keys(sealedTables) as (SealedTable | 'event')[]) {
    if (table !== 'event') await sealTable(db, sealing, table);
    await db.schema.dropTable(table).execute();
    await db.schema.alterTable(besides(table)).renameTo(table).execute();
    for (const [columns, unique] of sealedTables[table][2]) await createIndex(db, table, columns, unique);
  }
  const named = await sql<{ matter_id: string; official_id: string }>`SELECT * FROM matter_named`.execute(db);
  await sql`DELETE FROM matter_named`.execute(db);
  for (const { matter_id, official_id } of named.rows) {
    await db
      .insertInto('matter_named')
      .values({ matter_id, official_id: sealing.link('official', official_id) })
      .execute();
  }
  await sql`INSERT INTO chore (name) VALUES ('vacuum')`.execute(db);
}

async function sealLog(db: Kysely<Schema>, sealing: Sealing, ledger: Ledger, institutionId: string): Promise<void> {
  for (let from = 0; ; from += part) {
    const { rows } = await sql<ClearEvent>`SELECT * FROM event
      WHERE institution_id = ${institutionId} AND position >= ${from} AND position < ${from + part}
      ORDER BY position`.execute(db);
    if (rows.length === 0) return;
    const leaves = [];
    for (const row of rows) {
      const event = openEventOf(row);
      const commitment = commitmentOf(leafContent(event), row.salt);
      const { actor_id: actorId, body: _body, salt, ...clear } = row;
      const { institution_id, position, subject_kind, subject_id, subject_version, type, at } = clear;
      const kept = { institution_id, position, subject_kind, subject_id, subject_version, type, at };
      const sealed = await sealing.sealEvent(db, kept, { actorId, body: event.body, salt });
      await insert(db, besides('event'), { ...kept, leaf_form: 1, commitment, sealed });
      leaves.push({ institutionId, position, commitment });
    }
    await ledger.extend(db, leaves);
    if (rows.length < part) return;
  }
}

function openEventOf(row: ClearEvent): NewEvent & Pick<StoredEvent, 'at' | 'leafForm'> {
  return {
    institutionId: row.institution_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    type: row.type,
    actorId: row.actor_id,
    body: JSON.parse(row.body),
    at: row.at,
    leafForm: 1,
  };
}

async function sealTable(db: Kysely<Schema>, sealing: Sealing, table: SealedTable): Promise<void> {
  for (let from = 0; ; from += part) {
    const { rows } = await sql<OpenRows[SealedTable]>`SELECT * FROM ${sql.table(table)}
      ORDER BY id LIMIT ${part} OFFSET ${from}`.execute(db);
    for (const row of rows) await insert(db, besides(table), await sealing.sealRow(db, table, row));
    if (rows.length < part) return;
  }
}

async function insert(db: Kysely<Schema>, table: string, row: object): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
  await sql`INSERT INTO ${sql.table(table)} (${columns}) VALUES (${sql.join(Object.values(row))})`.execute(db);
}
