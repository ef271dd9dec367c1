/** Reading matters: lists hold only what the viewer's relations admit; recorders never show. */
import type { Kysely } from 'kysely';
import { may } from '../../shared/access/permissions.ts';
import type { MatterSummary, MatterView } from '../../shared/matter/view.ts';
import { type MatterState, type MatterStep, matterTransitions } from '../../shared/matter/workflow.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Details } from '../../shared/record/details.ts';
import type { MatterListQuery } from '../../shared/request.ts';
import { type Capacity, codesOf, type Determination, type ReleaseScope } from '../../shared/vocabulary.ts';
import { accountNames } from '../access/accounts.ts';
import type { Authentication } from '../access/authentication.ts';
import { relationsToMatter, untouchableFor } from '../access/relation.ts';
import type { Viewer } from '../access/viewer.ts';
import { historyOf } from '../committer/event.ts';
import { readOfficials } from '../directory/stored-officials.ts';
import { gather, includes, pageFrom, readCursor } from '../platform/page.ts';
import type { Platform } from '../platform/platform.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { MatterRow, Schema } from '../store/schema.ts';
import { isPossible } from './possible-step.ts';

/** Rows of matters that the viewer's institution handles, received, or was copied. */
async function admittedMatters(db: Kysely<Schema>, viewer: Viewer) {
  const untouchable = await untouchableFor(db, viewer);
  let rows = db.selectFrom('matter').innerJoin('institution', 'institution.id', 'matter.institution_id');
  if (viewer.role === 'reviewer') rows = rows.where('matter.institution_id', '=', viewer.institutionId);
  else if (viewer.role === 'committee') rows = rows.where('matter.committee_id', '=', viewer.institutionId);
  else {
    rows = rows.where('matter.released_at', 'is not', null).where('matter.committee_id', 'in', (eb) =>
      eb
        .selectFrom('institution as committee')
        .select('committee.id')
        .whereRef('committee.party_id', '=', (own) =>
          own.selectFrom('institution as mine').select('mine.party_id').where('mine.id', '=', viewer.institutionId),
        ),
    );
  }
  if (untouchable.length === 0) return rows;
  const links = untouchable.map((id) => sealingOf(db).link('official', id));
  return rows.where('matter.id', 'not in', (eb) =>
    eb.selectFrom('matter_named').select('matter_id').where('official_id', 'in', links),
  );
}

type ListedMatter = MatterRow & { institution_name: string };

/** A page of matters, newest first. */
export async function listMatters(db: Kysely<Schema>, viewer: Viewer, query: MatterListQuery) {
  let rows = (await admittedMatters(db, viewer))
    .selectAll('matter')
    .select('institution.name as institution_name')
    .orderBy('matter.opened_at', 'desc')
    .orderBy('matter.id', 'desc');
  if (query.state) rows = rows.where('matter.state', '=', query.state);
  const found = await gather({
    from: query.cursor ? readCursor(query.cursor) : null,
    limit: query.limit + 1,
    keys: (row: ListedMatter) => [row.opened_at, row.id],
    async read(behind, limit) {
      let page = rows;
      if (behind) {
        const [openedAt, id] = behind;
        page = page.where((eb) =>
          eb.or([
            eb('matter.opened_at', '<', openedAt),
            eb('matter.opened_at', '=', openedAt).and('matter.id', '<', id),
          ]),
        );
      }
      // The institution's name passes through: opening a row keeps what it does not know.
      const stored = await page.limit(limit).execute();
      return (await sealingOf(db).openRows(db, 'matter', stored)) as ListedMatter[];
    },
    admits: query.q ? includes(query.q, ({ case_text, actor_text }) => [case_text, actor_text]) : null,
  });
  return pageFrom(
    found,
    query.limit,
    (row) => [row.opened_at, row.id],
    (row) => summaryOf(row, row.institution_name),
  );
}

