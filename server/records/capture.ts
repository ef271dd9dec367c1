/** Keeps a capture: the record begins with it, and the receipt answers it. */

import { canonicalJson } from '../../shared/ledger/canonical.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Capture } from '../../shared/record/capture.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Command } from '../committer/committer.ts';
import { openEvent, type StoredEvent } from '../committer/event.ts';
import { sealingOf } from '../sealing/sealing.ts';

export interface Captured {
  created: boolean;
  event: StoredEvent;
}

/**
 * Keeps a capture once: the same again answers what the first did.
 * @throws {ProblemError} `capture-differs` where the account used this id for other content.
 */
export function capture(content: Capture, recorder: Pick<Viewer, 'accountId' | 'institutionId'>): Command<Captured> {
  return async (work) => {
    const sealing = sealingOf(work.db);
    const known = await work.db
      .selectFrom('record')
      .innerJoin('event', (join) =>
        join.onRef('event.subject_id', '=', 'record.id').on('event.subject_version', '=', 1),
      )
      .selectAll('event')
      .where('record.recorder_id', '=', sealing.link('account', recorder.accountId))
      .where('record.capture_id', '=', sealing.link('capture', content.captureId))
      .executeTakeFirst();
    if (known) {
      const event = await openEvent(work.db, known);
      if (canonicalJson(event.body) !== canonicalJson(content)) throw new ProblemError('capture-differs');
      return { created: false, event };
    }
    const event = await work.append({
      institutionId: recorder.institutionId,
      subjectKind: 'record',
      subjectId: work.newId(),
      type: 'captured',
      actorId: recorder.accountId,
      body: content,
    });
    return { created: true, event };
  };
}
