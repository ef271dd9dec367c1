import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersTo, type ListedOfficial, listed } from '../../../server/directory/listed-official.ts';
import { SearchIndex } from '../../../server/directory/search-index.ts';

/** Texts of few letters, so that many words occur, at borders too. */
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '巴', '图', '𠮷', ' '), maxLength: 4 });

const official: fc.Arbitrary<ListedOfficial> = fc
  .record({ name: letters, pinyin: letters, initials: letters, organ: letters, post: letters })
  .map((texts) =>
    listed({
      ...texts,
      id: '',
      organ_kind: 'court',
      rank: '',
      retired: 0,
      institution_id: null,
      managing_party_id: '',
      reports_to_id: null,
      posts: '[]',
    }),
  );

const word = fc.string({ unit: fc.constantFrom('a', 'b', '巴', '图', '𠮷'), minLength: 1, maxLength: 4 });

test('the index finds exactly those who answer to a word, and whose spelling begins with it', () => {
  fc.assert(
    fc.property(fc.array(official, { maxLength: 12 }), word, (officials, typed) => {
      const index = new SearchIndex(officials);
      expect([...index.answeringTo(typed)].map(Boolean)).toEqual(officials.map((one) => answersTo(one, typed)));
      expect([...index.spelledFrom(typed)].map(Boolean)).toEqual(
        officials.map(({ pinyin, initials }) => pinyin.startsWith(typed) || initials.startsWith(typed)),
      );
    }),
    { numRuns: 500 },
  );
});
