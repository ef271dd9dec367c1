/** Closing an account: nothing that it could sign in or write with is left, while its name stays in the history of what it did. */
import { revokeCredential } from '../credentials/credentials.ts';
import type { Platform } from '../platform/platform.ts';

export async function closeAccount({ db, committer, authentication }: Platform, accountId: string): Promise<void> {
  const { adapter } = await authentication.$context;
  // The password lies in `account`: without it, nothing opens a session again.
  for (const model of ['account', 'twoFactor', 'session']) {
    await adapter.deleteMany({ model, where: [{ field: 'userId', value: accountId }] });
  }
  const credentials = await db
    .selectFrom('credential')
    .select('id')
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute();
  for (const { id } of credentials) await committer.submit(revokeCredential(id, accountId));
}
