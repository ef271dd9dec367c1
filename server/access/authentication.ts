/**
 * Accounts and sessions, by better-auth: user name and password for the console, device authorization (RFC 8628) for the
 * extension, whose session then travels as a bearer token. Nobody can register themself.
 */
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { bearer, deviceAuthorization, username } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import type { Role } from '../../shared/vocabulary.ts';
import type { Schema } from '../store/schema.ts';
import { ownOrigins } from './same-origin.ts';

/** The only client of device authorization. */
const extensionClient = 'liuhen-extension';

export interface AuthenticationOptions {
  db: Kysely<Schema>;
  origin: string;
  secret: string;
}

export function createAuthentication({ db, origin, secret }: AuthenticationOptions) {
  return betterAuth({
    appName: 'Liuhen',
    baseURL: origin,
    secret,
    database: { db, type: 'sqlite' },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, autoSignIn: false },
    // Eight hours, a working day; each use after a quarter of an hour renews it, so that reading goes on quietly.
    session: { expiresIn: 8 * 60 * 60, updateAge: 15 * 60 },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        institutionId: { type: 'string', required: true, input: false },
        officialId: { type: 'string', required: false, input: false },
      },
    },
    trustedOrigins: (request) => [
      ...ownOrigins(request?.headers ?? new Headers(), origin),
      'chrome-extension://*',
      'moz-extension://*',
    ],
    onAPIError: { throw: true },
    // A mistyped password is no matter for the server's log.
    logger: { level: 'error' },
    // Guessing is slowed by `SignInBrake`, which knows the account; an address is the reverse proxy's to limit.
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'liuhen' },
    plugins: [
      username({ minUsernameLength: 2 }),
      bearer(),
      deviceAuthorization({
        verificationUri: `${origin}/device`,
        expiresIn: '15m',
        interval: '2s',
        userCodeLength: 8,
        validateClient: (client) => client === extensionClient,
      }),
    ],
  });
}

export type Authentication = ReturnType<typeof createAuthentication>;

/** Brings better-auth's own tables up to its release. */
export async function migrateAuthentication(authentication: Authentication): Promise<void> {
  const { runMigrations } = await getMigrations(authentication.options);
  await runMigrations();
}

/** Removes sessions and device codes that have expired; better-auth removes only those that are asked for again. */
export async function removeExpired(authentication: Authentication): Promise<void> {
  const { adapter } = await authentication.$context;
  for (const model of ['session', 'deviceCode']) {
    await adapter.deleteMany({ model, where: [{ field: 'expiresAt', operator: 'lt', value: new Date() }] });
  }
}

export interface NewAccount {
  id?: string;
  username: string;
  name: string;
  role: Role;
  institutionId: string;
  officialId: string | null;
}

/** Hashes a password as sign-in will check it. */
export async function hashPassword(authentication: Authentication, password: string): Promise<string> {
  const { password: hasher } = await authentication.$context;
  return hasher.hash(password);
}

/**
 * Adds an account.
 * @param passwordHash from {@link hashPassword}
 * @returns the account's id
 * @throws {Error} where the user name is taken
 */
export async function addAccount(
  authentication: Authentication,
  account: NewAccount,
  passwordHash: string,
): Promise<string> {
  const { internalAdapter } = await authentication.$context;
  const user = await internalAdapter.createUser(
    {
      ...account,
      // better-auth wants an address; nothing is ever sent to it (RFC 2606 reserves the domain).
      email: `${account.username}@liuhen.invalid`,
      emailVerified: true,
      displayUsername: account.username,
    },
    { method: 'email-password' },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: passwordHash,
  });
  return user.id;
}