function summaryOf(row: MatterRow, institutionName: string): MatterSummary {
  return {
    id: row.id,
    state: row.state as MatterState,
    institutionName,
    openedAt: row.opened_at,
    updatedAt: row.updated_at,
    records: JSON.parse(row.record_ids).length,
    caseNumbers: row.case_text.split(/\s/).filter(Boolean),
    actorNames: row.actor_text.split('\n').filter(Boolean),
    screeningOpinion: row.screening_opinion as Determination | null,
    determination: row.determination as Determination | null,
  };
}

/** A matter, open; undefined where there is none. */
export async function readMatter(db: Kysely<Schema>, matterId: string): Promise<MatterRow | undefined> {
  const stored = await db.selectFrom('matter').selectAll().where('id', '=', matterId).executeTakeFirst();
  return stored && sealingOf(db).openRow(db, 'matter', stored);
}

/**
 * A matter with what its records say and what was done.
 * @throws {ProblemError} `not-found` for whom it does not concern.
 */
export async function viewMatter({ db, authentication }: Platform, viewer: Viewer, matterId: string) {
  const relations = await relationsToMatter(db, viewer, matterId);
  const row = may(viewer.role, 'matter:read', relations) ? await readMatter(db, matterId) : undefined;
  if (!row) throw new ProblemError('not-found');
  const view: MatterView = {
    ...summaryOf(row, (await nameOf(db, row.institution_id)) ?? ''),
    version: row.version,
    committeeName: await nameOf(db, row.committee_id),
    official: await officialOf(db, row.official_id),
    capacity: row.capacity as Capacity | null,
    conducts: JSON.parse(row.conducts),
    typicalCircumstances: JSON.parse(row.typical_circumstances),
    typicalCase: row.typical_case === 1,
    releaseScope: row.release_scope as ReleaseScope | null,
    releasedAt: row.released_at,
    accounts: await accountsOf(db, JSON.parse(row.record_ids)),
    history: await stepsOf(db, authentication, matterId),
    steps: codesOf(matterTransitions).filter(
      (step: MatterStep) => isPossible(step, row) && may(viewer.role, matterTransitions[step].action, relations),
    ),
  };
  return { view, institutionId: row.institution_id };
}

async function nameOf(db: Kysely<Schema>, institutionId: string | null): Promise<string | null> {
  if (!institutionId) return null;
  const row = await db.selectFrom('institution').select('name').where('id', '=', institutionId).executeTakeFirst();
  return row?.name ?? null;
}

async function officialOf(db: Kysely<Schema>, officialId: string | null): Promise<MatterView['official']> {
  if (!officialId) return null;
  const [official] = await readOfficials(db, [officialId]);
  if (!official) return null;
  const { id, name, organ, post } = official;
  return { id, name, organ, post };
}

/** What each record says, without who wrote it. */
async function accountsOf(db: Kysely<Schema>, recordIds: string[]): Promise<MatterView['accounts']> {
  const stored = await db.selectFrom('record').selectAll().where('id', 'in', recordIds).execute();
  const rows = await sealingOf(db).openRows(db, 'record', stored);
  rows.sort((a, b) => (a.captured_at < b.captured_at ? -1 : 1));
  return rows.flatMap(({ id, capture, details }) => {
    if (details === null) return [];
    const { caseTitle, cause } = JSON.parse(capture);
    return [{ recordId: id, caseTitle, cause, details: JSON.parse(details) as Details }];
  });
}

async function stepsOf(
  db: Kysely<Schema>,
  authentication: Authentication,
  matterId: string,
): Promise<MatterView['history']> {
  const events = await historyOf(db, matterId);
  const names = await accountNames(
    authentication,
    events.map(({ actorId }) => actorId),
  );
  return events.map(({ at, actorId, type, body }) => ({
    at,
    by: names.get(actorId ?? '') ?? '',
    // The server wrote these bodies from checked steps; opening and joining carry nothing that is shown.
    step: (type === 'opened' || type === 'joined' ? { type } : body) as MatterView['history'][number]['step'],
  }));
}
