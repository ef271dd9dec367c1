import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Official } from '../../../shared/directory/official.ts';
import { institutions, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.platform.committer.submit(async (work) => {
    for (const [number, [name, pinyin, initials, organ, post, retired]] of entries.entries()) {
      await work.append({
        institutionId: institutions.party.id,
        subjectKind: 'official',
        subjectId: `40000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
        type: 'registered',
        actorId: null,
        body: {
          name,
          pinyin,
          initials,
          organ_kind: 'government',
          organ,
          post,
          rank: '副处级',
          retired,
          institution_id: null,
          managing_party_id: institutions.party.id,
          reports_to_id: null,
          posts: '[]',
        },
      });
    }
  });
});
afterAll(() => world.close());

const entries = [
  ['巴图', 'batu', 'bt', '演示旗人民政府', '旗长', 0],
  ['巴特尔', 'bateer', 'bte', '演示旗水利局', '局长', 0],
  ['巴图', 'batu', 'bt', '演示旗林业局', '局长', 1],
  ['王小明', 'wangxiaoming', 'wxm', '演示旗财政局', '副局长', 0],
  ['王_明', 'wang_ming', 'w_m', '演示旗100%国资公司', '董事长', 0],
] as const;

async function found(q: string, limit = ''): Promise<string[]> {
  const answer = await world.ask('judge', 'GET', `/api/directory/officials?q=${encodeURIComponent(q)}${limit}`);
  expect(answer.status).toBe(200);
  const { items }: { items: Official[] } = await answer.json();
  return items.map(({ name, organ }) => `${name} ${organ.slice(3)}`);
}

describe('officials are found', () => {
  test.each<[string, string, string[]]>([
    ['by name, those in service first', '巴图', ['巴图 人民政府', '巴图 林业局']],
    ['by the beginning of a name', '巴', ['巴特尔 水利局', '巴图 人民政府', '巴图 林业局']],
    ['by a later part of the name', '小明', ['王小明 财政局']],
    ['by pinyin', 'batu', ['巴图 人民政府', '巴图 林业局']],
    ['by pinyin with blanks', 'wang xiao ming', ['王小明 财政局']],
    ['by pinyin in capitals', 'WangXiao', ['王小明 财政局']],
    ['by initials', 'wxm', ['王小明 财政局']],
    ['by several words', '局长 巴', ['巴特尔 水利局', '巴图 林业局']],
    ['by name and organ', '巴图 林业', ['巴图 林业局']],
    ['not by the middle of the pinyin', 'xiaoming', []],
    ['not where one of the words is wrong', '巴图 水利', []],
    ['with % as it is written', '100%', ['王_明 100%国资公司']],
    ['with % as nothing else', '1%0', []],
    ['with _ as it is written', '王_', ['王_明 100%国资公司']],
    ['with a backslash as nothing else', '\\', []],
    ['with a quotation mark as nothing else', "' OR '1'='1", []],
  ])('%s', async (_, q, names) => {
    expect(await found(q)).toEqual(names);
  });

  test('as many as asked for, ten where nothing is said', async () => {
    expect((await found('', '&limit=3')).length).toBe(3);
    expect((await found('')).length).toBe(9);
    for (const limit of ['0', '51', 'x']) {
      const answer = await world.ask('judge', 'GET', `/api/directory/officials?q=&limit=${limit}`);
      expect([limit, answer.status]).toEqual([limit, 400]);
    }
  });

  test('with what a form needs, and no more', async () => {
    const { items } = await (await world.ask('judge', 'GET', '/api/directory/officials?q=wxm')).json();
    expect(items).toEqual([
      {
        id: '40000000-0000-4000-8000-000000000003',
        name: '王小明',
        organKind: 'government',
        organ: '演示旗财政局',
        post: '副局长',
        rank: '副处级',
        retired: false,
      },
    ]);
  });
});
