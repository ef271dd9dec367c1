/** `liuhen account add` */
import { randomBytes } from 'node:crypto';
import type { Role } from '../../shared/vocabulary.ts';
import { findAccount } from '../access/accounts.ts';
import { addAccount, hashPassword } from '../access/authentication.ts';
import { StartError } from '../start-error.ts';
import { findInstitution } from './find-institution.ts';
import { withPlatform } from './with-platform.ts';

interface Options {
  username: string;
  name: string;
  role: Role;
  institution: string;
  official?: string;
  password?: string;
}

/** Adds an account and prints its user name, and its password where one was made. @throws {StartError} */
export function addAccountCommand({ username: typed, ...options }: Options): Promise<void> {
  // Signing in makes no difference between capitals and small letters.
  const username = typed.toLowerCase();
  requireUsable(username, options.password);
  return withPlatform(async ({ db, directory, authentication }) => {
    const institution = await findInstitution(db, options.institution);
    if (await findAccount(authentication, username)) {
      throw new StartError(
        `登录名“${username}”已被使用，请换一个。`,
        `The user name “${username}” is taken: choose another.`,
      );
    }
    const officials = options.official
      ? (await directory.inOrder('pinyin')).map(({ row }) => row).filter(({ name }) => name === options.official)
      : [];
    if (options.official && officials.length !== 1) {
      throw new StartError(
        `名录中有 ${officials.length} 位“${options.official}”，无法确定是哪一位。`,
        `The directory holds ${officials.length} officials of the name “${options.official}”.`,
      );
    }
    const password = options.password ?? randomBytes(12).toString('base64url');
    const account = {
      username,
      name: options.name,
      role: options.role,
      institutionId: institution.id,
      officialId: officials[0]?.id ?? null,
    };
    await addAccount(authentication, account, await hashPassword(authentication, password));
    console.log(`已新增账号 ${username}（${institution.name}） / account added`);
    if (!options.password) console.log(`初始密码 / password: ${password}`);
  });
}

/** What signing in will accept. @throws {StartError} */
function requireUsable(username: string, password: string | undefined): void {
  if (!/^[a-z0-9_.]{2,30}$/.test(username)) {
    throw new StartError(
      '登录名须为 2 至 30 位字母、数字、下划线或点。',
      'A user name is 2 to 30 letters, digits, underscores or dots.',
    );
  }
  if (password !== undefined && (password.length < 8 || password.length > 128)) {
    throw new StartError('密码须为 8 至 128 位。', 'A password is 8 to 128 characters.');
  }
}
