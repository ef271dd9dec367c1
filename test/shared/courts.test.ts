import { describe, expect, test } from 'vitest';
import { courtByCode, courtNameByCode, courts, superiorCourt } from '../../shared/court/courts.ts';

/** Intermediate courts of Inner Mongolia and how many basic courts the list has under each. */
const innerMongolia = {
  内01: 9,
  内02: 10,
  内03: 3,
  内04: 12,
  内05: 8,
  内06: 9,
  内07: 13,
  内08: 7,
  内09: 11,
  内22: 6,
  内25: 12,
  内29: 3,
  内71: 4,
};

describe('the court table', () => {
  test('holds 3,582 courts, no code twice, every name a court', () => {
    expect(courts).toHaveLength(3582);
    expect(new Set(courts.map(({ code }) => code)).size).toBe(3582);
    expect(courts.filter(({ code }) => !/^(最高法|[\u4e00-\u9fff](\d\d|\d{4})?)$/.test(code))).toEqual([]);
    expect(courts.filter(({ name }) => !/^[\u4e00-\u9fff（）]{5,}院$/.test(name))).toEqual([]);
  });

  test('knows the 121 courts of Inner Mongolia', () => {
    const listed = courts.filter(({ code }) => code.startsWith('内'));
    expect(listed).toHaveLength(121);
    expect(listed.every(({ code, name }) => courtNameByCode(code) === name)).toBe(true);
    const below = Object.fromEntries(
      listed
        .filter(({ level }) => level === 'intermediate')
        .map(({ code }) => [code, listed.filter((court) => superiorCourt(court)?.code === code).length]),
    );
    expect(below).toEqual(innerMongolia);
  });

  test.each([
    ['最高法', '最高人民法院', 'supreme', undefined],
    ['内', '内蒙古自治区高级人民法院', 'high', '最高法'],
    ['内01', '内蒙古自治区呼和浩特市中级人民法院', 'intermediate', '内'],
    ['内0105', '呼和浩特市赛罕区人民法院', 'basic', '内01'],
    ['内0722', '莫力达瓦达斡尔族自治旗人民法院', 'basic', '内07'],
    ['内71', '呼和浩特铁路运输中级法院', 'intermediate', '内'],
    ['内7104', '通辽铁路运输法院', 'basic', '内71'],
    ['京73', '北京知识产权法院', 'intermediate', '京'],
    ['京0105', '北京市朝阳区人民法院', 'basic', undefined],
    ['京7101', '北京铁路运输法院', 'basic', '京71'],
    ['粤0404', '珠海市金湾区人民法院', 'basic', '粤04'],
    ['兵', '新疆维吾尔自治区高级人民法院生产建设兵团分院', 'high', '最高法'],
    ['军0504', '中国人民解放军北京军区内蒙古军事法院', 'basic', '军05'],
    ['琼9001', '五指山市人民法院', 'basic', undefined],
  ])('%s is %s', (code, name, level, superior) => {
    const court = courtByCode(code);
    expect(court).toEqual({ code, name, level });
    expect(court && superiorCourt(court)?.code).toBe(superior);
  });

  test('knows courts that were founded or recoded since the list, beside it', () => {
    expect(courtNameByCode('内0603')).toBe('鄂尔多斯市康巴什区人民法院');
    expect(courtNameByCode('京0119')).toBe('北京市延庆区人民法院');
    expect(courts.some(({ code }) => code === '内0603')).toBe(false);
  });

  test.each(['内9999', '粤粤03', '', '内01051', 'constructor'])('does not know %j', (code) => {
    expect(courtByCode(code)).toBeUndefined();
  });
});
