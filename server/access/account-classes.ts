/**
 * Which fields of better-auth's tables are stored how; a field that is named nowhere stands clear (ids, codes, times). Not
 * here because nobody can read them as they are: `account.password` is a hash, `twoFactor.secret` and `.backupCodes` are
 * encrypted by better-auth under the session secret.
 */

interface ModelClasses {
  /** Stored as a keyed hash under their own name: found by their value, never read from the row. */
  readonly linked: readonly string[];
  /** Not in their column, which stays empty. Sealed together with the linked ones in `sealed`. */
  readonly sealed: readonly string[];
  /** Not stored at all. */
  readonly dropped: readonly string[];
  /** Whether the row has a `sealed` text, bound to its first linked field. Without one, only who knows a value can name it. */
  readonly opens: boolean;
}

export const accountClasses: Readonly<Record<string, ModelClasses>> = {
  user: { linked: ['username', 'email'], sealed: ['name', 'displayUsername'], dropped: ['image'], opens: true },
  // A stolen store opens no session: the token is nowhere in it. Where a browser was is nobody's to know.
  session: { linked: ['token'], sealed: [], dropped: ['ipAddress', 'userAgent'], opens: false },
  deviceCode: { linked: ['deviceCode', 'userCode'], sealed: [], dropped: [], opens: false },
  verification: { linked: ['identifier'], sealed: ['value'], dropped: [], opens: true },
};

/** The column that holds the sealed text, declared to better-auth beside its own. */
export const sealedColumn = {
  sealed: { type: 'string', required: false, input: false, returned: false },
} as const;
