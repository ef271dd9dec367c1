import { describe, expect, test } from 'vitest';
import { Institutions } from '../../../server/demonstration/institutions.ts';
import { demonstrationOfficials, entryOn } from '../../../server/demonstration/officials.ts';
import { Seed } from '../../../server/demonstration/seed.ts';
import { codesOf, organKinds } from '../../../shared/vocabulary.ts';

const [since, until] = ['2024-11-15', '2026-11-15'];
const seed = new Seed('test');
const institutions = new Institutions(seed, []);
const officials = demonstrationOfficials(seed, institutions, since, until);
const today = officials.map((official) => entryOn(official, until).row);

describe('the officials', () => {
  test('are 200, of every organ kind of Art. 13 and of every level', () => {
    expect(officials).toHaveLength(200);
    for (const kind of codesOf(organKinds)) {
      expect(today.filter(({ organ_kind }) => organ_kind === kind).length, kind).toBeGreaterThanOrEqual(4);
    }
    expect(new Set(officials.map(({ entries: [{ place }] }) => place.level))).toEqual(
      new Set(['region', 'league', 'banner']),
    );
  });

  test('have invented names, none twice but the two namesakes, who serve in different organs', () => {
    const names = Map.groupBy(today, ({ name }) => name);
    expect([...names.values()].filter((bearers) => bearers.length > 1)).toHaveLength(1);
    const [one, other] = names.get('上官白露') ?? [];
    expect(one?.organ).not.toBe(other?.organ);
    for (const name of names.keys()) expect(name).toMatch(/^\p{Script=Han}{4}$/u);
  });

  test('are found by pinyin and initials, compound surnames read as such', () => {
    const leader = today.find(({ name }) => name === '欧阳谷雨');
    expect(leader).toMatchObject({ pinyin: 'ouyangguyu', initials: 'oygy' });
    for (const { pinyin, initials } of today) {
      expect(pinyin).toMatch(/^[a-zü]+$/);
      expect(initials).toMatch(/^[a-z]{4}$/);
    }
  });

  test('hold no post twice', () => {
    const posts = officials.map(({ entries: [{ row }] }) => `${row.organ} ${row.post}`);
    expect(new Set(posts).size).toBe(posts.length);
  });

  test('are retired, retire, and move in the middle of a year, with one history each', () => {
    expect(today.filter(({ retired }) => retired === 1).length).toBeGreaterThanOrEqual(8);
    const moved = officials.filter(({ entries }) => entries.some(({ row }) => JSON.parse(row.posts).length > 1));
    expect(moved.length).toBeGreaterThanOrEqual(8);
    for (const { entries } of moved) {
      const [ended, present] = JSON.parse(entries.at(-1)?.row.posts ?? '[]');
      expect(ended.until).toBe(present.from);
      expect(present.from > since && present.from < until).toBe(true);
      expect(present.until).toBeNull();
      expect(entries.at(-1)?.row).toMatchObject({ organ: present.organ, post: present.post });
    }
  });

  test('are managed by the party committee of their place, leaders of a place by the one above', () => {
    const divisionOf = (id: string) => institutions.withId(id).division;
    const managed = officials.map(
      ({ entries: [{ place, row }] }) => divisionOf(row.managing_party_id) === place.division,
    );
    expect(managed).toContain(true);
    expect(managed).toContain(false);
    const leader = today.find(({ name }) => name === '欧阳谷雨');
    expect(institutions.withId(leader?.managing_party_id ?? '').name).toBe('中共呼和浩特市委员会');
  });

  test('serve in institutions of ours where those stand in the directory, and report to somebody above', () => {
    const vicePresident = today.find(({ name }) => name === '司徒寒露');
    expect(vicePresident?.institution_id).toBe(institutions.at('court:内0105').id);
    expect(today.filter(({ institution_id }) => institution_id !== null).length).toBeGreaterThan(10);
    const reporting = officials.filter(({ entries: [{ row }] }) => row.reports_to_id !== null);
    expect(reporting.length).toBeGreaterThan(5);
    for (const { id, entries } of reporting) expect(entries[0].row.reports_to_id).not.toBe(id);
  });
});
