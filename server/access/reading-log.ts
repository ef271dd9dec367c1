/** The stream of readings, for the auditor: one line for each viewer, subject and hour, outside the ledger. */
import type { Command } from '../committer/committer.ts';
import type { Platform } from '../platform/platform.ts';
import type { Viewer } from './viewer.ts';

/** What can be read, and in the log of which institution it stands. */
export interface Reading {
  kind: 'record' | 'matter' | 'evidence';
  id: string;
  institutionId: string;
}

/** Notes that somebody read what is not their own. Resolves when it is durable, before the content is answered. */
export function logReading(platform: Platform, viewer: Viewer, subject: Reading): Promise<void> {
  return platform.committer.submit(noteReading(viewer, subject));
}

/** The command behind {@link logReading}. */
export function noteReading(viewer: Viewer, subject: Reading): Command<void> {
  return async ({ db, at }) => {
    await db
      .insertInto('reading')
      .values({
        viewer_id: viewer.accountId,
        viewer_role: viewer.role,
        subject_kind: subject.kind,
        subject_id: subject.id,
        institution_id: subject.institutionId,
        hour: at.slice(0, 13),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  };
}
