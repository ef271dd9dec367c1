/** A credential's row as the fold of its events. */
import type { StoredEvent } from '../committer/event.ts';
import type { CredentialRow } from '../store/schema.ts';

/** Bodies of a credential's events: the token itself is never stored, only its hash. */
export interface CredentialEvents {
  issued: Pick<CredentialRow, 'token_hash' | 'purpose' | 'account_id' | 'label'>;
  revoked: Record<string, never>;
}

/** The row after an event. @throws {Error} where a credential is revoked that was never issued. */
export function applyCredentialEvent(row: CredentialRow | null, event: StoredEvent): CredentialRow {
  if (event.type === 'issued') {
    const issued = event.body as CredentialEvents['issued'];
    return {
      id: event.subjectId,
      institution_id: event.institutionId,
      issued_at: event.at,
      revoked_at: null,
      ...issued,
    };
  }
  if (!row) throw new Error(`Credential ${event.subjectId} was never issued`);
  return { ...row, revoked_at: event.at };
}
