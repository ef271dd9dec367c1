/**
 * Projections: for each kind of subject, its row as the fold of its events, and what follows from a new row.
 * Committing and recomputing share `folds`; nothing else writes these tables.
 */
import type { Kysely } from 'kysely';
import { applyCredentialEvent } from '../credentials/credential-projection.ts';
import { applyInstitutionEvent, applyOfficialEvent } from '../directory/directory-projection.ts';
import { applyMatterEvent, namedBy } from '../matters/matter-projection.ts';
import { everyYear, markFeedChange, projectRelease } from '../matters/release-projection.ts';
import { applyRecordEvent, type RecordEvents } from '../records/record-projection.ts';
import { classes } from '../sealing/classes.ts';
import { sealingOf } from '../sealing/sealing.ts';
import { applySelfCheckEvent } from '../self-check/self-check-projection.ts';
import type {
  EvidenceRow,
  InstitutionTable,
  MatterRow,
  OfficialRow,
  Schema,
  SelfCheckRow,
  SubjectKind,
} from '../store/schema.ts';
import type { StoredEvent } from './event.ts';
import { runShape, shapeOf } from './shapes.ts';

/** A row of any projected table. */
export type ProjectedRow = { id: string };

interface Projection {
  readonly table: 'institution' | 'official' | 'credential' | 'record' | 'matter' | 'self_check';
  apply(row: never, event: StoredEvent): ProjectedRow;
  /** What else changes in the same transaction. */
  follow?(db: Kysely<Schema>, before: never, after: never, event: StoredEvent): Promise<void>;
}

export const projections: Record<Exclude<SubjectKind, 'cover'>, Projection> = {
  institution: {
    table: 'institution',
    apply: applyInstitutionEvent,
    follow: (db, before: InstitutionTable | null, { id }: InstitutionTable) =>
      before ? markManagedOfficials(db, id) : Promise.resolve(),
  },
  official: {
    table: 'official',
    apply: applyOfficialEvent,
    follow: (db, _before, { id }: OfficialRow) => markFeedChange(db, id, everyYear),
  },
  credential: { table: 'credential', apply: applyCredentialEvent },
  record: {
    table: 'record',
    apply: applyRecordEvent,
    follow: (db, _before, _after, event) => projectEvidence(db, event),
  },
  matter: {
    table: 'matter',
    apply: applyMatterEvent,
    async follow(db, before: MatterRow | null, after: MatterRow, event) {
      await projectNamed(db, event);
      await projectRelease(db, before, after);
    },
  },
  'self-check': {
    table: 'self_check',
    apply: applySelfCheckEvent,
    follow: (db, _before, { official_id, year }: SelfCheckRow) => markFeedChange(db, official_id, year),
  },
};

async function projectNamed(db: Kysely<Schema>, event: StoredEvent): Promise<void> {
  const rows = namedBy(event).map((official) => ({
    matter_id: event.subjectId,
    official_id: sealingOf(db).link('official', official),
  }));
  if (rows.length === 0) return;
  await db
    .insertInto('matter_named')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['matter_id', 'official_id']).doNothing())
    .execute();
}

/** The row of an arrived file. */
export function evidenceOf(event: StoredEvent): EvidenceRow {
  const { evidenceId, sha256, mediaType, bytes } = event.body as RecordEvents['evidence-added'];
  return {
    id: evidenceId,
    record_id: event.subjectId,
    sha256,
    media_type: mediaType,
    bytes,
    received_at: event.at,
  };
}

async function projectEvidence(db: Kysely<Schema>, event: StoredEvent): Promise<void> {
  if (event.type !== 'evidence-added') return;
  const row = await sealingOf(db).sealRow(db, 'evidence', evidenceOf(event));
  await db.insertInto('evidence').values(row).execute();
}

/** A party committee's name and place stand in the rows of the officials that it manages. */
async function markManagedOfficials(db: Kysely<Schema>, partyId: string): Promise<void> {
  const managed = await db.selectFrom('official').select('id').where('managing_party_id', '=', partyId).execute();
  for (const { id } of managed) await markFeedChange(db, id, everyYear);
}

/** Brings the projections up to a stored event, in its transaction. */
export async function project(db: Kysely<Schema>, event: StoredEvent): Promise<void> {
  if (event.subjectKind === 'cover') return;
  const { table, apply, follow } = projections[event.subjectKind];
  const id = event.subjectId;
  const known =
    event.subjectVersion === 1
      ? []
      : await runShape(db, `select ${table}`, [id], () => db.selectFrom(table).selectAll().where('id', '=', id));
  // The table decides the row's type, and the event's kind the table: a relation that the types of a map cannot say.
  const [before = null] = (await openProjected(db, table, known)) as never[];
  const after = apply(before as never, event) as never;
  const stored = await sealProjected(db, table, after);
  const columns = Object.values(stored);
  await (event.subjectVersion === 1
    ? runShape(db, shapeOf('insert', table, stored), columns, () => db.insertInto(table).values(stored as never))
    : runShape(db, shapeOf('update', table, stored), [...columns, id], () =>
        db
          .updateTable(table)
          .set(stored as never)
          .where('id', '=', id),
      ));
  await follow?.(db, before as never, after, event);
}

type ProjectedTable = Projection['table'];

const isSealed = (table: ProjectedTable): table is Exclude<ProjectedTable, 'institution'> => table in classes;

/** Rows of a projected table, open. */
async function openProjected(db: Kysely<Schema>, table: ProjectedTable, rows: readonly object[]) {
  return isSealed(table) ? sealingOf(db).openRows(db, table, rows as never) : rows;
}

/** A projected row as it is stored. */
async function sealProjected(db: Kysely<Schema>, table: ProjectedTable, row: object): Promise<object> {
  return isSealed(table) ? sealingOf(db).sealRow(db, table, row as never) : row;
}
