/** Events as commands append them and as projections read them. */
import type { SubjectKind } from '../store/schema.ts';

/** An event before it is stored. `body` must be JSON. */
export interface NewEvent {
  institutionId: string;
  subjectKind: SubjectKind;
  subjectId: string;
  type: string;
  actorId: string | null;
  body: object;
}

/** A stored event, its body opened. */
export interface StoredEvent extends NewEvent {
  position: number;
  subjectVersion: number;
  at: string;
  salt: string;
  leafHash: string;
}

/** What a leaf commits to: who acted is left to the body and to the store, so that the receipt shows nothing of it. */
export function sealedContent(event: Pick<StoredEvent, 'institutionId' | 'subjectId' | 'type' | 'at' | 'body'>) {
  return {
    institution: event.institutionId,
    subject: event.subjectId,
    type: event.type,
    at: event.at,
    body: event.body,
  };
}
