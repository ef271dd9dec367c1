/**
 * How an account stands to a record or a matter: the one place that decides it. Lists use the same words as conditions.
 * Rule 6: whoever is named, or reports to one who is, stands in the relation `named` and handles nothing.
 */
import type { Kysely } from 'kysely';
import type { Relation } from '../../shared/access/permissions.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { MatterRow, RecordRow, Schema } from '../store/schema.ts';
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

/** Ids of the institutions directly below one. */
async function subordinatesOf(db: Kysely<Schema>, institutionId: string): Promise<string[]> {
  const below = await db.selectFrom('institution').select('id').where('superior_id', '=', institutionId).execute();
  return below.map(({ id }) => id);
}

export async function relationsToRecord(db: Kysely<Schema>, viewer: Viewer, record: RecordRow): Promise<Relation[]> {
  if (record.recorder_id === viewer.accountId) return ['own'];
  // A capture is its recorder's alone until it is submitted.
  if (record.state === 'captured' || record.submitted_at === null) return [];
  if (record.actor_official_id && (await untouchableFor(db, viewer)).includes(record.actor_official_id))
    return ['named'];
  if (record.state !== 'withdrawn') return record.handler_id === viewer.institutionId ? ['own-institution'] : [];
  // Withdrawn: kept, and visible to the superior only. Nothing else goes up unless the superior handles it (rule 5).
  const below = await subordinatesOf(db, viewer.institutionId);
  return below.includes(record.handler_id) ? ['subordinate-institution'] : [];
}

export async function relationsToMatter(db: Kysely<Schema>, viewer: Viewer, matter: MatterRow): Promise<Relation[]> {
  const untouchable = await untouchableFor(db, viewer);
  if (untouchable.length > 0) {
    const named = await db
      .selectFrom('matter_named')
      .select('official_id')
      .where('matter_id', '=', matter.id)
      .where(
        'official_id',
        'in',
        untouchable.map((id) => sealingOf(db).link('official', id)),
      )
      .executeTakeFirst();
    if (named) return ['named'];
  }
  if (matter.institution_id === viewer.institutionId) return ['own-institution'];
  if (matter.committee_id === viewer.institutionId) return ['addressee'];
  return (await isCopied(db, viewer, matter)) ? ['addressee'] : [];
}

/** Discipline inspection of the committee's level receives what is released (Art. 7: the committee copies it). */
async function isCopied(db: Kysely<Schema>, viewer: Viewer, matter: MatterRow): Promise<boolean> {
  if (viewer.role !== 'discipline' || !matter.committee_id || !matter.released_at) return false;
  const pair = await db
    .selectFrom('institution')
    .select(['id', 'party_id'])
    .where('id', 'in', [matter.committee_id, viewer.institutionId])
    .execute();
  return pair.length === 2 && pair[0]?.party_id === pair[1]?.party_id;
}
