/** Events as commands append them and as projections read them. */
import type { Kysely } from 'kysely';
import { sealingOf } from '../sealing/sealing.ts';
import type { EventTable, Schema, SubjectKind } from '../store/schema.ts';

/** An event before it is stored. `body` must be JSON. */
export interface NewEvent {
  institutionId: string;
  subjectKind: SubjectKind;
  subjectId: string;
  type: string;
  actorId: string | null;
  body: object;
}

/** How a leaf's content is composed: 1 before sealing, without the subject's kind and the actor. */
export type LeafForm = 1 | 2;

/** A stored event, open. */
export interface StoredEvent extends NewEvent {
  position: number;
  subjectVersion: number;
  at: string;
  salt: string;
  leafForm: LeafForm;
  /** SHA-256 of salt and canonical content, hexadecimal: the entry of the log. */
  commitment: string;
}

/** What a leaf commits to. */
export function leafContent(event: Omit<StoredEvent, 'commitment' | 'salt' | 'position' | 'subjectVersion'>) {
  const { institutionId: institution, subjectKind: kind, subjectId: subject, type, at, actorId: actor, body } = event;
  return event.leafForm === 1
    ? { institution, subject, type, at, body }
    : { institution, kind, subject, type, at, actor, body };
}

/** An event as features read it. @throws {UnsealError} where what is stored was altered or moved */
export async function openEvent(db: Kysely<Schema>, row: EventTable): Promise<StoredEvent> {
  const { actorId, body, salt } = await sealingOf(db).openEvent(db, row);
  return {
    institutionId: row.institution_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    type: row.type,
    actorId,
    body,
    position: row.position,
    subjectVersion: row.subject_version,
    at: row.at,
    salt,
    leafForm: row.leaf_form === 1 ? 1 : 2,
    commitment: row.commitment,
  };
}

/** The history of a subject, oldest first. */
export async function historyOf(db: Kysely<Schema>, subjectId: string): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('subject_version')
    .execute();
  const events: StoredEvent[] = [];
  for (const row of rows) events.push(await openEvent(db, row));
  return events;
}
