/**
 * Accounts and sessions, by better-auth: user name and password for the console, and a code of an authenticator app (TOTP,
 * RFC 6238) for whoever sees what others recorded; device authorization (RFC 8628) for the extension, whose session then
 * travels as a bearer token. Nobody can register themself. What the store holds of it is sealed (`sealed-adapter.ts`).
 */
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { bearer, deviceAuthorization, twoFactor, username } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import type { Role } from '../../shared/vocabulary.ts';
import { sealingOf } from '../sealing/sealing.ts';
import type { Schema } from '../store/schema.ts';
import { sealedColumn } from './account-classes.ts';
import { type AccountSealing, accountSealingFrom } from './account-sealing.ts';
import { newBackupCodes } from './backup-codes.ts';
import { ownOrigins } from './same-origin.ts';
import { sealAccounts } from './seal-accounts.ts';
import { sealedAdapter } from './sealed-adapter.ts';

/** The only client of device authorization. */
const extensionClient = 'liuhen-extension';

export interface AuthenticationOptions {
  db: Kysely<Schema>;
  origin: string;
  secret: string;
  /** The keys of the accounts; those of the store where none are given. */
  sealing?: AccountSealing;
}

/** Better-auth over the sealed tables, and what it stands on. */
export function createAuthentication(options: AuthenticationOptions) {
  const { db, sealing = accountSealingOf(db) } = options;
  return Object.assign(betterAuthOver({ ...options, sealing }), { accounts: { db, sealing } });
}

function betterAuthOver({ db, origin, secret, sealing }: Required<AuthenticationOptions>) {
  const secure = origin.startsWith('https:');
  return betterAuth({
    appName: 'Liuhen',
    baseURL: origin,
    secret,
    database: (options: BetterAuthOptions) => sealedAdapter(kyselyAdapter(db, { type: 'sqlite' })(options), sealing),
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, autoSignIn: false },
    // Eight hours, a working day; each use after a quarter of an hour renews it, so that reading goes on quietly.
    session: { expiresIn: 8 * 60 * 60, updateAge: 15 * 60 },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        institutionId: { type: 'string', required: true, input: false },
        officialId: { type: 'string', required: false, input: false },
        ...sealedColumn,
      },
    },
    verification: { additionalFields: sealedColumn },
    trustedOrigins: (request) => [
      ...ownOrigins(request?.headers ?? new Headers(), origin),
      'chrome-extension://*',
      'moz-extension://*',
    ],
    onAPIError: { throw: true },
    // A mistyped password is no matter for the server's log.
    logger: { level: 'error' },
    // Guessing is slowed by `sign-in-brake.ts`, which knows the account, floods by `address-brake.ts`: both in memory, for
    // better-auth's own limits would write a row outside the committer at each request.
    rateLimit: { enabled: false },
    advanced: {
      // Over https the browser keeps a `__Host-` cookie to this very host (RFC 6265bis, 4.1.3.2), which better-auth's own
      // `__Secure-` does not. No page elsewhere needs the session.
      useSecureCookies: false,
      cookiePrefix: secure ? '__Host-liuhen' : 'liuhen',
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true, path: '/', secure },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      username({ minUsernameLength: 2 }),
      bearer(),
      // Five codes for each sign-in, ten wrong ones in a row rest the account's codes for a quarter of an hour.
      twoFactor({ issuer: '留痕', backupCodeOptions: { customBackupCodesGenerate: newBackupCodes } }),
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

/** The sealing of accounts under the store's own key for them. */
const accountSealingOf = (db: Kysely<Schema>): AccountSealing =>
  accountSealingFrom(sealingOf(db).keyring.serverKey('accounts').toString('hex'));

export type Authentication = ReturnType<typeof createAuthentication>;

/** Brings better-auth's own tables up to its release, and seals what an older release of ours left clear. */
export async function migrateAuthentication({ options, accounts }: Authentication): Promise<void> {
  const { db, sealing } = accounts;
  const { runMigrations } = await getMigrations({ ...options, database: { db, type: 'sqlite' } });
  await runMigrations();
  await db.transaction().execute((within) => sealAccounts(kyselyAdapter(within, { type: 'sqlite' })(options), sealing));
}

/** Removes sessions, device codes and begun sign-ins that have expired; better-auth removes only what is asked for again. */
export async function removeExpired(authentication: Authentication): Promise<void> {
  const { adapter } = await authentication.$context;
  for (const model of ['session', 'deviceCode', 'verification']) {
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
