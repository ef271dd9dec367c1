import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFeedCursor } from '../../../server/feeds/cursor.ts';
import { feedVersion } from '../../../server/feeds/feed-version.ts';
import { comparePlaces } from '../../../server/feeds/order.ts';
import { Recent } from '../../../server/feeds/recent.ts';
import { type FeedScope, FeedSubjects } from '../../../server/feeds/subjects.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { institutions, officials, openWorld, type World } from '../support/world.ts';

let world: World;
/** The SQL that the store has run. */
let queries: string[];
let subjects: FeedSubjects;
let scope: FeedScope;

beforeEach(async () => {
  queries = [];
  world = await openWorld({ log: ({ query }) => queries.push(query.sql) });
  const { db, directory } = world.platform;
  subjects = new FeedSubjects(db, directory);
  scope = { year: 2026, version: await feedVersion(db, 2026), partyId: institutions.party.id, reporting: false };
});
afterEach(() => world.close());

const byName = { q: '', sort: 'name' } as const;

describe('the pages of one pull', () => {
  it('read on in the same list: nothing of all officials is read twice', async () => {
    const { subjects: first, next } = await subjects.page(scope, byName, 3);
    expect(next).not.toBeNull();
    queries = [];
    const cursor = writeFeedCursor(scope.version, 'name', next ?? []);
    const { subjects: second } = await subjects.page(scope, { ...byName, cursor }, 3);
    expect(queries.filter((sql) => /"(official|tally|released_matter|feed_change)"/.test(sql))).toEqual([]);
    expect([...first, ...second].map(({ id }) => id).sort()).toEqual(Object.values(officials).map(({ id }) => id));
  });

  it('end where the version does: what was asked of an older one is refused, and kept for none', async () => {
    const older = { ...scope, version: scope.version - 1 };
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(subjects.page(older, byName, 3)).rejects.toThrow(new ProblemError('feed-changed'));
    }
  });

  it('cannot be changed by whoever got them', async () => {
    const [subject] = (await subjects.page(scope, byName, 1)).subjects;
    Object.assign(subject ?? {}, { name: '他人' });
    expect((await subjects.page(scope, byName, 1)).subjects[0]?.name).not.toBe('他人');
  });

  it.each([
    ['a place of another shape', ['a', 'b', 'c']],
    ['a count in the place of a text', [1, 'b']],
  ])('refuse %s', async (_, place) => {
    const cursor = writeFeedCursor(scope.version, 'name', place);
    await expect(subjects.page(scope, { ...byName, cursor }, 3)).rejects.toThrow(ProblemError);
  });
});

it.each([
  ['more releases first', [2, 'z', '2'], [1, 'a', '1']],
  ['then by pinyin', [1, 'a', '2'], [1, 'b', '1']],
  ['then by id', [1, 'a', '1'], [1, 'a', '2']],
  ['by code points', ['\uff21', '1'], ['\u{20bb7}', '1']],
])('places: %s', (_, first, second) => {
  expect(comparePlaces(first, second)).toBeLessThan(0);
  expect(comparePlaces(second, first)).toBeGreaterThan(0);
  expect(comparePlaces(first, first)).toBe(0);
});

describe('recent answers', () => {
  it('are found once, and forgotten when others were asked for since', async () => {
    const recent = new Recent<string>(2);
    const found: string[] = [];
    const ask = (question: string) =>
      recent.answer(question, async () => {
        found.push(question);
        return question;
      });
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(question);
    expect(found).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are not kept where finding them failed', async () => {
    const recent = new Recent<string>(2);
    await expect(recent.answer('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await recent.answer('a', () => Promise.resolve('yes'))).toBe('yes');
  });
});
