/** Choosing and ordering the rows of a feed. */
import { describe, expect, test } from 'vitest';
import {
  chosenRows,
  type FeedColumn,
  type FeedSubject,
  nextOrder,
  orderedRows,
} from '../../../server/console/feeds/order.ts';

const row = (changes: Partial<FeedSubject>): FeedSubject => ({
  officialId: '20000000-0000-4000-8000-000000000001',
  name: '演某甲',
  organKind: 'government',
  organ: '演示区人民政府',
  post: '区长',
  rank: '正处级',
  managingCommittee: '演示市委',
  retired: false,
  year: 2026,
  releasedMatters: 0,
  matters: [],
  ...changes,
});

const rows = [
  row({ name: '张某', releasedMatters: 2 }),
  row({ name: '安某', organKind: 'court', organ: '演示区人民法院', post: '院长' }),
  row({ name: '李某', releasedMatters: 10, post: '副区长' }),
];

const columns: readonly FeedColumn<FeedSubject>[] = [
  { key: 'name', heading: { zh: '姓名', en: 'Name' }, value: ({ name }) => name },
  { key: 'released', heading: { zh: '通报', en: 'Released' }, value: ({ releasedMatters }) => releasedMatters },
];

const everybody = { organKind: '', q: '', onlyReleased: false };
const namesOf = (chosen: readonly FeedSubject[]) => chosen.map(({ name }) => name);

describe('choosing', () => {
  test.each([
    ['everybody', everybody, ['张某', '安某', '李某']],
    ['an organ kind', { ...everybody, organKind: 'court' }, ['安某']],
    ['a part of an organ', { ...everybody, q: ' 法院 ' }, ['安某']],
    ['a part of a post', { ...everybody, q: '副区' }, ['李某']],
    ['only those with released matters', { ...everybody, onlyReleased: true }, ['张某', '李某']],
    ['nobody, where nothing matches', { ...everybody, q: '省' }, []],
  ])('%s', (_what, choice, expected) => {
    expect(namesOf(chosenRows(rows, choice))).toEqual(expected);
  });
});

describe('ordering', () => {
  test.each([
    ['names by their sound', { key: 'name', descending: false }, ['安某', '李某', '张某']],
    ['figures as figures, greatest first', { key: 'released', descending: true }, ['李某', '张某', '安某']],
    ['as the feed gives them, by an unknown column', { key: 'gone', descending: true }, ['张某', '安某', '李某']],
  ])('%s', (_what, order, expected) => {
    expect(namesOf(orderedRows(rows, columns, order))).toEqual(expected);
  });

  test('leaves the feed itself as it was', () => {
    orderedRows(rows, columns, { key: 'name', descending: false });
    expect(namesOf(rows)).toEqual(['张某', '安某', '李某']);
  });

  test('a heading pressed first orders texts upward and figures downward; pressed again it turns', () => {
    const start = { key: 'released', descending: true };
    expect(nextOrder(start, 'name', false)).toEqual({ key: 'name', descending: false });
    expect(nextOrder({ key: 'name', descending: false }, 'released', true)).toEqual(start);
    expect(nextOrder(start, 'released', true)).toEqual({ key: 'released', descending: false });
  });
});
