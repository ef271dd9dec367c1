/** Entity tags of feeds (RFC 9110, 8.8.3): from the version and the question alone, so that 304 needs no row. */
import { canonicalJson, sha256Of } from '../../shared/ledger/canonical.ts';

/**
 * The tag of an answer.
 * @param question everything beside the version that decides the answer; must be JSON
 * @param exact false where equal versions may differ in bytes: a weak tag
 */
export function entityTag(version: number, question: object, exact: boolean): string {
  // Undefined members, which JSON does not have, count as absent.
  const digest = sha256Of(canonicalJson(JSON.parse(JSON.stringify(question)))).slice(0, 24);
  return `${exact ? '' : 'W/'}"${version}-${digest}"`;
}

/** Whether `If-None-Match` names a tag, by the weak comparison that it asks for (RFC 9110, 13.1.2). */
export function isNamed(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = tag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((named) => named.trim().replace(/^W\//, '') === opaque);
}
