/** Finds officials as people type: the beginning of a name, of its pinyin or initials, or any part of organ and post. */
import type { ListedOfficial } from './listed-official.ts';
import type { SearchIndex } from './search-index.ts';
import type { OfficialRow } from './stored-officials.ts';

/** How close an official is to the first word: by the beginning of the name, of its spelling, or by anything else. */
const closenessTo = ({ name, pinyin, initials }: ListedOfficial, first: string): 0 | 1 | 2 => {
  if (name.startsWith(first)) return 0;
  return initials.startsWith(first) || pinyin.startsWith(first) ? 1 : 2;
};

/** Who answers to every word, or whose pinyin begins with all of them together: 1 at their places in the index. */
function candidates(index: SearchIndex, words: readonly string[]): Uint8Array {
  const [first, ...others] = words.map((word) => index.answeringTo(word));
  if (!first) return new Uint8Array(index.officials.length).fill(1);
  if (others.length === 0) return first;
  // Pinyin is kept without blanks; people type it with some.
  const squeezed = words.join('');
  const spelled = index.spelledFrom(squeezed);
  return first.map((found, place) =>
    (found === 1 && others.every((other) => other[place] === 1)) ||
    (spelled[place] === 1 && index.officials[place]?.pinyin.startsWith(squeezed))
      ? 1
      : 0,
  );
}

/**
 * @param index with the officials in the order of their pinyin
 * @param typed what was typed; several words must all match, or make one pinyin together
 * @returns at most `limit` officials: the closest first, those in service before the retired, then by pinyin
 */
export function searchOfficials(index: SearchIndex, typed: string, limit: number): OfficialRow[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = candidates(index, words);
  const first = words[0] ?? '';
  const closest: OfficialRow[] = [];
  const ranks: OfficialRow[][] = [closest, [], [], [], [], []];
  for (let place = found.indexOf(1); place >= 0 && closest.length < limit; place = found.indexOf(1, place + 1)) {
    const official = index.officials[place];
    if (!official) break;
    const rank = ranks[closenessTo(official, first) * 2 + (official.row.retired ? 1 : 0)];
    if (rank && rank.length < limit) rank.push(official.row);
  }
  return ranks.flat().slice(0, limit);
}
