import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Directory } from '../../../server/directory/directory.ts';
import { openOfficials } from '../../../server/directory/stored-officials.ts';
import { UnsealError } from '../../../server/sealing/aead.ts';
import type { OfficialRow } from '../../../server/store/schema.ts';
import { institutions, officials, openWorld, type World } from '../support/world.ts';

let world: World;
/** The SQL that the store has run. */
let queries: string[];
/** Ids of the rows that the directory has opened. */
let opened: string[];
let directory: Directory;

beforeEach(async () => {
  queries = [];
  opened = [];
  world = await openWorld({ log: ({ query }) => queries.push(query.sql) });
  directory = new Directory(world.platform.db, (db, stored) => {
    opened.push(...stored.map(({ id }) => id));
    return openOfficials(db, stored);
  });
});
afterEach(() => world.close());

const idOf = (number: number) => `40000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Registers officials or changes them, each in an event of its own. */
const enter = (entries: readonly (Partial<OfficialRow> & { id: string })[]) =>
  world.platform.committer.submit(async (work) => {
    for (const { id, ...changes } of entries) {
      await work.append({
        institutionId: institutions.party.id,
        subjectKind: 'official',
        subjectId: id,
        type: 'registered',
        actorId: null,
        body: {
          name: '示某',
          pinyin: 'shimou',
          initials: 'sm',
          organ_kind: 'government',
          organ: '示范旗人民政府',
          post: '主任',
          rank: '正科级',
          retired: 0,
          institution_id: null,
          managing_party_id: institutions.party.id,
          reports_to_id: null,
          posts: '[]',
          ...changes,
        },
      });
    }
  });

const namesIn = async (order: 'pinyin' | 'organ') => (await directory.inOrder(order)).map(({ row }) => row.name);

describe('the directory is as fresh as the store', () => {
  test('it is read when first asked, and only what changed afterwards', async () => {
    expect(opened).toEqual([]);
    await directory.search('', 1);
    expect(opened.sort()).toEqual(Object.values(officials).map(({ id }) => id));
    opened = [];
    await enter([{ id: idOf(1) }, { id: idOf(2) }]);
    await directory.byId(idOf(1));
    expect(opened).toEqual([idOf(1), idOf(2)]);
  });

  test('where nothing changed, one look at the version is all', async () => {
    await directory.search('y', 10);
    queries = [];
    await directory.search('ym', 10);
    expect(queries).toEqual(['select max("version") as "version" from "feed_change" where "year" = ?']);
  });

  test('who changed is found under the new words alone, and in the new place', async () => {
    await enter([
      { id: idOf(1), name: '甲', pinyin: 'a', organ: '丙局' },
      { id: idOf(2), name: '乙', pinyin: 'b', organ: '乙局' },
    ]);
    expect([await namesIn('pinyin'), await namesIn('organ')]).toMatchObject([
      { 0: '甲', 1: '乙' },
      { 0: '甲', 1: '乙' },
    ]);
    await enter([{ id: idOf(1), name: '丁', pinyin: 'zz', organ: '龙局' }]);
    expect([(await namesIn('pinyin')).at(-1), (await namesIn('organ')).at(-1)]).toEqual(['丁', '丁']);
    expect(await namesIn('pinyin')).toHaveLength(2 + Object.keys(officials).length);
    expect(await directory.search('甲', 9)).toEqual([await directory.byId(officials.mayor.id)]);
    expect((await directory.search('龙局', 9)).map(({ id }) => id)).toEqual([idOf(1)]);
  });

  test('another server on the same store sees what this one writes', async () => {
    const other = new Directory(world.platform.db);
    await other.refresh();
    await enter([{ id: idOf(1), name: '新来' }]);
    expect((await other.byId(idOf(1)))?.name).toBe('新来');
  });

  test('many who ask at once have it read once', async () => {
    await Promise.all([directory.search('y', 1), directory.byId('x'), directory.byIds([]), directory.inOrder('organ')]);
    expect(opened).toHaveLength(Object.keys(officials).length);
  });

  test('more officials than are read in one go are all there', async () => {
    await enter(Array.from({ length: 2001 }, (_, number) => ({ id: idOf(number) })));
    expect(await directory.inOrder('pinyin')).toHaveLength(2001 + Object.keys(officials).length);
    expect(opened).toHaveLength(2001 + Object.keys(officials).length);
  });

  test('a row that was altered in the store fails whoever asks, until it is mended', async () => {
    const { db } = world.platform;
    const { id, name } = officials.mayor;
    const { sealed } = await db.selectFrom('official').select('sealed').where('id', '=', id).executeTakeFirstOrThrow();
    const put = (text: string) => db.updateTable('official').set({ sealed: text }).where('id', '=', id).execute();
    await put(`${sealed.slice(0, -4)}AAAA`);
    await expect(directory.byId(officials.deputy.id)).rejects.toThrow(UnsealError);
    await put(sealed);
    expect((await directory.byId(id))?.name).toBe(name);
  });

  test('a repair that takes somebody away takes them away here', async () => {
    await enter([{ id: idOf(1) }]);
    expect(await directory.byId(idOf(1))).not.toBeNull();
    const { db } = world.platform;
    await db.deleteFrom('official').where('id', '=', idOf(1)).execute();
    await db.deleteFrom('feed_change').where('official_id', '=', idOf(1)).execute();
    expect(await directory.byId(idOf(1))).toBeNull();
    expect(await directory.inOrder('pinyin')).toHaveLength(Object.keys(officials).length);
  });
});

describe('what is handed out', () => {
  test('cannot be changed', async () => {
    const [row] = (await directory.byIds([officials.mayor.id])) as [OfficialRow];
    expect(() => {
      row.name = '他人';
    }).toThrow(TypeError);
  });

  test('by ids: in their order, without those unknown', async () => {
    const named = await directory.byIds([officials.deputy.id, 'nobody', officials.mayor.id]);
    expect(named.map(({ name }: OfficialRow) => name)).toEqual([officials.deputy.name, officials.mayor.name]);
    expect(await directory.byId('nobody')).toBeNull();
  });

  test('a list stays as it is when the directory changes', async () => {
    const list = await directory.inOrder('pinyin');
    await enter([{ id: idOf(1) }]);
    expect(await directory.inOrder('pinyin')).toHaveLength(list.length + 1);
    expect(list).toHaveLength(Object.keys(officials).length);
  });

  test('is in the order of the bytes of UTF-8, also beyond the first plane', async () => {
    const organs = ['龙局', '𠮷林局', 'Ａ局', '一局', 'Z', '𠮷', ''];
    await enter(organs.map((organ, number) => ({ id: idOf(number), organ })));
    const found = (await directory.inOrder('organ')).map(({ row }) => row.organ);
    expect(found).toEqual([...found].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))));
    expect(found.filter((organ) => organs.includes(organ))).toEqual(['', 'Z', '一局', '龙局', 'Ａ局', '𠮷', '𠮷林局']);
  });
});
