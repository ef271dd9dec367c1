/** Who is asking: the account behind a session, or the credential that stands for it. */
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

/** The viewer of a request; null where nobody is signed in; `'revoked'` where a credential is unknown or revoked. */
export async function identify(platform: Platform, headers: Headers): Promise<Viewer | null | 'revoked'> {
  const token = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1];
  return token && isCredentialToken(token) ? byCredential(platform, token) : bySession(platform, headers);
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

async function bySession(platform: Platform, headers: Headers): Promise<Viewer | null> {
  const session = await platform.authentication.api.getSession({ headers });
  if (!session) return null;
  const { id, name, username, role, institutionId, officialId } = session.user;
  return {
    accountId: id,
    name,
    username: username ?? '',
    role: role as Role,
    institutionId,
    officialId: officialId ?? null,
    via: 'session',
  };
}
