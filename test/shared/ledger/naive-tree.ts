/** The tree exactly as RFC 6962, 2.1 defines it: recursive, from a list of leaf hashes. Slow, and plainly right. */
import { emptyRoot, type Hash, hashChildren, hashLeaf } from '../../../shared/ledger/tree.ts';

/** MTH(D[n]). */
export function naiveRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (!only) return emptyRoot;
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return hashChildren(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** PATH(m, D[n]). */
export function naivePath(m: number, leaves: readonly Hash[]): Hash[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

/** PROOF(m, D[n]). */
export function naiveConsistency(m: number, leaves: readonly Hash[], whole = true): Hash[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...naiveConsistency(m, leaves.slice(0, k), whole), naiveRoot(leaves.slice(k))]
    : [...naiveConsistency(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

/** Reads any complete subtree from a list of leaf hashes. */
export const naiveNodes = (leaves: readonly Hash[]) => (level: number, index: number) =>
  naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));

/** Leaf hashes that differ. */
export const someLeaves = (count: number): Hash[] =>
  Array.from({ length: count }, (_, at) => hashLeaf(new TextEncoder().encode(`entry ${at}`)));

function split(count: number): number {
  let k = 1;
  while (k * 2 < count) k *= 2;
  return k;
}
