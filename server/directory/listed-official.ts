/** An official as the directory lists it: the row, and the forms by which people find it. */
import type { OfficialRow } from './stored-officials.ts';

export interface ListedOfficial {
  readonly row: OfficialRow;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  /** Name, organ and post, apart from each other by a sign that nobody types. */
  readonly words: string;
}

/** Lists an official; nobody can change the row afterwards. */
export function listed(official: OfficialRow): ListedOfficial {
  const row = Object.freeze({ ...official });
  return {
    row,
    name: row.name.toLowerCase(),
    pinyin: row.pinyin.toLowerCase(),
    initials: row.initials.toLowerCase(),
    words: `${row.name}\0${row.organ}\0${row.post}`.toLowerCase(),
  };
}

/** Whether a word is part of name, organ or post, or begins pinyin or initials. @param word in small letters */
export const answersTo = ({ pinyin, initials, words }: ListedOfficial, word: string): boolean =>
  pinyin.startsWith(word) || initials.startsWith(word) || words.includes(word);
