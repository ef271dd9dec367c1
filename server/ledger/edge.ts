/**
 * The right edge of a log's Merkle tree, in memory: of each level the nodes of the tile at work and of the one before.
 * With them a leaf is added, a root computed and a fresh leaf proved without reading the store.
 */
import type { Kysely } from 'kysely';
import { fullWidth } from '../../shared/ledger/tiles.ts';
import { type Hash, hashChildren } from '../../shared/ledger/tree.ts';
import type { Schema } from '../store/schema.ts';
import { leafHashes, tileHashes } from './tile-store.ts';

/** Binary levels that a tile spans (C2SP tlog-tiles). */
const tileHeight = 8;

interface Level {
  /** The index of the first node that is kept. */
  first: number;
  nodes: Hash[];
}

/** A tile that a leaf has filled. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: readonly Hash[];
}

export class Edge {
  #size: number;
  readonly #levels: Level[];

  private constructor(size: number, levels: Level[]) {
    this.#size = size;
    this.#levels = levels;
  }

  /** The edge of an institution's log of `size` leaves. */
  static async load(db: Kysely<Schema>, institutionId: string, size: number): Promise<Edge> {
    const levels: Level[] = [];
    for (let tileLevel = 0, count = size; count > 0; tileLevel++, count = Math.floor(count / fullWidth)) {
      const first = count - (count % fullWidth);
      const nodes =
        tileLevel === 0
          ? await leafHashes(db, institutionId, first, count)
          : (await tileHashes(db, institutionId, tileLevel - 1, first, count)).map(rootOfTile);
      for (let height = 0, above = nodes, from = first; height < tileHeight; height++) {
        levels.push({ first: from, nodes: above });
        above = parentsOf(above);
        from /= 2;
      }
    }
    return new Edge(size, levels);
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a leaf. @returns the tiles that it fills, the lowest first */
  append(leaf: Hash): FullTile[] {
    const filled: FullTile[] = [];
    let node = leaf;
    for (let level = 0, index = this.#size; ; level++, index = (index - 1) / 2) {
      this.#keep(level, index, node);
      if (level % tileHeight === 0 && index % fullWidth === fullWidth - 1) {
        filled.push({ level: level / tileHeight, index: (index + 1) / fullWidth - 1, hashes: this.#last(level) });
      }
      if (index % 2 === 0) break;
      const left = this.node(level, index - 1);
      if (!left) throw new Error('The edge of the log has a gap');
      node = hashChildren(left, node);
    }
    this.#size++;
    return filled;
  }

  #keep(level: number, index: number, node: Hash): void {
    const kept = this.#levels[level] ?? { first: index, nodes: [] };
    this.#levels[level] = kept;
    kept.nodes.push(node);
    if (kept.nodes.length >= 3 * fullWidth) {
      kept.nodes.splice(0, fullWidth);
      kept.first += fullWidth;
    }
  }

  #last(level: number): Hash[] {
    return this.#levels[level]?.nodes.slice(-fullWidth) ?? [];
  }

  /** A node of a complete subtree, undefined where it lies too far back. */
  node(level: number, index: number): Hash | undefined {
    const kept = this.#levels[level];
    return kept && index >= kept.first ? kept.nodes[index - kept.first] : undefined;
  }

  /** The root of the whole tree; of the empty one it is not asked. */
  root(): Hash {
    let root: Hash | null = null;
    for (let level = 0, rest = this.#size; rest > 0; level++, rest = Math.floor(rest / 2)) {
      if (rest % 2 === 0) continue;
      const peak = this.node(level, rest - 1);
      if (!peak) throw new Error('The edge of the log has a gap');
      root = root ? hashChildren(peak, root) : peak;
    }
    if (!root) throw new Error('An empty log has no root');
    return root;
  }
}

/** The nodes one level up; an odd last one has no parent yet. */
function parentsOf(nodes: readonly Hash[]): Hash[] {
  const parents: Hash[] = [];
  for (let at = 0; at + 1 < nodes.length; at += 2) {
    const [left, right] = nodes.slice(at, at + 2);
    if (left && right) parents.push(hashChildren(left, right));
  }
  return parents;
}

/** The node above a full tile. */
function rootOfTile(hashes: readonly Hash[]): Hash {
  let nodes: readonly Hash[] = hashes;
  while (nodes.length > 1) nodes = parentsOf(nodes);
  const [root] = nodes;
  if (!root) throw new Error('A tile holds no hash');
  return root;
}
