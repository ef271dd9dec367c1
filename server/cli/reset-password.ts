/** `liuhen account reset-password` */
import { randomBytes } from 'node:crypto';
import { findAccount } from '../access/accounts.ts';
import { resetPassword } from '../access/reset-password.ts';
import { StartError } from '../start-error.ts';
import { withPlatform } from './with-platform.ts';

/** Gives an account whose owner has forgotten it a new password; a second factor is asked for as before. @throws {StartError} */
export function resetPasswordCommand(username: string): Promise<void> {
  return withPlatform(async ({ authentication }) => {
    const accountId = await findAccount(authentication, username);
    const password = randomBytes(12).toString('base64url');
    if (!accountId || !(await resetPassword(authentication, accountId, password)))
      throw new StartError(`没有登录名为“${username}”的有效账号。`, `No open account has the user name “${username}”.`);
    console.log(`已重置 ${username} 的密码，其会话均已退出；请本人登录后立即修改 / to be changed at the next sign-in`);
    console.log(`新密码 / password: ${password}`);
  });
}
