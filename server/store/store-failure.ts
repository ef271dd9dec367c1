/** Tells a store that cannot be used just now from a mistake in a query. */

/** SQLite's primary result codes: busy, locked, out of memory, read-only, I/O error, full, cannot open. */
const passing = new Set([5, 6, 7, 8, 10, 13, 14]);

/** Whether the store, not the request, is to blame: what was sent may be sent again. Looks through to the cause. */
export function isStoreFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // SQLite's extended codes keep the primary one in their lowest byte.
  if ('errcode' in error && passing.has(Number(error.errcode) & 0xff)) return true;
  return isStoreFailure(error.cause);
}
