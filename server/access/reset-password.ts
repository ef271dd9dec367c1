/** A new password for an account, by the administrator. */
import { type Authentication, hashPassword } from './authentication.ts';

/** Replaces the password and ends every session; false where the account is closed and has none to replace. */
export async function resetPassword(
  authentication: Authentication,
  accountId: string,
  password: string,
): Promise<boolean> {
  const { adapter } = await authentication.$context;
  const where = [{ field: 'userId', value: accountId }];
  const update = { password: await hashPassword(authentication, password) };
  const changed = await adapter.updateMany({ model: 'account', where, update });
  await adapter.deleteMany({ model: 'session', where });
  return changed > 0;
}
