import { expect, test } from 'vitest';
import { histories } from '../../../server/recompute/histories.ts';
import { fullPractice } from './practice.ts';

test.each([1, 2, 3, 7, 1000])('pages of %i events give every history once and whole', async (size) => {
  const practice = await fullPractice();
  const { db } = practice.platform;
  const found = new Map<string, number[]>();
  for await (const page of histories(db, size)) {
    for (const history of page) {
      const [{ subject_id }] = history;
      expect(found.has(subject_id)).toBe(false);
      found.set(
        subject_id,
        history.map((event) => event.subject_version),
      );
    }
  }
  const expected = await db.selectFrom('event').select(['subject_id', 'subject_version']).execute();
  expect([...found.values()].flat()).toHaveLength(expected.length);
  for (const versions of found.values()) expect(versions).toEqual(versions.map((_, index) => index + 1));
  expect(new Set(found.keys())).toEqual(new Set(expected.map(({ subject_id }) => subject_id)));
  await practice.close();
});
