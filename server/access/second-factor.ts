/**
 * The second factor, by better-auth: an account enrols an authenticator app (TOTP, RFC 6238), confirms it by its first code,
 * and is asked for a code at each sign-in; a backup code stands in for a lost device once.
 *
 *     enrol (password) → secret, backup codes → confirm (code) → full session; every other session of the account ends
 *     sign in (password) → cookie of the begun sign-in → answer (code or backup code) → full session
 */
import { isAPIError } from 'better-auth/api';
import { ProblemError } from '../../shared/problem.ts';
import type { Authentication } from './authentication.ts';
import type { UsedCodes } from './used-codes.ts';

export interface Enrolment {
  /** Base32, as authenticator apps take it. */
  secret: string;
  /** The same as an address that they read from a QR code. */
  address: string;
  backupCodes: string[];
}

/** A session that begins: its token, and the cookies that carry it. */
export interface BegunSession {
  token: string;
  cookies: string[];
}

/** Makes a secret and backup codes; they count from {@link confirmEnrolment} on. @throws {ProblemError} */
export async function enrol(
  { api }: Authentication,
  headers: Headers,
  username: string,
  password: string,
): Promise<Enrolment> {
  const made = await api.enableTwoFactor({ body: { password, method: 'totp' }, headers }).catch(refused);
  if (made.method !== 'totp') throw new Error(`A second factor of another kind: ${made.method}`);
  const uri = new URL(made.totpURI);
  // Better-auth names the account by its address, which is none.
  uri.pathname = `/${encodeURIComponent(uri.searchParams.get('issuer') ?? '')}:${encodeURIComponent(username)}`;
  return { secret: uri.searchParams.get('secret') ?? '', address: uri.href, backupCodes: made.backupCodes };
}

/** Confirms an enrolment by the app's first code; every session that began without one ends. @throws {ProblemError} */
export async function confirmEnrolment(
  authentication: Authentication,
  headers: Headers,
  accountId: string,
  code: string,
  used: UsedCodes,
): Promise<BegunSession> {
  const { api, $context } = authentication;
  const begun = await taking(authentication, used, accountId, code, () =>
    api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
  );
  const { adapter } = await $context;
  const others = [
    { field: 'userId', value: accountId },
    { field: 'token', operator: 'ne' as const, value: begun.token },
  ];
  await adapter.deleteMany({ model: 'session', where: others });
  return begun;
}

/** The name of the cookie of a begun sign-in. */
export async function challengeCookieName({ $context }: Authentication): Promise<string> {
  return (await $context).createAuthCookie('two_factor').name;
}

/** An answer to a begun sign-in. */
export type Answer = { code: string } | { backupCode: string };

/**
 * Completes a sign-in that the password began.
 * @param challenge the signed value of the cookie named by {@link challengeCookieName}
 * @throws {ProblemError}
 */
export async function answerChallenge(
  authentication: Authentication,
  headers: Headers,
  challenge: string,
  answer: Answer,
  used: UsedCodes,
): Promise<BegunSession> {
  const { api, $context } = authentication;
  if ('backupCode' in answer) {
    const body = { code: answer.backupCode };
    const verified = await api.verifyBackupCode({ body, headers, returnHeaders: true }).catch(refused);
    return begunSession(authentication, verified.headers);
  }
  // Whose sign-in it is stands behind the identifier; that nobody made it up is checked with the code.
  const identifier = challenge.slice(0, challenge.lastIndexOf('.'));
  const begun = await (await $context).internalAdapter.findVerificationValue(identifier);
  if (!begun) throw new ProblemError('sign-in-expired');
  const body = { code: answer.code };
  return taking(authentication, used, begun.value, answer.code, () =>
    api.verifyTOTP({ body, headers, returnHeaders: true }),
  );
}

/** Takes the second factor and every session from an account: the next sign-in enrols anew. */
export async function resetSecondFactor({ $context }: Authentication, accountId: string): Promise<void> {
  const { adapter, internalAdapter } = await $context;
  await internalAdapter.updateUser(accountId, { twoFactorEnabled: false });
  for (const model of ['twoFactor', 'session']) {
    await adapter.deleteMany({ model, where: [{ field: 'userId', value: accountId }] });
  }
}

/** The session that an answer's cookies carry. What better-auth's body names is, after an enrolment, the one before. */
async function begunSession({ $context }: Authentication, headers: Headers): Promise<BegunSession> {
  const { name } = (await $context).authCookies.sessionToken;
  const cookies = headers.getSetCookie();
  const carrier = cookies.find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
  const [token] = decodeURIComponent(carrier.slice(name.length + 1)).split('.');
  if (!token) throw new Error('A right code began no session');
  return { token, cookies };
}

async function taking(
  authentication: Authentication,
  used: UsedCodes,
  accountId: string,
  code: string,
  verify: () => Promise<{ headers: Headers }>,
): Promise<BegunSession> {
  if (!used.take(accountId, code)) throw new ProblemError('second-factor-wrong');
  try {
    const { headers } = await verify();
    return begunSession(authentication, headers);
  } catch (error) {
    used.giveBack(accountId, code);
    return refused(error);
  }
}

const problemOf = {
  INVALID_PASSWORD: 'password-wrong',
  TOTP_ALREADY_ENABLED: 'step-not-possible',
  TOTP_NOT_ENABLED: 'step-not-possible',
  INVALID_CODE: 'second-factor-wrong',
  INVALID_BACKUP_CODE: 'second-factor-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'sign-in-expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'sign-in-expired',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-many-attempts',
} as const;

/** What better-auth refuses, in our words; whatever else failed stays what it was. */
export function refused(error: unknown): never {
  const code = isAPIError(error) ? String(error.body?.code) : '';
  const known = Object.entries(problemOf).find(([name]) => name === code);
  throw known ? new ProblemError(known[1]) : error;
}
