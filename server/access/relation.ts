/**
 * How an account stands to a record or a matter: the one place that decides it. Lists use the same words as conditions.
 * Rule 6: whoever is named, or reports to one who is, stands in the relation `named` and handles nothing.
 */
import type { Kysely } from 'kysely';
import type { Relation } from '../../shared/access/permissions.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { Schema } from '../store/schema.ts';
import type { Viewer } from './viewer.ts';

/** The viewer's own official and the one whom that official reports to: nobody handles what names either. */
export async function untouchableFor(db: Kysely<Schema>, viewer: Viewer): Promise<string[]> {
  if (!viewer.officialId) return [];
  const own = await db
    .selectFrom('official')
    .select('reports_to_id')
    .where('id', '=', viewer.officialId)
    .executeTakeFirst();
  return own?.reports_to_id ? [viewer.officialId, own.reports_to_id] : [viewer.officialId];
}

/** The same as they stand in linked columns: whom a row names is decided without opening it. */
async function linksOfUntouchable(db: Kysely<Schema>, viewer: Viewer): Promise<string[]> {
  return (await untouchableFor(db, viewer)).map((id) => sealingOf(db).link('official', id));
}

/**
 * How the viewer stands to a record; nothing at all to one that does not exist. What is asked of the store depends on the
 * viewer alone, so that a foreign record and none differ in nothing, the queries included (rule 5). Whoever reads the
 * record asks here first, and fetches it only when admitted.
 */
export async function relationsToRecord(db: Kysely<Schema>, viewer: Viewer, recordId: string): Promise<Relation[]> {
  const untouchable = await linksOfUntouchable(db, viewer);
  const record = await db
    .selectFrom('record')
    .leftJoin('institution as handler', 'handler.id', 'record.handler_id')
    .select(['recorder_id', 'state', 'submitted_at', 'actor_official_id', 'handler_id', 'handler.superior_id'])
    .where('record.id', '=', recordId)
    .executeTakeFirst();
  if (!record) return [];
  if (record.recorder_id === sealingOf(db).link('account', viewer.accountId)) return ['own'];
  // A capture is its recorder's alone until it is submitted.
  if (record.state === 'captured' || record.submitted_at === null) return [];
  if (record.actor_official_id && untouchable.includes(record.actor_official_id)) return ['named'];
  if (record.state !== 'withdrawn') return record.handler_id === viewer.institutionId ? ['own-institution'] : [];
  // Withdrawn: kept, and visible to the superior only. Nothing else goes up unless the superior handles it (rule 5).
  return record.superior_id === viewer.institutionId ? ['subordinate-institution'] : [];
}

/** The same for a matter. */
export async function relationsToMatter(db: Kysely<Schema>, viewer: Viewer, matterId: string): Promise<Relation[]> {
  const untouchable = await linksOfUntouchable(db, viewer);
  const named = await db.selectFrom('matter_named').select('official_id').where('matter_id', '=', matterId).execute();
  const matter = await db
    .selectFrom('matter')
    .leftJoin('institution as committee', 'committee.id', 'matter.committee_id')
    .leftJoin('institution as own', (join) => join.on('own.id', '=', viewer.institutionId))
    .select(['institution_id', 'matter.committee_id', 'released_at'])
    .select(['committee.party_id as committee_party_id', 'own.party_id as own_party_id'])
    .where('matter.id', '=', matterId)
    .executeTakeFirst();
  if (!matter) return [];
  if (named.some(({ official_id }) => untouchable.includes(official_id))) return ['named'];
  if (matter.institution_id === viewer.institutionId) return ['own-institution'];
  if (matter.committee_id === viewer.institutionId) return ['addressee'];
  // Discipline inspection of the committee's level receives what is released (Art. 7: the committee copies it).
  const copied =
    viewer.role === 'discipline' &&
    matter.released_at !== null &&
    matter.committee_party_id !== null &&
    matter.committee_party_id === matter.own_party_id;
  return copied ? ['addressee'] : [];
}
