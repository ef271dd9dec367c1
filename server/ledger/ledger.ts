/**
 * The log of each institution: grown in the transaction of its events, signed after each batch, proved from then on.
 * What it holds in memory follows the store: dropped where a transaction fails, read anew where another server was faster.
 */
import type { Kysely } from 'kysely';
import { formatCheckpoint, originOf } from '../../shared/ledger/checkpoint.ts';
import { formatLogProof } from '../../shared/ledger/log-proof.ts';
import { signNote } from '../../shared/ledger/note.ts';
import { fullWidth, type HashTile, nodeReaderOfTiles, tileOfHashes } from '../../shared/ledger/tiles.ts';
import { type Hash, hashLeaf, type NodeReader, proveConsistency, proveInclusion } from '../../shared/ledger/tree.ts';
import type { SigningKey } from '../keys/keys.ts';
import type { CheckpointTable, Schema } from '../store/schema.ts';
import { Edge, type FullTile } from './edge.ts';
import { leafHashes, tileHashes } from './tile-store.ts';

/** A leaf that a command appended. */
export interface NewLeaf {
  readonly institutionId: string;
  readonly position: number;
  /** The entry, hexadecimal. */
  readonly commitment: string;
}

/** Logs whose edge is kept in memory, some 50 KB each. */
const edgesKept = 256;

export class Ledger {
  readonly #signing: () => SigningKey;
  readonly #edges = new Map<string, Edge>();
  /** Edges that the transaction at work has moved. */
  readonly #moved = new Set<string>();

  /** @param signing the key in force */
  constructor(signing: () => SigningKey) {
    this.#signing = signing;
  }

  /** Takes a batch's leaves into their logs: tiles that became full, and a signed checkpoint for each log. */
  async extend(db: Kysely<Schema>, leaves: readonly NewLeaf[]): Promise<void> {
    for (const [institutionId, own] of Map.groupBy(leaves, (leaf) => leaf.institutionId)) {
      const [first] = own;
      if (!first) continue;
      this.#moved.add(institutionId);
      const edge = await this.#edge(db, institutionId, first.position);
      const filled = own.flatMap(({ commitment }) => edge.append(hashLeaf(Buffer.from(commitment, 'hex'))));
      for (const tile of filled) await storeTile(db, institutionId, tile);
      await db
        .insertInto('checkpoint')
        .values(await this.sign(institutionId, edge.size, edge.root()))
        .execute();
    }
  }

  /** The edge of a log that holds `size` leaves. */
  async #edge(db: Kysely<Schema>, institutionId: string, size: number): Promise<Edge> {
    const known = this.#edges.get(institutionId);
    if (known?.size === size) return known;
    const edge = await Edge.load(db, institutionId, size);
    this.#edges.delete(institutionId);
    if (this.#edges.size >= edgesKept) {
      const [oldest] = this.#edges.keys();
      if (oldest !== undefined) this.#edges.delete(oldest);
    }
    this.#edges.set(institutionId, edge);
    return edge;
  }

  /** The transaction at work has ended; where it failed, what it moved is read anew. */
  settle(committed: boolean): void {
    if (!committed) for (const institutionId of this.#moved) this.#edges.delete(institutionId);
    this.#moved.clear();
  }

  /** A checkpoint signed with the key in force. */
  async sign(institutionId: string, size: number, root: Hash): Promise<CheckpointTable> {
    const origin = originOf(institutionId);
    const note = await signNote(formatCheckpoint({ origin, size, root }), this.#signing().signer(origin));
    return { institution_id: institutionId, size, root: Buffer.from(root).toString('hex'), note };
  }

  /** The newest checkpoint of a log; undefined where it is empty. */
  latest(db: Kysely<Schema>, institutionId: string): Promise<CheckpointTable | undefined> {
    return db
      .selectFrom('checkpoint')
      .selectAll()
      .where('institution_id', '=', institutionId)
      .orderBy('size', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  /**
   * The proof that a leaf is in its log, against the first checkpoint that holds it: asked again, it is the same text.
   * @returns C2SP tlog-proof
   */
  async proofOf(db: Kysely<Schema>, institutionId: string, position: number): Promise<string> {
    const { size, note } = await db
      .selectFrom('checkpoint')
      .select(['size', 'note'])
      .where('institution_id', '=', institutionId)
      .where('size', '>', position)
      .orderBy('size')
      .limit(1)
      .executeTakeFirstOrThrow();
    const hashes = await proveInclusion(position, size, this.nodes(db, institutionId, size));
    return formatLogProof({ index: position, hashes, checkpoint: note });
  }

  /** The proof that a log of `to` leaves continues its state of `from` leaves. */
  consistency(db: Kysely<Schema>, institutionId: string, from: number, to: number): Promise<Hash[]> {
    return proveConsistency(from, to, this.nodes(db, institutionId, to));
  }

  /** The nodes of a log of a size: from the edge where it reaches, else from tiles. */
  nodes(db: Kysely<Schema>, institutionId: string, size: number): NodeReader {
    const edge = this.#edges.get(institutionId);
    const fromTiles = nodeReaderOfTiles(size, async (tile) => tileOfHashes(await readTile(db, institutionId, tile)));
    return (level, index) => edge?.node(level, index) ?? fromTiles(level, index);
  }
}

async function storeTile(db: Kysely<Schema>, institutionId: string, { level, index, hashes }: FullTile): Promise<void> {
  const bytes = Buffer.concat(hashes).toString('base64url');
  await db
    .insertInto('tile')
    .values({ institution_id: institutionId, level, tile_index: index, hashes: bytes })
    .execute();
}

/** A tile of a log, full or partial: its first `width` hashes. */
async function readTile(db: Kysely<Schema>, institutionId: string, { level, index, width }: HashTile): Promise<Hash[]> {
  const [full] = await tileHashes(db, institutionId, level, index, index + 1);
  if (full) return full.slice(0, width);
  const first = index * fullWidth;
  if (level === 0) return leafHashes(db, institutionId, first, first + width);
  const edge = await Edge.load(db, institutionId, (first + width) * fullWidth ** level);
  return Array.from({ length: width }, (_, at) => {
    const node = edge.node(level * 8, first + at);
    if (!node) throw new Error('A tile of the log is missing');
    return node;
  });
}
