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
import { openBody } from '../committer/codec.ts';
import { contains, pageFrom, readCursor } from '../platform/page.ts';
import type { RecordTable, Schema } from '../store/schema.ts';

/** A page of the viewer's own records, or of those that the viewer's institution handles; newest first. `withdrawn` lists those of the institutions below. */
export async function listRecords(db: Kysely<Schema>, viewer: Viewer, query: RecordListQuery) {
  let rows = db.selectFrom('record').selectAll().orderBy('received_at', 'desc').orderBy('id', 'desc');
  if (viewer.role === 'recorder') {
    rows = rows.where('recorder_id', '=', viewer.accountId);
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
    if (untouchable.length > 0) {
      rows = rows.where((eb) =>
        eb.or([eb('actor_official_id', 'is', null), eb('actor_official_id', 'not in', untouchable)]),
      );
    }
  }
  if (query.state) rows = rows.where('state', '=', query.state);
  if (query.q) rows = rows.where(contains('case_text', query.q));
  if (query.cursor) {
    const [receivedAt, id] = readCursor(query.cursor);
    rows = rows.where((eb) =>
      eb.or([eb('received_at', '<', receivedAt), eb('received_at', '=', receivedAt).and('id', '<', id)]),
    );
  }
  const found = await rows.limit(query.limit + 1).execute();
  return pageFrom(found, query.limit, (row) => [row.received_at, row.id], summaryOf);
}

function summaryOf(row: RecordTable): RecordSummary {
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

/**
 * A record with its history, as the viewer may see it.
 * @throws {ProblemError} `not-found` for whom it does not concern.
 */
export async function viewRecord(db: Kysely<Schema>, viewer: Viewer, recordId: string) {
  const relations = await relationsToRecord(db, viewer, recordId);
  if (!may(viewer.role, 'record:read', relations)) throw new ProblemError('not-found');
  const row = await db.selectFrom('record').selectAll().where('id', '=', recordId).executeTakeFirstOrThrow();
  const own = relations.includes('own');
  const history = await historyOf(db, recordId);
  const view: RecordView = {
    ...summaryOf(row),
    capture: JSON.parse(row.capture),
    details: row.details === null ? null : JSON.parse(row.details),
    history,
    readings: own ? await readingsOfRecord(db, recordId, row.matter_id, lastOf(history, 'accepted')) : null,
    steps: codesOf(recordTransitions).filter((step: RecordStep) => {
      const { action, from } = recordTransitions[step];
      return (from as readonly string[]).includes(row.state) && may(viewer.role, action, relations);
    }),
  };
  return { view, own, institutionId: row.institution_id };
}

/** When a record last took a step; '' where it never did. */
const lastOf = (history: RecordView['history'], type: string): string =>
  history.findLast((entry) => entry.type === type)?.at ?? '';

async function historyOf(db: Kysely<Schema>, recordId: string): Promise<RecordView['history']> {
  const events = await db
    .selectFrom('event')
    .select(['type', 'at', 'codec', 'body'])
    .where('subject_id', '=', recordId)
    .orderBy('subject_version')
    .execute();
  return events.map(({ type, at, codec, body }) => {
    const opened = openBody(codec, body);
    return { type, at, reason: 'reason' in opened ? String(opened.reason) : '' };
  });
}
