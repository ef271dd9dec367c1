/**
 * The Merkle tree of a log: hashes, inclusion and consistency proofs by RFC 6962 / RFC 9162, section 2.1, with SHA-256.
 *
 * A log keeps its tree as complete subtrees, each named by level and index: level 0 holds the leaf hashes, a node of level n
 * spans 2^n leaves. Every root and every proof is put together from such nodes:
 *
 *   level 2        ┌───●───┐                 size 7 = 4 + 2 + 1 leaves:
 *   level 1      ┌─●─┐   ┌─●─┐   ┌─●─┐       its root joins (2,0), (1,2) and (0,6)
 *   level 0      0   1   2   3   4   5   6
 *
 * Sizes and indexes are whole numbers up to 2^53 - 1; so they are divided, never shifted (a shift sees 32 bits only).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array;

/** Reads the root of the complete subtree that spans the leaves `index * 2^level` up to, not including, `(index + 1) * 2^level`. */
export type NodeReader = (level: number, index: number) => Hash | Promise<Hash>;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The root of a log without entries. */
export const emptyRoot: Hash = sha256(new Uint8Array());

/** The leaf hash of an entry: SHA-256(0x00 ‖ entry). */
export const hashLeaf = (entry: Uint8Array): Hash => sha256(concatBytes(leafPrefix, entry));

/** The hash of a node with two children: SHA-256(0x01 ‖ left ‖ right). */
export const hashChildren = (left: Hash, right: Hash): Hash => sha256(concatBytes(nodePrefix, left, right));

/**
 * The root of the tree over the first `size` leaves.
 * @throws {RangeError} where the size is no whole number from 0.
 */
export async function rootOf(size: number, node: NodeReader): Promise<Hash> {
  requireWhole(size);
  return size === 0 ? emptyRoot : rootOfRange(0, size, node);
}

/**
 * The inclusion proof of a leaf (PATH of RFC 6962, 2.1.1): from the leaf's sibling up to the root's child.
 * @throws {RangeError} where the tree holds no such leaf.
 */
export async function proveInclusion(index: number, size: number, node: NodeReader): Promise<Hash[]> {
  requireWhole(index, size);
  if (index >= size) throw new RangeError(`No leaf ${index} in a tree of ${size}`);
  const path: Promise<Hash>[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + largestPowerBelow(end - begin);
    if (index < middle) {
      path.unshift(rootOfRange(middle, end, node));
      end = middle;
    } else {
      path.unshift(rootOfRange(begin, middle, node));
      begin = middle;
    }
  }
  return Promise.all(path);
}

/**
 * The proof that the tree of size `from` is the beginning of the tree of size `to` (PROOF of RFC 6962, 2.1.2). Empty where
 * either nothing was before or nothing was added.
 * @throws {RangeError} where `from` is larger than `to`.
 */
export async function proveConsistency(from: number, to: number, node: NodeReader): Promise<Hash[]> {
  requireWhole(from, to);
  if (from > to) throw new RangeError(`A tree of ${from} is no beginning of a tree of ${to}`);
  if (from === 0) return [];
  const proof: Promise<Hash>[] = [];
  let [begin, end] = [0, to];
  while (from !== end) {
    const middle = begin + largestPowerBelow(end - begin);
    if (from <= middle) {
      proof.unshift(rootOfRange(middle, end, node));
      end = middle;
    } else {
      proof.unshift(rootOfRange(begin, middle, node));
      begin = middle;
    }
  }
  // Where the older tree is a whole subtree from the first leaf on, who checks knows its root already.
  if (begin > 0) proof.unshift(rootOfRange(begin, end, node));
  return Promise.all(proof);
}

/** The root of leaves `begin` up to `end`, a range that RFC 6962 splits off: it begins where its largest subtree may begin. */
async function rootOfRange(begin: number, end: number, node: NodeReader): Promise<Hash> {
  const subtrees: (Hash | Promise<Hash>)[] = [];
  for (let at = begin; at < end; ) {
    let level = 0;
    while (2 ** (level + 1) <= end - at) level += 1;
    subtrees.push(node(level, at / 2 ** level));
    at += 2 ** level;
  }
  return (await Promise.all(subtrees)).reduceRight((right, left) => hashChildren(left, right));
}

/** The largest power of two smaller than a number from 2. */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function requireWhole(...numbers: number[]): void {
  for (const number of numbers) {
    if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`Not a size or an index of a log: ${number}`);
  }
}
