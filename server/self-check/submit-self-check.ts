/** Hands in a leader's self-check of a year (Art. 12). Handing in again replaces it; the history keeps both. */
import { canonicalJson } from '../../shared/ledger/canonical.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { SelfCheck } from '../../shared/self-check/self-check.ts';
import { dayIn, yearOf } from '../../shared/time/period.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Command } from '../committer/committer.ts';
import { sealingOf } from '../sealing/sealing.ts';
import { ownOfficialId, zoneOf } from './query.ts';
import type { SelfCheckSubmitted } from './self-check-projection.ts';

/**
 * @throws {ProblemError} `not-found` for an account that is no official's, `invalid-input` for a year that has not begun.
 */
export function submitSelfCheck(year: number, submission: SelfCheck, viewer: Viewer): Command<void> {
  return async (work) => {
    const officialId = ownOfficialId(viewer);
    if (year > yearOf(dayIn(work.at, await zoneOf(work.db, viewer)))) {
      throw new ProblemError('invalid-input', { fields: [{ path: 'year', message: '该年度尚未开始' }] });
    }
    const stored = await work.db
      .selectFrom('self_check')
      .selectAll()
      .where('official_id', '=', officialId)
      .where('year', '=', year)
      .executeTakeFirst();
    const present = stored && (await sealingOf(work.db).openRow(work.db, 'self_check', stored));
    // The same answers once more, as after a cut connection, are one submission.
    if (present && canonicalJson(JSON.parse(present.submission)) === canonicalJson(submission)) return;
    const body: SelfCheckSubmitted = { officialId, year, submission };
    await work.append({
      institutionId: viewer.institutionId,
      subjectKind: 'self-check',
      subjectId: present?.id ?? work.newId(),
      type: 'submitted',
      actorId: viewer.accountId,
      body,
    });
  };
}
