/** Finds officials as people type: the beginning of a name, of its pinyin or initials, or any part of organ and post. */
import type { ListedOfficial } from './listed-official.ts';
import type { SearchIndex } from './search-index.ts';
import type { OfficialRow } from './stored-officials.ts';

/** How close an official is to the first word: by the beginning of the name, of its spelling, or by anything else. */
const closenessTo = ({ name, pinyin, initials }: ListedOfficial, first: string): 0 | 1 | 2 => {
  if (name.startsWith(first)) return 0;
  return initials.startsWith(first) || pinyin.startsWith(first) ? 1 : 2;
};

/**
 * @param index with the officials in the order of their pinyin
 * @param typed what was typed; several words must all match, or make one pinyin together
 * @returns at most `limit` officials: the closest first, those in service before the retired, then by pinyin
 */
export function searchOfficials(index: SearchIndex, typed: string, limit: number): OfficialRow[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const answering = words.map((word) => index.answeringTo(word));
  // Pinyin is kept without blanks; people type it with some.
  const squeezed = words.join('');
  const spelled = words.length > 1 ? index.spelledFrom(squeezed) : null;
  const first = words[0] ?? '';
  const closest: OfficialRow[] = [];
  const ranks: OfficialRow[][] = [closest, [], [], [], [], []];
  for (const [place, official] of index.officials.entries()) {
    const together = spelled?.[place] === 1 && official.pinyin.startsWith(squeezed);
    if (!together && !answering.every((found) => found[place] === 1)) continue;
    const rank = ranks[closenessTo(official, first) * 2 + (official.row.retired ? 1 : 0)];
    if (rank && rank.length < limit) rank.push(official.row);
    if (closest.length === limit) break;
  }
  return ranks.flat().slice(0, limit);
}
