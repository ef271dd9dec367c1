/** The orders in which the directory is read, the same as those of a store that compares texts by their bytes. */
import type { OfficialRow } from './stored-officials.ts';

/** UTF-16 puts surrogates, which stand for the highest code points, before U+E000 to U+FFFF. */
const rankOf = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

/** Compares texts by their code points, and so as the bytes of their UTF-8 compare. Negative where the first comes first. */
export function compareTexts(first: string, second: string): number {
  const length = Math.min(first.length, second.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [first.charCodeAt(at), second.charCodeAt(at)];
    if (one !== other) return rankOf(one) - rankOf(other);
  }
  return first.length - second.length;
}

export type DirectoryOrder = 'pinyin' | 'organ';

/** The last key is the id, so that everybody has a place of their own. */
const keys = {
  pinyin: ['pinyin', 'id'],
  organ: ['organ', 'pinyin', 'id'],
} as const satisfies Record<DirectoryOrder, readonly (keyof OfficialRow)[]>;

/** Compares officials in an order. */
export const compareOfficials = (order: DirectoryOrder) => (first: OfficialRow, second: OfficialRow) => {
  for (const key of keys[order]) {
    const difference = compareTexts(first[key], second[key]);
    if (difference !== 0) return difference;
  }
  return 0;
};
