/** Who is asking: the account behind a session, or the credential that stands for it. */
import { isAPIError } from 'better-auth/api';
import { needsSecondFactor } from '../../shared/access/permissions.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Role } from '../../shared/vocabulary.ts';
import { findCredential, isCredentialToken } from '../credentials/credentials.ts';
import type { Platform } from '../platform/platform.ts';

export interface Viewer {
  accountId: string;
  name: string;
  username: string;
  role: Role;
  institutionId: string;
  /** The official that the account's owner is, where the directory has them. */
  officialId: string | null;
  /** How they showed who they are: a credential can do one thing only. */
  via: 'session' | 'capture' | 'feed';
}

/** Who asks; null where nobody is signed in, `'revoked'` where a credential is unknown or revoked. */
export interface Identity {
  viewer: Viewer | null | 'revoked';
  /** Whether the account has a second factor: no session of such an account begins without it. */
  enrolled: boolean;
  /** Cookies that prolong a session in use, for the answer. */
  cookies: string[];
}

/** The viewer of a request. @throws {ProblemError} `unavailable` where the store cannot tell just now. */
export async function identify(platform: Platform, headers: Headers): Promise<Identity> {
  const token = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  return token && isCredentialToken(token)
    ? { viewer: await byCredential(platform, token), enrolled: false, cookies: [] }
    : bySession(platform, headers);
}

async function byCredential(platform: Platform, token: string): Promise<Viewer | 'revoked'> {
  const credential = await findCredential(platform.db, token);
  if (!credential) return 'revoked';
  return {
    accountId: credential.account_id ?? credential.id,
    name: credential.label,
    username: '',
    role: credential.purpose === 'capture' ? 'recorder' : 'hr',
    institutionId: credential.institution_id,
    officialId: null,
    via: credential.purpose,
  };
}

async function bySession(platform: Platform, headers: Headers): Promise<Identity> {
  const found = await platform.authentication.api.getSession({ headers, returnHeaders: true }).catch(noSession);
  if (!found?.response || isTooOld(found.response)) return { viewer: null, enrolled: false, cookies: [] };
  const { id, name, username, role, institutionId, officialId, twoFactorEnabled } = found.response.user;
  return {
    viewer: {
      accountId: id,
      name,
      username: username ?? '',
      role: role as Role,
      institutionId,
      officialId: officialId ?? null,
      via: 'session',
    },
    enrolled: twoFactorEnabled === true,
    // Better-auth prolongs the session in the store; the browser must keep its cookie as long.
    cookies: headers.has('authorization') ? [] : found.headers.getSetCookie(),
  };
}

/**
 * How long a session lasts at most, however much it is used (NIST SP 800-63B, 2.2.3): a working day where it shows what others
 * recorded; thirty days where it shows one's own only, for an extension that is connected anew each morning is not used.
 */
const longest = { others: 12 * 60 * 60_000, own: 30 * 24 * 60 * 60_000 };

function isTooOld({ session, user }: { session: { createdAt: Date }; user: { role: string } }): boolean {
  const most = needsSecondFactor(user.role as Role) ? longest.others : longest.own;
  return Date.now() - session.createdAt.getTime() > most;
}

/** A session that ended while it was looked at is none; anything else is the store's refusal. */
function noSession(error: unknown): null {
  if (isAPIError(error) && error.statusCode === 401) return null;
  const problem = new ProblemError('unavailable');
  problem.cause = error;
  throw problem;
}
