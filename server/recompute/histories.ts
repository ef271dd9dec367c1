/** Reads every event once, in pages, subject by subject. */
import type { Kysely } from 'kysely';
import type { EventTable, Schema } from '../store/schema.ts';

const pageSize = 1000;

/** The whole history of one subject, oldest first, never empty. */
export type History = [EventTable, ...EventTable[]];

/**
 * Every subject's history; each answer holds the subjects that a page completed.
 * @param size events of a page; a history longer than a page takes as many pages as it needs
 */
export async function* histories(db: Kysely<Schema>, size = pageSize): AsyncGenerator<History[]> {
  let open: EventTable[] = [];
  for (;;) {
    const page = await pageBehind(db, open.at(-1), size);
    const events = [...open, ...page];
    if (page.length < size) {
      yield bySubject(events);
      return;
    }
    const unfinished = events.at(-1)?.subject_id;
    const from = events.findIndex(({ subject_id }) => subject_id === unfinished);
    open = events.slice(from);
    yield bySubject(events.slice(0, from));
  }
}

function pageBehind(db: Kysely<Schema>, last: EventTable | undefined, size: number): Promise<EventTable[]> {
  let rows = db.selectFrom('event').selectAll().orderBy('subject_id').orderBy('subject_version').limit(size);
  if (last) {
    const { subject_id, subject_version } = last;
    rows = rows.where((eb) =>
      eb.or([
        eb('subject_id', '>', subject_id),
        eb('subject_id', '=', subject_id).and('subject_version', '>', subject_version),
      ]),
    );
  }
  return rows.execute();
}

function bySubject(events: readonly EventTable[]): History[] {
  const subjects: History[] = [];
  for (const event of events) {
    const last = subjects.at(-1);
    if (last?.[0].subject_id === event.subject_id) last.push(event);
    else subjects.push([event]);
  }
  return subjects;
}
