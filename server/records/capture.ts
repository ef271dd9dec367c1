/** Keeps a capture: the record begins with it, and the receipt answers it. */

import { canonicalJson } from '../../shared/ledger/canonical.ts';
import type { Receipt } from '../../shared/ledger/receipt.ts';
import { signedText } from '../../shared/ledger/receipt-check.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Capture } from '../../shared/record/capture.ts';
import type { Viewer } from '../access/viewer.ts';
import { openBody } from '../committer/codec.ts';
import type { Command } from '../committer/committer.ts';
import { type StoredEvent, sealedContent } from '../committer/event.ts';
import type { SigningKey } from '../keys/keys.ts';

export interface Captured {
  created: boolean;
  event: Pick<StoredEvent, 'institutionId' | 'subjectId' | 'type' | 'at' | 'body' | 'salt' | 'leafHash'>;
}

/**
 * Keeps a capture once: the same again answers what the first did.
 * @throws {ProblemError} `capture-differs` where the account used this id for other content.
 */
export function capture(content: Capture, recorder: Pick<Viewer, 'accountId' | 'institutionId'>): Command<Captured> {
  return async (work) => {
    const known = await work.db
      .selectFrom('record')
      .innerJoin('event', (join) =>
        join.onRef('event.subject_id', '=', 'record.id').on('event.subject_version', '=', 1),
      )
      .selectAll('event')
      .where('record.recorder_id', '=', recorder.accountId)
      .where('record.capture_id', '=', content.captureId)
      .executeTakeFirst();
    if (known) {
      const body = openBody(known.codec, known.body);
      if (canonicalJson(body) !== canonicalJson(content)) throw new ProblemError('capture-differs');
      const { institution_id: institutionId, subject_id: subjectId, type, at, salt, leaf_hash: leafHash } = known;
      return { created: false, event: { institutionId, subjectId, type, at, body, salt, leafHash } };
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

/** The receipt of a kept capture. The same capture gives the same receipt, to the byte. */
export function receiptOf({ event }: Captured, key: SigningKey): Receipt {
  const unsigned = { recordId: event.subjectId, leafHash: event.leafHash, keyId: key.fingerprint };
  const { institution, subject, at } = sealedContent(event);
  return {
    ...unsigned,
    event: { institution, subject, type: 'captured', at, body: event.body as Capture },
    salt: event.salt,
    signature: key.sign(signedText(unsigned)),
  };
}
