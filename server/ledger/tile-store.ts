/** Reading what a log is made of: leaves from its events, and the full tiles above them. */
import type { Kysely } from 'kysely';
import { type Hash, hashLeaf } from '../../shared/ledger/tree.ts';
import type { Schema } from '../store/schema.ts';

/** The entries of the log at `from` up to before `to`: what its leaves hash. */
async function entries(db: Kysely<Schema>, institutionId: string, from: number, to: number): Promise<Hash[]> {
  if (from >= to) return [];
  const rows = await db
    .selectFrom('event')
    .select('commitment')
    .where('institution_id', '=', institutionId)
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position')
    .execute();
  return rows.map(({ commitment }) => new Uint8Array(Buffer.from(commitment, 'hex')));
}

/** The leaf hashes at `from` up to before `to`. */
export async function leafHashes(db: Kysely<Schema>, institutionId: string, from: number, to: number): Promise<Hash[]> {
  return (await entries(db, institutionId, from, to)).map(hashLeaf);
}

/** The full tiles of a level with index `from` up to before `to`, each as its hashes. */
export async function tileHashes(
  db: Kysely<Schema>,
  institutionId: string,
  level: number,
  from: number,
  to: number,
): Promise<Hash[][]> {
  if (from >= to) return [];
  const rows = await db
    .selectFrom('tile')
    .select('hashes')
    .where('institution_id', '=', institutionId)
    .where('level', '=', level)
    .where('tile_index', '>=', from)
    .where('tile_index', '<', to)
    .orderBy('tile_index')
    .execute();
  return rows.map(({ hashes }) => splitHashes(Buffer.from(hashes, 'base64url')));
}

/** A tile's bytes as its hashes of 32 bytes. */
function splitHashes(bytes: Uint8Array): Hash[] {
  const hashes: Hash[] = [];
  for (let at = 0; at < bytes.length; at += 32) hashes.push(new Uint8Array(bytes.subarray(at, at + 32)));
  return hashes;
}
