/** Finds officials as people type: the beginning of a name, of its pinyin or initials, or any part of organ and post. */
import type { Kysely } from 'kysely';
import type { OfficialRow, Schema } from '../store/schema.ts';
import { everyOfficial } from './open-officials.ts';

/**
 * @param typed what was typed; several words must all match, or make one pinyin together
 * @returns at most `limit` officials, the closest first
 */
export async function searchOfficials(db: Kysely<Schema>, typed: string, limit: number): Promise<OfficialRow[]> {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  // Pinyin is kept without blanks; people type it with some.
  const squeezed = words.join('');
  const [first = ''] = words;
  const found = (await everyOfficial(db)).filter(
    (official) => official.pinyin.startsWith(squeezed) || words.every((word) => matches(official, word)),
  );
  const closeness = ({ name, initials, pinyin }: OfficialRow) => {
    if (name.toLowerCase().startsWith(first)) return 0;
    return initials.startsWith(first) || pinyin.startsWith(first) ? 1 : 2;
  };
  return found
    .map((official) => ({ official, closeness: closeness(official) }))
    .sort((a, b) => a.closeness - b.closeness || byRank(a.official, b.official))
    .slice(0, limit)
    .map(({ official }) => official);
}

const matches = ({ name, pinyin, initials, organ, post }: OfficialRow, word: string): boolean =>
  pinyin.startsWith(word) ||
  initials.startsWith(word) ||
  [name, organ, post].some((text) => text.toLowerCase().includes(word));

function byRank(one: OfficialRow, other: OfficialRow): number {
  return one.retired - other.retired || compare(one.pinyin, other.pinyin) || compare(one.id, other.id);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
