/**
 * The directory in memory. In the store the names of officials are sealed, so that SQL can neither find nor sort by them;
 * here everybody stands readable, in order, and as fresh as the store:
 *
 *   each use ─▶ did the directory's version move? ─no─▶ answer
 *                         └─yes─▶ read the officials that changed since ─▶ answer
 *
 * Which makes it right for several servers on one store as well. What is read depends on who asked before: a leader's
 * account, whose queries must show nothing of others (rule 5), and commands, which hold the store's one connection, read
 * single officials by `readOfficials`.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Schema } from '../store/schema.ts';
import { type ListedOfficial, listed } from './listed-official.ts';
import { compareOfficials, type DirectoryOrder } from './order.ts';
import { SearchIndex } from './search-index.ts';
import { searchOfficials } from './search-officials.ts';
import {
  directoryVersion,
  type OfficialRow,
  type OpenOfficials,
  openOfficials,
  readChangedOfficials,
} from './stored-officials.ts';

/** Officials read in one go: opened within a few milliseconds, so that a click between two of them waits no longer. */
const sliceSize = 1000;

export class Directory {
  readonly #db: Kysely<Schema>;
  readonly #open: OpenOfficials;
  #version = 0;
  #officials = new Map<string, ListedOfficial>();
  /** Made when first asked for, and kept in order from then on. */
  readonly #orders = new Map<DirectoryOrder, readonly ListedOfficial[]>();
  /** Of the order by pinyin. */
  #index: SearchIndex | null = null;
  /** The refresh under way: the next one begins after it. */
  #refreshed: Promise<void> = Promise.resolve();

  /** @param open makes stored rows readable */
  constructor(db: Kysely<Schema>, open: OpenOfficials = openOfficials) {
    this.#db = db;
    this.#open = open;
  }

  /** Finds officials as people type; see {@link searchOfficials}. */
  async search(typed: string, limit: number): Promise<OfficialRow[]> {
    const officials = await this.inOrder('pinyin');
    if (this.#index?.officials !== officials) this.#index = new SearchIndex(officials);
    return searchOfficials(this.#index, typed, limit);
  }

  /** The official with an id; null for one whom the directory does not know. */
  async byId(id: string): Promise<OfficialRow | null> {
    await this.refresh();
    return this.#officials.get(id)?.row ?? null;
  }

  /** The officials with some ids, in the order of the ids, leaving out those whom the directory does not know. */
  async byIds(ids: readonly string[]): Promise<OfficialRow[]> {
    await this.refresh();
    return ids.flatMap((id) => this.#officials.get(id)?.row ?? []);
  }

  /** Everybody, in an order. The list stays as it is when the directory changes. */
  async inOrder(order: DirectoryOrder): Promise<readonly ListedOfficial[]> {
    await this.refresh();
    const known = this.#orders.get(order);
    if (known) return known;
    const list = sorted(order, [...this.#officials.values()]);
    this.#orders.set(order, list);
    return list;
  }

  /** Brings the directory up to the store; at a start, before anybody waits for it. */
  refresh(): Promise<void> {
    const refreshed = this.#refreshed.then(() => this.#readChanges());
    this.#refreshed = refreshed.catch(() => {});
    return refreshed;
  }

  async #readChanges(): Promise<void> {
    const version = await directoryVersion(this.#db);
    if (version === this.#version) return;
    // A version that went back: the store is another one than it was, after a repair.
    const anew = version < this.#version;
    const changed: OfficialRow[] = [];
    let after = anew ? 0 : this.#version;
    for (;;) {
      const slice = await readChangedOfficials(this.#db, after, sliceSize, this.#open);
      for (const { official } of slice) changed.push(official);
      after = slice.at(-1)?.version ?? after;
      if (slice.length < sliceSize) break;
      await nextTurn();
    }
    if (anew) this.#officials = new Map();
    for (const official of changed) this.#officials.set(official.id, listed(official));
    for (const [order, list] of this.#orders) this.#orders.set(order, this.#merged(order, list, anew ? null : changed));
    // What changed while it was read is read once more the next time.
    this.#version = version;
  }

  /** A list with those who changed in their new places: sorting what is nearly sorted takes little more than a look. */
  #merged(
    order: DirectoryOrder,
    list: readonly ListedOfficial[],
    changed: readonly OfficialRow[] | null,
  ): readonly ListedOfficial[] {
    if (!changed) return sorted(order, [...this.#officials.values()]);
    const ids = new Set(changed.map(({ id }) => id));
    const moved = [...ids].flatMap((id) => this.#officials.get(id) ?? []);
    return sorted(order, [...list.filter(({ row }) => !ids.has(row.id)), ...moved]);
  }
}

function sorted(order: DirectoryOrder, officials: ListedOfficial[]): readonly ListedOfficial[] {
  const compare = compareOfficials(order);
  return officials.sort((first, second) => compare(first.row, second.row));
}
