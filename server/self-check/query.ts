/**
 * What a leader's account reads: the own official, the own submission, and the matters released about that official.
 * Nothing here touches `matter`, `record` or `event`, so that unreleased matters leave no trace (rule 5).
 */
import type { Kysely } from 'kysely';
import { ProblemError } from '../../shared/problem.ts';
import type { SelfCheckView } from '../../shared/self-check/self-check.ts';
import { dayIn } from '../../shared/time/period.ts';
import type { Viewer } from '../access/viewer.ts';
import { releasedMattersOf } from '../feeds/released-matters.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { Schema } from '../store/schema.ts';
import type { Statement } from './statement.ts';

/** The official whose account asks. @throws {ProblemError} `not-found` where the account belongs to none. */
export function ownOfficialId({ officialId }: Viewer): string {
  if (!officialId) throw new ProblemError('not-found');
  return officialId;
}

/** The self-check of a year, submitted or not, beside the released matters. */
export async function viewSelfCheck(db: Kysely<Schema>, viewer: Viewer, year: number): Promise<SelfCheckView> {
  const officialId = ownOfficialId(viewer);
  const stored = await db
    .selectFrom('self_check')
    .selectAll()
    .where('official_id', '=', officialId)
    .where('year', '=', year)
    .executeTakeFirst();
  const row = stored && (await sealingOf(db).openRow(db, 'self_check', stored));
  const released = await releasedMattersOf(db, [officialId], year);
  return {
    year,
    submittedAt: row?.submitted_at ?? null,
    submission: row ? JSON.parse(row.submission) : null,
    releasedMatters: released.get(officialId) ?? [],
  };
}

/** What the statement says. @throws {ProblemError} `not-found` before the self-check is submitted. */
export async function readStatement(db: Kysely<Schema>, viewer: Viewer, year: number): Promise<Statement> {
  const { submission, submittedAt, releasedMatters } = await viewSelfCheck(db, viewer, year);
  if (!submission || !submittedAt) throw new ProblemError('not-found');
  const stored = await db
    .selectFrom('official')
    .selectAll()
    .where('id', '=', ownOfficialId(viewer))
    .executeTakeFirstOrThrow();
  const { name, organ, post, rank, retired } = await sealingOf(db).openRow(db, 'official', stored);
  return {
    subject: { name, organ, post, rank, retired: retired === 1 },
    year,
    submittedOn: dayIn(submittedAt, await zoneOf(db, viewer)),
    submission,
    releasedMatters,
  };
}

/** The zone of the viewer's institution, by whose clock years begin. */
export async function zoneOf(db: Kysely<Schema>, { institutionId }: Viewer): Promise<string> {
  const { time_zone } = await db
    .selectFrom('institution')
    .select('time_zone')
    .where('id', '=', institutionId)
    .executeTakeFirstOrThrow();
  return time_zone;
}
