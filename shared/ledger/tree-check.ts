/** Checking proofs of a log's Merkle tree (RFC 9162, 2.1.3.2 and 2.1.4.2). Nothing here throws: a bad proof is a false one. */
import { emptyRoot, type Hash, hashChildren } from './tree.ts';

/**
 * Whether a leaf stands at an index of the tree with this size and root.
 * @param proof from the leaf's sibling up to the root's child.
 */
export function verifyInclusion(
  index: number,
  size: number,
  leafHash: Hash,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  const computed = rootFromInclusion(index, size, leafHash, proof);
  return computed !== null && equalBytes(computed, root);
}

/** The root to which an inclusion proof leads; null where it has not the shape of one for this index and size. */
export function rootFromInclusion(index: number, size: number, leafHash: Hash, proof: readonly Hash[]): Hash | null {
  if (!isWhole(index) || !isWhole(size) || index >= size || ![leafHash, ...proof].every(isHash)) return null;
  let place = { inner: index, last: size - 1 };
  let root = leafHash;
  for (const sibling of proof) {
    if (place.last === 0) return null;
    if (isRight(place)) {
      root = hashChildren(sibling, root);
      place = pastUnpaired(place);
    } else {
      root = hashChildren(root, sibling);
    }
    place = parent(place);
  }
  return place.last === 0 ? root : null;
}

/**
 * Whether the tree of size `from` is the beginning of the tree of size `to`.
 * Of a log without entries every log is a continuation; equal sizes need equal roots; both with an empty proof.
 */
export function verifyConsistency(
  from: number,
  to: number,
  proof: readonly Hash[],
  fromRoot: Hash,
  toRoot: Hash,
): boolean {
  if (!isWhole(from) || !isWhole(to) || from > to || ![fromRoot, toRoot, ...proof].every(isHash)) return false;
  if (from === to) return proof.length === 0 && equalBytes(fromRoot, toRoot);
  if (from === 0) return proof.length === 0 && equalBytes(fromRoot, emptyRoot);

  let place = { inner: from - 1, last: to - 1 };
  while (place.inner % 2 === 1) place = parent(place);
  // At a power of two the older tree is one subtree: the proof begins at its root, which needs no saying.
  const [first, ...rest] = place.inner === 0 ? [fromRoot, ...proof] : proof;
  if (!first) return false;
  let [older, newer] = [first, first];
  for (const sibling of rest) {
    if (place.last === 0) return false;
    if (isRight(place)) {
      older = hashChildren(sibling, older);
      newer = hashChildren(sibling, newer);
      place = pastUnpaired(place);
    } else {
      newer = hashChildren(newer, sibling);
    }
    place = parent(place);
  }
  return place.last === 0 && equalBytes(older, fromRoot) && equalBytes(newer, toRoot);
}

/** A node of the level that a proof has climbed to, and the last node of that level (`fn` and `sn` of RFC 9162). */
interface Place {
  inner: number;
  last: number;
}

const isRight = ({ inner, last }: Place) => inner % 2 === 1 || inner === last;

const parent = ({ inner, last }: Place): Place => ({ inner: Math.floor(inner / 2), last: Math.floor(last / 2) });

/** Climbs the levels on which a last node without a sibling is its own parent. */
function pastUnpaired(place: Place): Place {
  let climbed = place;
  while (climbed.inner % 2 === 0 && climbed.inner !== 0) climbed = parent(climbed);
  return climbed;
}

const isWhole = (number: number) => Number.isSafeInteger(number) && number >= 0;

const isHash = (bytes: Uint8Array) => bytes instanceof Uint8Array && bytes.length === 32;

/** Whether two byte strings are the same; in the time of the first difference, for nothing here is secret. */
export function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
