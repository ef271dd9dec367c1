/** The receipts of a record: for the capture and every later event of its recorder. */
import { may } from '../../shared/access/permissions.ts';
import type { Receipt } from '../../shared/ledger/receipt.ts';
import { ProblemError } from '../../shared/problem.ts';
import { relationsToRecord } from '../access/relation.ts';
import type { Viewer } from '../access/viewer.ts';
import { historyOf, leafContent, type StoredEvent } from '../committer/event.ts';
import type { Platform } from '../platform/platform.ts';

/** The receipt of an event. Asked again it is the same, to the byte. */
export async function receiptOf({ db, ledger }: Platform, event: StoredEvent): Promise<Receipt> {
  return {
    recordId: event.subjectId,
    event: leafContent(event) as Receipt['event'],
    salt: event.salt,
    proof: await ledger.proofOf(db, event.institutionId, event.position),
  };
}

/** All receipts of a record, oldest first. @throws {ProblemError} `not-found` for a record that is not the viewer's own. */
export async function receiptsOf(platform: Platform, viewer: Viewer, recordId: string): Promise<Receipt[]> {
  const relations = await relationsToRecord(platform.db, viewer, recordId);
  if (!may(viewer.role, 'receipt:read', relations)) throw new ProblemError('not-found');
  const receipts: Receipt[] = [];
  for (const event of await historyOf(platform.db, recordId)) {
    if (event.actorId === viewer.accountId) receipts.push(await receiptOf(platform, event));
  }
  return receipts;
}
