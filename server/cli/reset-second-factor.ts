/** `liuhen account reset-second-factor` */
import { findAccount } from '../access/accounts.ts';
import { resetSecondFactor } from '../access/second-factor.ts';
import { StartError } from '../start-error.ts';
import { withPlatform } from './with-platform.ts';

/** Takes the second factor of an account whose owner has lost it, and ends its sessions. @throws {StartError} */
export function resetSecondFactorCommand(username: string): Promise<void> {
  return withPlatform(async ({ authentication }) => {
    const accountId = await findAccount(authentication, username);
    if (!accountId)
      throw new StartError(`没有登录名为“${username}”的账号。`, `No account has the user name “${username}”.`);
    await resetSecondFactor(authentication, accountId);
    console.log(
      `已重置 ${username} 的动态验证码，并退出其全部会话；下次登录时须重新绑定。\nThe second factor of ${username} is reset and every session ended: the next sign-in sets it up anew.`,
    );
  });
}
