/** The schema, step by step. A step once released never changes; a change is a new step. */
import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { createIndex, createTable } from './create-table.ts';
import type { Schema } from './schema.ts';
import { createSealedTables, type OpenKeys, sealRows } from './seal-store.ts';

const first: Migration = {
  async up(db: Kysely<Schema>) {
    await createTable(
      db,
      'event',
      [
        ['institution_id', 'text'],
        ['position', 'integer'],
        ['subject_kind', 'text'],
        ['subject_id', 'text'],
        ['subject_version', 'integer'],
        ['type', 'text'],
        ['at', 'text'],
        ['actor_id', 'text', 'null'],
        ['codec', 'text'],
        ['body', 'text'],
        ['salt', 'text'],
        ['leaf_hash', 'text'],
      ],
      ['institution_id', 'position'],
    );
    await createIndex(db, 'event', ['subject_id', 'subject_version'], true);
    await createTable(
      db,
      'log_head',
      [
        ['institution_id', 'text'],
        ['size', 'integer'],
      ],
      ['institution_id'],
    );
    await createTable(
      db,
      'institution',
      [
        ['id', 'text'],
        ['name', 'text'],
        ['kind', 'text'],
        ['level', 'text'],
        ['code', 'text'],
        ['division', 'text'],
        ['superior_id', 'text', 'null'],
        ['committee_id', 'text', 'null'],
        ['party_id', 'text', 'null'],
        ['time_zone', 'text'],
        ['case_system_origins', 'text'],
      ],
      ['id'],
    );
    await createTable(
      db,
      'official',
      [
        ['id', 'text'],
        ['name', 'text'],
        ['pinyin', 'text'],
        ['initials', 'text'],
        ['organ_kind', 'text'],
        ['organ', 'text'],
        ['post', 'text'],
        ['rank', 'text'],
        ['retired', 'integer'],
        ['institution_id', 'text', 'null'],
        ['managing_party_id', 'text'],
        ['reports_to_id', 'text', 'null'],
        ['posts', 'text'],
      ],
      ['id'],
    );
    await createIndex(db, 'official', ['name']);
    await createTable(
      db,
      'credential',
      [
        ['id', 'text'],
        ['token_hash', 'text'],
        ['purpose', 'text'],
        ['account_id', 'text', 'null'],
        ['institution_id', 'text'],
        ['label', 'text'],
        ['issued_at', 'text'],
        ['revoked_at', 'text', 'null'],
      ],
      ['id'],
    );
    await createIndex(db, 'credential', ['token_hash'], true);
    await createTable(
      db,
      'record',
      [
        ['id', 'text'],
        ['institution_id', 'text'],
        ['handler_id', 'text'],
        ['recorder_id', 'text'],
        ['capture_id', 'text'],
        ['state', 'text'],
        ['version', 'integer'],
        ['case_text', 'text'],
        ['capture', 'text'],
        ['details', 'text', 'null'],
        ['actor_official_id', 'text', 'null'],
        ['matter_id', 'text', 'null'],
        ['captured_at', 'text'],
        ['received_at', 'text'],
        ['submitted_at', 'text', 'null'],
        ['updated_at', 'text'],
      ],
      ['id'],
    );
    await createIndex(db, 'record', ['recorder_id', 'capture_id'], true);
    await createIndex(db, 'record', ['recorder_id', 'received_at', 'id']);
    await createIndex(db, 'record', ['handler_id', 'received_at', 'id']);
    await createIndex(db, 'record', ['matter_id']);
    await createTable(
      db,
      'matter',
      [
        ['id', 'text'],
        ['institution_id', 'text'],
        ['committee_id', 'text', 'null'],
        ['state', 'text'],
        ['version', 'integer'],
        ['opened_at', 'text'],
        ['updated_at', 'text'],
        ['record_ids', 'text'],
        ['case_text', 'text'],
        ['actor_text', 'text'],
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
      ],
      ['id'],
    );
    await createIndex(db, 'matter', ['institution_id', 'opened_at', 'id']);
    await createIndex(db, 'matter', ['committee_id', 'opened_at', 'id']);
    await createTable(
      db,
      'matter_named',
      [
        ['matter_id', 'text'],
        ['official_id', 'text'],
      ],
      ['matter_id', 'official_id'],
    );
    await createTable(
      db,
      'released_matter',
      [
        ['matter_id', 'text'],
        ['official_id', 'text'],
        ['year', 'integer'],
        ['released_on', 'text'],
        ['capacity', 'text'],
        ['determination', 'text'],
        ['conducts', 'text'],
        ['typical_circumstances', 'text'],
        ['typical_case', 'integer'],
        ['outcomes', 'text'],
        ['corrected', 'integer'],
        ['retracted', 'integer'],
      ],
      ['matter_id'],
    );
    await createIndex(db, 'released_matter', ['official_id', 'year']);
    await createTable(
      db,
      'tally',
      [
        ['official_id', 'text'],
        ['year', 'integer'],
        ['dimension', 'text'],
        ['code', 'text'],
        ['count', 'integer'],
      ],
      ['official_id', 'year', 'dimension', 'code'],
    );
    await createTable(
      db,
      'feed_change',
      [
        ['official_id', 'text'],
        ['year', 'integer'],
        ['version', 'integer'],
      ],
      ['official_id', 'year'],
    );
    await createIndex(db, 'feed_change', ['year', 'version']);
    await createIndex(db, 'feed_change', ['version']);
    await createIndex(db, 'official', ['managing_party_id']);
    await createTable(
      db,
      'self_check',
      [
        ['id', 'text'],
        ['official_id', 'text'],
        ['year', 'integer'],
        ['version', 'integer'],
        ['submission', 'text'],
        ['submitted_at', 'text'],
      ],
      ['id'],
    );
    await createIndex(db, 'self_check', ['official_id', 'year'], true);
    await createTable(
      db,
      'evidence',
      [
        ['id', 'text'],
        ['record_id', 'text'],
        ['sha256', 'text'],
        ['media_type', 'text'],
        ['bytes', 'integer'],
        ['received_at', 'text'],
      ],
      ['record_id', 'id'],
    );
    await createTable(
      db,
      'reading',
      [
        ['viewer_id', 'text'],
        ['viewer_role', 'text'],
        ['subject_kind', 'text'],
        ['subject_id', 'text'],
        ['institution_id', 'text'],
        ['hour', 'text'],
      ],
      ['viewer_id', 'subject_id', 'hour'],
    );
    await sql`CREATE INDEX reading_hour ON reading (hour)`.execute(db);
  },
};

/** Everything that a record says is sealed; each log gets tiles and checkpoints. */
const sealed = (openKeys: OpenKeys): Migration => ({
  async up(db: Kysely<Schema>) {
    await createSealedTables(db);
    await sealRows(db, await openKeys(db));
  },
});

/** Steps in their order; some need the keys of the store. */
const stepsWith = (openKeys: OpenKeys): Record<string, Migration> => ({
  '001-first': first,
  '002-sealed': sealed(openKeys),
});

/** Names of all steps that this release knows, oldest first. */
export const knownSteps = Object.keys(stepsWith(() => Promise.reject(new Error('Only named')))).sort();

export const migrationProvider = (openKeys: OpenKeys): MigrationProvider => ({
  getMigrations: () => Promise.resolve(stepsWith(openKeys)),
});
