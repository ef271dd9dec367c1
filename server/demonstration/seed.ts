/**
 * Everything random in the demonstration data comes from one seed: the same seed gives the same data, on every machine.
 * SHA-256 in counter mode: slower than a shift register, but each name opens a stream of its own, so that a record more
 * changes no official, and ids and salts come from the same source.
 */
import { hash } from 'node:crypto';

export class Seed {
  readonly #name: string;
  #block: Buffer = Buffer.alloc(0);
  #used = 0;
  #blocks = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** An independent stream. The same name always opens the same one. */
  branch(name: string): Seed {
    return new Seed(`${this.#name}/${name}`);
  }

  /** `count` random bytes in hexadecimal. */
  hex(count: number): string {
    return this.#take(count).toString('hex');
  }

  /** An id in the form of a random UUID (RFC 9562, version 4). */
  id(): string {
    const bytes = this.#take(16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** The id that belongs to a name, whatever was drawn before. */
  idOf(name: string): string {
    return this.branch(`id:${name}`).id();
  }

  /** From 0 up to, but not including, 1. */
  fraction(): number {
    return this.#take(4).readUInt32BE() / 2 ** 32;
  }

  /** A whole number; both ends can occur. */
  between(least: number, greatest: number): number {
    return least + Math.floor(this.fraction() * (greatest - least + 1));
  }

  /** Whether something happens that happens with this probability. */
  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** One of a list. @throws {RangeError} of an empty one. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.between(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('Nothing to pick from');
    return picked;
  }

  /** A key of a table of weights. */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key {
    const entries = (Object.entries(weights) as [Key, number | undefined][]).map(
      ([key, weight = 0]) => [key, weight] as const,
    );
    let rest = this.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      rest -= weight;
      if (rest < 0) return key;
    }
    return this.pick(entries)[0];
  }

  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, place: this.fraction() }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item);
  }

  #take(count: number): Buffer {
    if (this.#used + count > this.#block.length) {
      this.#block = hash('sha256', `${this.#name}#${this.#blocks++}`, 'buffer');
      this.#used = 0;
    }
    const from = this.#used;
    this.#used += count;
    return this.#block.subarray(from, this.#used);
  }
}
