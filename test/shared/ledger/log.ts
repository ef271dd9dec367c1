/** A log for tests, kept as its entries: it issues checkpoints, proofs and receipts as a server does. */
import { hexToBytes } from '@noble/hashes/utils.js';
import { commitmentOf, sha256Of } from '../../../shared/ledger/canonical.ts';
import { formatCheckpoint, originOf } from '../../../shared/ledger/checkpoint.ts';
import { formatLogProof } from '../../../shared/ledger/log-proof.ts';
import { signNote } from '../../../shared/ledger/note.ts';
import type { Receipt } from '../../../shared/ledger/receipt.ts';
import { type HashTile, nodeReaderOfTiles, tileOfHashes } from '../../../shared/ledger/tiles.ts';
import { type Hash, hashLeaf, type NodeReader, proveInclusion, rootOf } from '../../../shared/ledger/tree.ts';
import { naiveNodes } from './naive-tree.ts';
import type { TestKey } from './signer.ts';

export const institution = '0199a5e1-7c11-7bb0-8d8d-3a5f0d1f2a01';
const recordId = '0199a5e1-7c11-7bb0-8d8d-3a5f0d1f2a02';
const recorder = '0199a5e1-7c11-7bb0-8d8d-3a5f0d1f2a03';

export class TestLog {
  readonly entries: Uint8Array[] = [];
  readonly origin: string;
  key: TestKey;
  constructor(key: TestKey, institutionId = institution) {
    this.key = key;
    this.origin = originOf(institutionId);
  }

  /** Adds entries that stand for other people's events. */
  grow(count: number): void {
    for (let at = 0; at < count; at += 1) this.entries.push(hexToBytes(sha256Of(`entry ${this.entries.length}`)));
  }

  node(size = this.entries.length): NodeReader {
    return nodeReaderOfTiles(size, (tile) => this.tile(tile));
  }

  tile({ level, index, width }: HashTile): Uint8Array {
    const leaves: Hash[] = this.entries.map(hashLeaf);
    const node = naiveNodes(leaves);
    return tileOfHashes(Array.from({ length: width }, (_, at) => node(level * 8, index * 256 + at)));
  }

  async checkpoint(size = this.entries.length): Promise<string> {
    const root = await rootOf(size, this.node(size));
    return signNote(formatCheckpoint({ origin: this.origin, size, root }), this.key.as(this.origin, 1));
  }

  /** Takes a capture and answers its receipt, after `company` further entries of the same commit. */
  take(body: Record<string, unknown>, company = 0): Promise<Receipt> {
    return this.takeEvent({ ...olderEvent(body), kind: 'record', actor: recorder }, company);
  }

  async takeEvent(event: Receipt['event'], company = 0): Promise<Receipt> {
    const salt = sha256Of(`salt ${this.entries.length}`);
    const index = this.entries.length;
    this.entries.push(hexToBytes(commitmentOf(event, salt)));
    this.grow(company);
    const size = this.entries.length;
    const hashes = await proveInclusion(index, size, this.node(size));
    return {
      recordId: event.subject,
      event,
      salt,
      proof: formatLogProof({ index, hashes, checkpoint: await this.checkpoint() }),
    };
  }
}

/** An event as it was before kinds and actors were part of its leaf. */
export const olderEvent = (body: Record<string, unknown>): Receipt['event'] => ({
  institution,
  subject: recordId,
  type: 'captured',
  at: '2026-10-08T06:05:00.000Z',
  body,
});
