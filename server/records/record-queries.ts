/** Reading records: lists hold only what the viewer's relations admit. */
import type { Kysely } from 'kysely';
import { may } from '../../shared/access/permissions.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { RecordSummary, RecordView } from '../../shared/record/view.ts';
import { type RecordState, type RecordStep, recordTransitions } from '../../shared/record/workflow.ts';
import type { RecordListQuery } from '../../shared/request.ts';
import { codesOf } from '../../shared/vocabulary.ts';
import { readingsOfRecord } from '../access/readings-of-record.ts';
import { relationsToRecord, untouchableFor } from '../access/relation.ts';
import type { Viewer } from '../access/viewer.ts';
import { historyOf } from '../committer/event.ts';
import { gather, includes, pageFrom, readCursor } from '../platform/page.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { RecordRow, Schema } from '../store/schema.ts';

/** A page of the viewer's own records, or of those that the viewer's institution handles; newest first. `withdrawn` lists those of the institutions below. */
export async function listRecords(db: Kysely<Schema>, viewer: Viewer, query: RecordListQuery) {
  let rows = db.selectFrom('record').selectAll().orderBy('received_at', 'desc').orderBy('id', 'desc');
  if (viewer.role === 'recorder') {
    rows = rows.where('recorder_id', '=', sealingOf(db).link('account', viewer.accountId));
  } else {
    rows = rows.where('submitted_at', 'is not', null);
    // What was withdrawn is kept for the superior; the institution itself does not see it again.
    rows =
      query.state === 'withdrawn'
        ? rows.where('handler_id', 'in', (eb) =>
            eb.selectFrom('institution').select('institution.id').where('superior_id', '=', viewer.institutionId),
          )
        : rows.where('handler_id', '=', viewer.institutionId).where('state', '!=', 'withdrawn');
    const untouchable = await untouchableFor(db, viewer);
    const links = untouchable.map((id) => sealingOf(db).link('official', id));
    if (untouchable.length > 0) {
      rows = rows.where((eb) => eb.or([eb('actor_official_id', 'is', null), eb('actor_official_id', 'not in', links)]));
    }
  }
  if (query.state) rows = rows.where('state', '=', query.state);
  const found = await gather({
    from: query.cursor ? readCursor(query.cursor) : null,
    limit: query.limit + 1,
    keys: (row: RecordRow) => [row.received_at, row.id],
    async read(behind, limit) {
      let page = rows;
      if (behind) {
        const [receivedAt, id] = behind;
        page = page.where((eb) =>
          eb.or([eb('received_at', '<', receivedAt), eb('received_at', '=', receivedAt).and('id', '<', id)]),
        );
      }
      return sealingOf(db).openRows(db, 'record', await page.limit(limit).execute());
    },
    admits: query.q ? includes(query.q, ({ case_text }) => [case_text]) : null,
  });
  return pageFrom(found, query.limit, (row) => [row.received_at, row.id], summaryOf);
}

function summaryOf(row: RecordRow): RecordSummary {
  const capture = JSON.parse(row.capture);
  const details = row.details === null ? null : JSON.parse(row.details);
  return {
    id: row.id,
    captureId: row.capture_id,
    state: row.state as RecordState,
    caseNumbers: row.case_text === '' ? [] : row.case_text.split(' '),
    caseTitle: capture.caseTitle,
    capturedAt: row.captured_at,
    receivedAt: row.received_at,
    actorName: details?.actor.name ?? '',
    matterId: row.matter_id,
  };
}

/** A record, open; undefined where there is none. */
export async function readRecord(db: Kysely<Schema>, recordId: string): Promise<RecordRow | undefined> {
  const stored = await db.selectFrom('record').selectAll().where('id', '=', recordId).executeTakeFirst();
  return stored && sealingOf(db).openRow(db, 'record', stored);
}

/**
 * A record with its history, as the viewer may see it.
 * @throws {ProblemError} `not-found` for whom it does not concern.
 */
export async function viewRecord(db: Kysely<Schema>, viewer: Viewer, recordId: string) {
  const relations = await relationsToRecord(db, viewer, recordId);
  const row = may(viewer.role, 'record:read', relations) ? await readRecord(db, recordId) : undefined;
  if (!row) throw new ProblemError('not-found');
  const own = relations.includes('own');
  const events = await historyOf(db, recordId);
  const acceptedAt = events.findLast(({ type }) => type === 'accepted')?.at ?? '';
  const view: RecordView = {
    ...summaryOf(row),
    capture: JSON.parse(row.capture),
    details: row.details === null ? null : JSON.parse(row.details),
    history: events.map(({ type, at, body }) => ({
      type,
      at,
      reason: 'reason' in body ? String(body.reason) : '',
    })),
    readings: own ? await readingsOfRecord(db, recordId, row.matter_id, acceptedAt) : null,
    steps: codesOf(recordTransitions).filter((step: RecordStep) => {
      const { action, from } = recordTransitions[step];
      return (from as readonly string[]).includes(row.state) && may(viewer.role, action, relations);
    }),
  };
  return { view, own, institutionId: row.institution_id };
}
