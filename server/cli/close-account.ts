/** `liuhen account close` */
import { findAccount } from '../access/accounts.ts';
import { closeAccount } from '../access/close-account.ts';
import { StartError } from '../start-error.ts';
import { withPlatform } from './with-platform.ts';

/** Closes the account of somebody who has left. @throws {StartError} */
export function closeAccountCommand(username: string): Promise<void> {
  return withPlatform(async (platform) => {
    const accountId = await findAccount(platform.authentication, username);
    if (!accountId)
      throw new StartError(`没有登录名为“${username}”的账号。`, `No account has the user name “${username}”.`);
    await closeAccount(platform, accountId);
    console.log(`已停用账号 ${username}：会话已退出，密码与留痕凭据已失效，历史记录保留 / account closed`);
  });
}
