import { describe, expect, test } from 'vitest';
import { type InstitutionKey, Institutions } from '../../../server/demonstration/institutions.ts';
import { Seed } from '../../../server/demonstration/seed.ts';

const institutions = new Institutions(new Seed('test'), ['http://127.0.0.1/*']);
const nameOf = (id: string | null) => (id === null ? null : institutions.withId(id).name);

describe('the institutions', () => {
  test('are every court of the region and the organs of every place', () => {
    const count = (kind: string) => institutions.all.filter((row) => row.kind === kind).length;
    expect(count('court')).toBe(121);
    for (const kind of ['party', 'committee', 'discipline', 'hr']) expect(count(kind)).toBe(114);
    expect(count('procuratorate')).toBe(3);
    expect(count('public-security')).toBe(3);
    expect(new Set(institutions.all.map(({ id }) => id)).size).toBe(institutions.all.length);
  });

  test('are registered each behind its superior, and lead up to the region', () => {
    const seen = new Set<string>();
    for (const row of institutions.all) {
      if (row.superior_id === null) expect(row.level).toBe('region');
      else expect(seen).toContain(row.superior_id);
      seen.add(row.id);
    }
  });

  test('know their committee, where they are judicial organs, and their party committee, where they are not one', () => {
    for (const row of institutions.all) {
      const judicial = ['court', 'procuratorate', 'public-security'].includes(row.kind);
      expect(row.committee_id !== null).toBe(judicial);
      expect(row.party_id !== null).toBe(row.kind !== 'party');
      expect(JSON.parse(row.case_system_origins)).toEqual(judicial ? ['http://127.0.0.1/*'] : []);
    }
  });

  test.each<[InstitutionKey, string, string | null, string | null]>([
    ['court:内', '内蒙古自治区高级人民法院', null, '中共内蒙古自治区委员会政法委员会'],
    ['court:内01', '内蒙古自治区呼和浩特市中级人民法院', '内蒙古自治区高级人民法院', '中共呼和浩特市委政法委员会'],
    [
      'court:内0105',
      '呼和浩特市赛罕区人民法院',
      '内蒙古自治区呼和浩特市中级人民法院',
      '中共呼和浩特市赛罕区委政法委员会',
    ],
    ['court:内0121', '土默特左旗人民法院', '内蒙古自治区呼和浩特市中级人民法院', '中共土默特左旗委政法委员会'],
    ['court:内22', '内蒙古自治区兴安盟中级人民法院', '内蒙古自治区高级人民法院', '中共兴安盟委政法委员会'],
    ['court:内2202', '阿尔山市人民法院', '内蒙古自治区兴安盟中级人民法院', '中共阿尔山市委政法委员会'],
    ['court:内0291', '包头稀土高新技术产业开发区人民法院', '内蒙古自治区包头市中级人民法院', '中共包头市委政法委员会'],
    ['court:内71', '呼和浩特铁路运输中级法院', '内蒙古自治区高级人民法院', '中共内蒙古自治区委员会政法委员会'],
    ['court:内7103', '海拉尔铁路运输法院', '呼和浩特铁路运输中级法院', '中共内蒙古自治区委员会政法委员会'],
    ['procuratorate:150105', '呼和浩特市赛罕区人民检察院', '呼和浩特市人民检察院', '中共呼和浩特市赛罕区委政法委员会'],
    ['public-security:150105', '呼和浩特市公安局赛罕区分局', '呼和浩特市公安局', '中共呼和浩特市赛罕区委政法委员会'],
    ['committee:150722', '中共莫力达瓦达斡尔族自治旗委政法委员会', '中共呼伦贝尔市委政法委员会', null],
    ['hr:150105', '中共呼和浩特市赛罕区委组织部', '中共呼和浩特市委组织部', null],
    ['discipline:150000', '中共内蒙古自治区纪律检查委员会', null, null],
  ])('%s is %s', (key, name, superior, committee) => {
    const row = institutions.at(key);
    expect([row.name, nameOf(row.superior_id), nameOf(row.committee_id)]).toEqual([name, superior, committee]);
  });

  test('what does not exist is an error, or null where it is asked for so', () => {
    expect(() => institutions.at('court:京01')).toThrow(RangeError);
    expect(institutions.find('procuratorate:150203')).toBeNull();
  });
});
