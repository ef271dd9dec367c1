/**
 * Credentials that are no session: the capture credential of an extension (may write captures and nothing else) and the
 * feed token of an HR system (may read feeds and nothing else). A token is 256 random bits; the store keeps its SHA-256.
 *
 * Why not better-auth's API keys: each use of one writes a row outside the committer, one more fsync for every capture.
 */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sha256Of } from '../../shared/ledger/canonical.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Command } from '../committer/committer.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { CredentialRow, Schema } from '../store/schema.ts';
import type { CredentialEvents } from './credential-projection.ts';

const prefixes = { capture: 'lhc_', feed: 'lhf_' } as const;

/** Whether a bearer token is a credential of ours, told by its prefix, rather than a session. */
export const isCredentialToken = (token: string): boolean =>
  Object.values(prefixes).some((prefix) => token.startsWith(prefix));

export type CredentialRequest = Pick<CredentialRow, 'purpose' | 'account_id' | 'institution_id' | 'label'>;

/** Issues a credential; its token is returned this once. */
export function issueCredential(request: CredentialRequest): Command<{ credentialId: string; token: string }> {
  return async (work) => {
    const token = prefixes[request.purpose] + randomBytes(32).toString('base64url');
    const credentialId = work.newId();
    const body: CredentialEvents['issued'] = {
      token_hash: sha256Of(token),
      purpose: request.purpose,
      account_id: request.account_id,
      label: request.label,
    };
    await work.append({
      institutionId: request.institution_id,
      subjectKind: 'credential',
      subjectId: credentialId,
      type: 'issued',
      actorId: request.account_id,
      body,
    });
    return { credentialId, token };
  };
}

/** Revokes a credential of an account. Revoking twice is no error. @throws {ProblemError} `not-found` for anybody else's. */
export function revokeCredential(credentialId: string, accountId: string): Command<void> {
  return async (work) => {
    const credential = await work.db
      .selectFrom('credential')
      .selectAll()
      .where('id', '=', credentialId)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (!credential) throw new ProblemError('not-found');
    if (credential.revoked_at) return;
    await work.append({
      institutionId: credential.institution_id,
      subjectKind: 'credential',
      subjectId: credentialId,
      type: 'revoked',
      actorId: accountId,
      body: {},
    });
  };
}

/** The credential of a token, null where it is unknown or revoked. */
export async function findCredential(db: Kysely<Schema>, token: string): Promise<CredentialRow | null> {
  const credential = await db
    .selectFrom('credential')
    .selectAll()
    .where('token_hash', '=', sha256Of(token))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return credential ? sealingOf(db).openRow(db, 'credential', credential) : null;
}
