import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeEntries,
  encodeEntries,
  type HashTile,
  hashesOfTile,
  nodeReaderOfTiles,
  parseTilePath,
  type Tile,
  tileOfHashes,
  tilePathOf,
  tilesOf,
  widthOf,
} from '../../../shared/ledger/tiles.ts';
import { type Hash, proveConsistency, proveInclusion, rootOf } from '../../../shared/ledger/tree.ts';
import { naiveNodes, naiveRoot, someLeaves } from './naive-tree.ts';

describe('paths of tiles', () => {
  // c2sp.org/tlog-tiles: index 1234067, the tree of 70,000; the rest from Tessera, api/layout/paths_test.go.
  test.each<[string, Tile]>([
    ['tile/0/x001/x234/067', { level: 0, index: 1234067, width: 256 }],
    ['tile/0/x001/x234/067.p/89', { level: 0, index: 1234067, width: 89 }],
    ['tile/63/x999/x999/x999/999.p/255', { level: 63, index: 999_999_999_999, width: 255 }],
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/0/001', { level: 0, index: 1, width: 256 }],
    ['tile/0/273.p/112', { level: 0, index: 273, width: 112 }],
    ['tile/1/x001/000', { level: 1, index: 1000, width: 256 }],
    ['tile/15/x123/x456/789', { level: 15, index: 123456789, width: 256 }],
    ['tile/entries/x001/x234/067', { level: 'entries', index: 1234067, width: 256 }],
    ['tile/entries/000.p/5', { level: 'entries', index: 0, width: 5 }],
  ])('%s', (path, tile) => {
    expect(tilePathOf(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  test.each([
    '',
    'tile',
    'tile/0',
    'tile/0/',
    '/tile/0/000',
    'tile/64/000',
    'tile/00/000',
    'tile/-1/000',
    'tile/data/000',
    'tile/0/0',
    'tile/0/0000',
    'tile/0/x000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001/x234/',
    'tile/0/x001/x234/067.p',
    'tile/0/x001/x234/067.p/',
    'tile/0/x001/x234/067.p/0',
    'tile/0/x001/x234/067.p/01',
    'tile/0/x001/x234/067.p/256',
    'tile/0/x001/x234/067.q/3',
    'tile/0/../000',
    'tile/0/000\n',
    `tile/0/${'x999/'.repeat(6)}999`,
  ])('%j is none', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });
});

describe('the tiles of a tree', () => {
  // c2sp.org/tlog-tiles, "Partial Tiles".
  test('of 70,000 entries', () => {
    const tiles = [...tilesOf(70_000)];
    const full = (level: number) => tiles.filter((tile) => tile.level === level && tile.width === 256).length;
    expect([full(0), full(1), full(2)]).toEqual([273, 1, 0]);
    expect(tiles.filter((tile) => tile.width < 256).map(tilePathOf)).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
    expect(widthOf('entries', 273, 70_000)).toBe(112);
  });

  test('of 256 entries: one full tile, and one of width 1 above', () => {
    expect([...tilesOf(256)].map(tilePathOf)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
  });
  test('of none', () => {
    expect([...tilesOf(0)]).toEqual([]);
  });
});

/** A tile made from leaf hashes by the definition of tlog-tiles. */
const tileFrom = (leaves: readonly Hash[]) => (tile: HashTile) =>
  tileOfHashes(
    Array.from({ length: tile.width }, (_, at) => naiveNodes(leaves)(tile.level * 8, tile.index * 256 + at)),
  );

describe('a tree read from its tiles', () => {
  test.each([0, 1, 2, 255, 256, 257, 511, 700])('of %i entries has the same root and proofs', async (size) => {
    const leaves = someLeaves(size);
    const node = nodeReaderOfTiles(size, tileFrom(leaves));
    expect(await rootOf(size, node)).toEqual(naiveRoot(leaves));
    if (size === 0) return;
    for (const index of [0, Math.floor(size / 2), size - 1]) {
      expect(await proveInclusion(index, size, node)).toEqual(await proveInclusion(index, size, naiveNodes(leaves)));
      expect(await proveConsistency(index, size, node)).toEqual(
        await proveConsistency(index, size, naiveNodes(leaves)),
      );
    }
  });

  test('reads each tile once', async () => {
    const leaves = someLeaves(600);
    const read: string[] = [];
    const node = nodeReaderOfTiles(600, async (tile) => {
      read.push(tilePathOf(tile));
      return tileFrom(leaves)(tile);
    });
    await Promise.all([rootOf(600, node), proveInclusion(3, 600, node), proveInclusion(599, 600, node)]);
    expect(read.sort()).toEqual(['tile/0/000', 'tile/0/002.p/88', 'tile/1/000.p/2']);
  });

  test.each([
    ['a tile that is too narrow', () => new Uint8Array(32)],
    ['a tile that is no multiple of a hash', () => new Uint8Array(2 * 32 + 1)],
  ])('refuses %s', async (_, readTile) => {
    await expect(rootOf(2, nodeReaderOfTiles(2, readTile))).rejects.toThrow('tile/0/000.p/2');
  });

  test('refuses a node outside the tree', async () => {
    await expect(nodeReaderOfTiles(3, tileFrom(someLeaves(3)))(1, 1)).rejects.toThrow(RangeError);
  });
});

describe('bundles of entries', () => {
  test('are led by big-endian lengths', () => {
    const entries = [new Uint8Array(0), Uint8Array.of(7), new Uint8Array(258)];
    const bundle = encodeEntries(entries);
    expect([...bundle.slice(0, 7)]).toEqual([0, 0, 0, 1, 7, 1, 2]);
    expect(decodeEntries(bundle)).toEqual(entries);
  });
  test('come back whole, and torn ones are refused', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), (entries) => {
        const bundle = encodeEntries(entries);
        expect(decodeEntries(bundle)).toEqual(entries);
        if ((entries.at(-1)?.length ?? 0) > 0) expect(decodeEntries(bundle.slice(0, -1))).toBeNull();
        expect(decodeEntries(Uint8Array.of(...bundle, 0))).toBeNull();
      }),
    );
  });
  test('an entry is at most 65,535 bytes', () => {
    expect(decodeEntries(encodeEntries([new Uint8Array(0xffff)]))?.[0]?.length).toBe(0xffff);
    expect(() => encodeEntries([new Uint8Array(0x10000)])).toThrow(RangeError);
  });
  test('hashes of a tile come back', () => {
    const hashes = someLeaves(5);
    expect(hashesOfTile(tileOfHashes(hashes))).toEqual(hashes);
    expect(hashesOfTile(new Uint8Array(31))).toBeNull();
  });
});
