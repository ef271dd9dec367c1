/**
 * Projections: for each kind of subject, its row as the fold of its events, and what follows from a new row.
 * Committing and recomputing share `folds`; nothing else writes these tables.
 */
import type { Kysely } from 'kysely';
import { applyCredentialEvent } from '../credentials/credential-projection.ts';
import { applyInstitutionEvent, applyOfficialEvent } from '../directory/directory-projection.ts';
import { applyMatterEvent, type StoredMatterStep } from '../matters/matter-projection.ts';
import { everyYear, markFeedChange, projectRelease } from '../matters/release-projection.ts';
import { applyRecordEvent, type RecordEvents } from '../records/record-projection.ts';
import { applySelfCheckEvent } from '../self-check/self-check-projection.ts';
import type {
  EvidenceTable,
  InstitutionTable,
  MatterTable,
  OfficialTable,
  Schema,
  SelfCheckTable,
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

export const projections: Record<SubjectKind, Projection> = {
  institution: {
    table: 'institution',
    apply: applyInstitutionEvent,
    follow: (db, before: InstitutionTable | null, { id }: InstitutionTable) =>
      before ? markManagedOfficials(db, id) : Promise.resolve(),
  },
  official: {
    table: 'official',
    apply: applyOfficialEvent,
    follow: (db, _before, { id }: OfficialTable) => markFeedChange(db, id, everyYear),
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
    async follow(db, before: MatterTable | null, after: MatterTable, event) {
      await projectNamed(db, event);
      await projectRelease(db, before, after);
    },
  },
  'self-check': {
    table: 'self_check',
    apply: applySelfCheckEvent,
    follow: (db, _before, { official_id, year }: SelfCheckTable) => markFeedChange(db, official_id, year),
  },
};

/** The officials that an event of a matter names. */
export function namedBy(event: StoredEvent): string[] {
  const step = event.body as StoredMatterStep;
  const id = 'record' in step ? step.record.officialId : 'officialId' in step ? step.officialId : null;
  return id === null ? [] : [id];
}

async function projectNamed(db: Kysely<Schema>, event: StoredEvent): Promise<void> {
  const rows = namedBy(event).map((official_id) => ({ matter_id: event.subjectId, official_id }));
  if (rows.length === 0) return;
  await db
    .insertInto('matter_named')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['matter_id', 'official_id']).doNothing())
    .execute();
}

/** The row of an arrived file. */
export function evidenceOf(event: StoredEvent): EvidenceTable {
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
  if (event.type === 'evidence-added') await db.insertInto('evidence').values(evidenceOf(event)).execute();
}

/** A party committee's name and place stand in the rows of the officials that it manages. */
async function markManagedOfficials(db: Kysely<Schema>, partyId: string): Promise<void> {
  const managed = await db.selectFrom('official').select('id').where('managing_party_id', '=', partyId).execute();
  for (const { id } of managed) await markFeedChange(db, id, everyYear);
}

/** Brings the projections up to a stored event, in its transaction. */
export async function project(db: Kysely<Schema>, event: StoredEvent): Promise<void> {
  const { table, apply, follow } = projections[event.subjectKind];
  const id = event.subjectId;
  const known =
    event.subjectVersion === 1
      ? []
      : await runShape(db, `select ${table}`, [id], () => db.selectFrom(table).selectAll().where('id', '=', id));
  // The table decides the row's type, and the event's kind the table: a relation that the types of a map cannot say.
  const before = (known[0] ?? null) as never;
  const after = apply(before, event) as never;
  const columns = Object.values(after);
  await (event.subjectVersion === 1
    ? runShape(db, shapeOf('insert', table, after), columns, () => db.insertInto(table).values(after))
    : runShape(db, shapeOf('update', table, after), [...columns, id], () =>
        db.updateTable(table).set(after).where('id', '=', id),
      ));
  await follow?.(db, before, after, event);
}
