import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyRoot,
  type Hash,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  rootOf,
} from '../../../shared/ledger/tree.ts';
import { verifyConsistency, verifyInclusion } from '../../../shared/ledger/tree-check.ts';
import { naiveConsistency, naiveNodes, naivePath, naiveRoot, someLeaves } from './naive-tree.ts';

/**
 * The reference tree of Certificate Transparency, as github.com/transparency-dev/merkle keeps it (proof/verify_test.go,
 * commit 02194e9): eight entries, the roots of their first 1 to 8, and proofs.
 */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const a = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d';
const b = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const ab = 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125';
const cd = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const abcd = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7';
const e = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const ef = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const g = 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f';
const gh = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const efgh = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';

const leaves = entries.map((entry) => hashLeaf(hexToBytes(entry)));
const nodes = naiveNodes(leaves);
const rootAt = (size: number): Hash => (size === 0 ? emptyRoot : hexToBytes(roots[size - 1] ?? ''));

describe('the reference tree of Certificate Transparency', () => {
  test.each(roots.map((root, at) => [at + 1, root]))('its first %i entries have the root %s', async (size, root) => {
    expect(bytesToHex(await rootOf(Number(size), nodes))).toBe(root);
  });

  test('without entries the root is the SHA-256 of nothing', async () => {
    expect(bytesToHex(await rootOf(0, nodes))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test.each([
    { index: 0, size: 1, proof: [] },
    { index: 0, size: 8, proof: [b, cd, efgh] },
    { index: 5, size: 8, proof: [e, gh, abcd] },
    { index: 2, size: 3, proof: [ab] },
    { index: 1, size: 5, proof: [a, cd, e] },
  ])('entry $index of $size: the published proof is made and verifies', async ({ index, size, proof }) => {
    expect((await proveInclusion(index, size, nodes)).map(bytesToHex)).toEqual(proof);
    const leaf = leaves[index] ?? emptyRoot;
    expect(verifyInclusion(index, size, leaf, proof.map(hexToBytes), rootAt(size))).toBe(true);
  });

  test.each([
    { from: 1, to: 1, proof: [] },
    { from: 1, to: 8, proof: [b, cd, efgh] },
    { from: 6, to: 8, proof: [ef, gh, abcd] },
    { from: 2, to: 5, proof: [cd, e] },
    { from: 6, to: 7, proof: [ef, g, abcd] },
  ])('from $from to $to: the published proof is made and verifies', async ({ from, to, proof }) => {
    expect((await proveConsistency(from, to, nodes)).map(bytesToHex)).toEqual(proof);
    expect(verifyConsistency(from, to, proof.map(hexToBytes), rootAt(from), rootAt(to))).toBe(true);
  });
});

const size = fc.integer({ min: 1, max: 70 });
const upTo = (most: number) => fc.integer({ min: 0, max: most });
const inclusion = size.chain((of) => fc.record({ of: fc.constant(of), index: upTo(of - 1) }));
const growth = size.chain((to) => fc.record({ to: fc.constant(to), from: upTo(to) }));
const flipOne = fc.record({ at: fc.nat(), bit: upTo(7) });

/** The same hashes but for one bit; null where there are none. */
function flipped(hashes: readonly Hash[], { at, bit }: { at: number; bit: number }): Hash[] | null {
  const bytes = hashes.map((hash) => hash.slice());
  const place = at % Math.max(1, hashes.length * 32);
  const hash = bytes[Math.floor(place / 32)];
  if (!hash) return null;
  hash[place % 32] = (hash[place % 32] ?? 0) ^ (1 << bit);
  return bytes;
}

describe('any tree', () => {
  test('has the root and the proofs of the definition, and each verifies', async () => {
    await fc.assert(
      fc.asyncProperty(inclusion, growth, async ({ of, index }, { from, to }) => {
        const tree = someLeaves(Math.max(of, to));
        const read = naiveNodes(tree);
        const path = await proveInclusion(index, of, read);
        expect(path).toEqual(naivePath(index, tree.slice(0, of)));
        expect(verifyInclusion(index, of, tree[index] ?? emptyRoot, path, await rootOf(of, read))).toBe(true);
        const proof = await proveConsistency(from, to, read);
        if (from > 0) expect(proof).toEqual(naiveConsistency(from, tree.slice(0, to)));
        expect(verifyConsistency(from, to, proof, naiveRoot(tree.slice(0, from)), naiveRoot(tree.slice(0, to)))).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('no proof survives a flipped bit, a missing, a repeated or a foreign hash, or another place', async () => {
    await fc.assert(
      fc.asyncProperty(inclusion, upTo(69), flipOne, async ({ of, index }, otherIndex, flip) => {
        const tree = someLeaves(of);
        const leaf = tree[index] ?? emptyRoot;
        const root = naiveRoot(tree);
        const path = await proveInclusion(index, of, naiveNodes(tree));
        const bad = flipped(path, flip);
        if (bad) expect(verifyInclusion(index, of, leaf, bad, root)).toBe(false);
        if (path.length > 0) expect(verifyInclusion(index, of, leaf, path.slice(1), root)).toBe(false);
        expect(verifyInclusion(index, of, leaf, [...path, root], root)).toBe(false);
        expect(verifyInclusion(index, of, flipped([leaf], flip)?.[0] ?? leaf, path, root)).toBe(false);
        expect(verifyInclusion(index, of, leaf, path, flipped([root], flip)?.[0] ?? root)).toBe(false);
        if (otherIndex !== index) expect(verifyInclusion(otherIndex, of, leaf, path, root)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('no history survives a flipped bit, a rewritten entry or a missing hash', async () => {
    await fc.assert(
      fc.asyncProperty(growth, flipOne, async ({ from, to }, flip) => {
        if (from === 0) return;
        const tree = someLeaves(to);
        const [older, newer] = [naiveRoot(tree.slice(0, from)), naiveRoot(tree)];
        const proof = await proveConsistency(from, to, naiveNodes(tree));
        const bad = flipped(proof, flip);
        if (bad) expect(verifyConsistency(from, to, bad, older, newer)).toBe(false);
        if (proof.length > 0) expect(verifyConsistency(from, to, proof.slice(1), older, newer)).toBe(false);
        const rewritten = flipped(tree.slice(0, from), flip) ?? [];
        expect(verifyConsistency(from, to, proof, naiveRoot(rewritten), newer)).toBe(false);
        expect(verifyConsistency(from, to, proof, older, flipped([newer], flip)?.[0] ?? newer)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('sizes beyond 32 bits', () => {
  // A tree whose subtrees all have the same root by level: one can know the root of 2^40 + 3 leaves without making them.
  const levels = [hashLeaf(new Uint8Array())];
  const same = (level: number): Hash => {
    for (let at = levels.length; at <= level; at += 1) levels.push(naiveRoot([same(at - 1), same(at - 1)]));
    return levels[level] ?? emptyRoot;
  };

  test.each([2 ** 31, 2 ** 31 + 1, 2 ** 32 - 1, 2 ** 40 + 3, Number.MAX_SAFE_INTEGER])('%i', async (many) => {
    const root = await rootOf(many, same);
    for (const index of [0, 1, Math.floor(many / 3), many - 1]) {
      const path = await proveInclusion(index, many, same);
      expect(verifyInclusion(index, many, same(0), path, root)).toBe(true);
      expect(verifyInclusion(index, many, same(0), path.toReversed().slice(1), root)).toBe(false);
    }
    for (const from of [1, 2 ** 31 - 1, 2 ** 31, many - 1, many]) {
      const proof = await proveConsistency(from, many, same);
      expect(verifyConsistency(from, many, proof, await rootOf(from, same), root)).toBe(true);
    }
  });
});

describe('what is no proof at all is refused without an exception', () => {
  const root = rootAt(8);
  test.each([
    ['an index outside the tree', () => verifyInclusion(8, 8, root, [], root)],
    ['a negative index', () => verifyInclusion(-1, 8, root, [], root)],
    ['a fraction', () => verifyInclusion(0.5, 8, root, [], root)],
    ['a tree without entries', () => verifyInclusion(0, 0, root, [], root)],
    ['a short hash', () => verifyInclusion(0, 2, root, [new Uint8Array(31)], root)],
    ['an older tree that is larger', () => verifyConsistency(8, 7, [], rootAt(8), rootAt(7))],
    ['equal sizes, other roots', () => verifyConsistency(8, 8, [], rootAt(7), rootAt(8))],
    ['equal sizes, a proof', () => verifyConsistency(8, 8, [root], root, root)],
    ['nothing before, but a root', () => verifyConsistency(0, 8, [], rootAt(7), rootAt(8))],
    ['an empty proof of growth', () => verifyConsistency(7, 8, [], rootAt(7), rootAt(8))],
    ['an unsafe size', () => verifyConsistency(1, 2 ** 53, [root], root, root)],
  ])('%s', (_, verdict) => {
    expect(verdict()).toBe(false);
  });

  test('and asking for a proof that cannot be is an error', async () => {
    await expect(proveInclusion(8, 8, nodes)).rejects.toThrow(RangeError);
    await expect(proveConsistency(8, 7, nodes)).rejects.toThrow(RangeError);
    await expect(rootOf(-1, nodes)).rejects.toThrow(RangeError);
  });
});
