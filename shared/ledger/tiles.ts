/**
 * Tiles and entry bundles by c2sp.org/tlog-tiles: a log as files that never change.
 *
 *   tile/<level>/<index>[.p/<width>]     up to 256 hashes; level n holds the roots of the full tiles of level n - 1
 *   tile/entries/<index>[.p/<width>]     the entries of a tile of level 0
 *
 * An index is written in groups of three digits, all but the last led by an x: 1234067 is x001/x234/067.
 */
import { concatBytes } from '@noble/hashes/utils.js';
import { parseDecimal } from './decimal.ts';
import { type Hash, hashChildren, type NodeReader } from './tree.ts';

/** Hashes in a full tile. */
export const fullWidth = 256;

/** Levels of the tree in one tile. */
const tileHeight = 8;

/** Bytes of a hash. */
const hashBytes = 32;

/** A tile of hashes, or an entry bundle. A width of 256 is a full tile. */
export interface Tile {
  level: number | 'entries';
  index: number;
  width: number;
}

/** A tile of hashes. */
export interface HashTile extends Tile {
  level: number;
}

/** The path of a tile, from `tile/` on. */
export function tilePathOf({ level, index, width }: Tile): string {
  const digits = String(index).padStart(Math.max(3, Math.ceil(String(index).length / 3) * 3), '0');
  const groups = digits.match(/.{3}/g) ?? [];
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${name}${width === fullWidth ? '' : `.p/${width}`}`;
}

/** The tile that a path names; null where the path is not exactly the one of a tile. */
export function parseTilePath(path: string): Tile | null {
  const [, level = '', groups = '', width] =
    /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path) ?? [];
  const index = parseDecimal(groups.replace(/[x/]/g, '').replace(/^0+(?=[0-9])/, ''));
  if (index === null || (level !== 'entries' && Number(level) > 63)) return null;
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index,
    width: width === undefined ? fullWidth : Number(width),
  };
  const isPartial = tile.width >= 1 && tile.width < fullWidth;
  return (width === undefined || isPartial) && tilePathOf(tile) === path ? tile : null;
}

/** How wide a tile is in a tree of this size: 256 where it is full, 0 where there is none. */
export function widthOf(level: number | 'entries', index: number, size: number): number {
  const hashes = Math.floor(size / fullWidth ** (level === 'entries' ? 0 : level));
  return Math.max(0, Math.min(fullWidth, hashes - index * fullWidth));
}

/** Every tile of hashes of a tree, full and partial, level by level. */
export function* tilesOf(size: number): Generator<HashTile> {
  for (let level = 0; widthOf(level, 0, size) > 0; level += 1) {
    for (let index = 0, width = 0; ; index += 1) {
      width = widthOf(level, index, size);
      if (width === 0) break;
      yield { level, index, width };
    }
  }
}

/** The bytes of a tile. */
export const tileOfHashes = (hashes: readonly Hash[]): Uint8Array => concatBytes(...hashes);

/** The hashes of a tile; null where its length is no multiple of 32 bytes. */
export function hashesOfTile(bytes: Uint8Array): Hash[] | null {
  if (bytes.length % hashBytes !== 0) return null;
  return Array.from({ length: bytes.length / hashBytes }, (_, at) =>
    bytes.subarray(at * hashBytes, (at + 1) * hashBytes),
  );
}

/**
 * The bytes of an entry bundle: each entry led by its length as a big-endian uint16.
 * @throws {RangeError} for an entry of more than 65,535 bytes.
 */
export function encodeEntries(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError(`An entry of ${entry.length} bytes is too long for a bundle`);
      return [Uint8Array.of(Math.floor(entry.length / 256), entry.length % 256), entry];
    }),
  );
}

/** The entries of a bundle; null where its lengths do not end where it ends. */
export function decodeEntries(bundle: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    const [high, low] = bundle.subarray(at, at + 2);
    if (high === undefined || low === undefined) return null;
    const end = at + 2 + high * 256 + low;
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/**
 * Reads the nodes of a tree from its tiles; each tile is read once, each node inside it computed once.
 * @param size of the tree; it says which tiles are full.
 * @param readTile answers the bytes of a tile of hashes.
 * @returns a reader that throws a RangeError for a tile that is not as wide as the size says, or a node outside the tree.
 */
export function nodeReaderOfTiles(
  size: number,
  readTile: (tile: HashTile) => Uint8Array | Promise<Uint8Array>,
): NodeReader {
  const known = new Map<string, Promise<NodesOfTile>>();
  const nodesOf = (level: number, index: number): Promise<NodesOfTile> => {
    const name = `${level}/${index}`;
    const nodes = known.get(name) ?? readNodes({ level, index, width: widthOf(level, index, size) }, readTile);
    known.set(name, nodes);
    return nodes;
  };
  return async (level, index) => {
    const height = level % tileHeight;
    const nodesInTile = fullWidth / 2 ** height;
    const nodes = await nodesOf(Math.floor(level / tileHeight), Math.floor(index / nodesInTile));
    const node = nodeOf(nodes, height, index % nodesInTile);
    if (!node) throw new RangeError(`Node ${level}/${index} is outside a tree of ${size}`);
    return node;
  };
}

/** The nodes of a tile by their height in it, the hashes of the tile first; filled as they are asked for. */
type NodesOfTile = (Hash | undefined)[][];

async function readNodes(
  tile: HashTile,
  readTile: (tile: HashTile) => Uint8Array | Promise<Uint8Array>,
): Promise<NodesOfTile> {
  const hashes = tile.width > 0 ? hashesOfTile(await readTile(tile)) : [];
  if (hashes?.length !== tile.width) throw new RangeError(`Not ${tile.width} hashes: ${tilePathOf(tile)}`);
  return [hashes, ...Array.from({ length: tileHeight - 1 }, () => [])];
}

/** A node of a tile; undefined where the tile does not span it whole. */
function nodeOf(nodes: NodesOfTile, height: number, at: number): Hash | undefined {
  const row = nodes[height];
  const known = row?.[at];
  if (known || !row || height === 0) return known;
  const [left, right] = [nodeOf(nodes, height - 1, at * 2), nodeOf(nodes, height - 1, at * 2 + 1)];
  if (left && right) row[at] = hashChildren(left, right);
  return row[at];
}
