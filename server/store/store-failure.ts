/** Tells a store that cannot be used just now from a mistake in a query. */

/** SQLite's primary result codes: busy, locked, out of memory, read-only, I/O error, full, cannot open. */
const passing = new Set([5, 6, 7, 8, 10, 13, 14]);

/** What the file system says of a disk, not of a request: full, over its quota or limit, failing, read-only, out of handles. */
const passingFileErrors = new Set([
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'EROFS',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
  'ESTALE',
]);

/** Whether the store or the evidence folder, not the request, is to blame: what was sent may be sent again. Looks through to the cause. */
export function isStoreFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // SQLite's extended codes keep the primary one in their lowest byte.
  if ('errcode' in error && passing.has(Number(error.errcode) & 0xff)) return true;
  if ('code' in error && passingFileErrors.has(String(error.code))) return true;
  return isStoreFailure(error.cause);
}
