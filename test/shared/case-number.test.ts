import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caseTypes } from '../../shared/case-number/types.ts';
import {
  CaseNumberError,
  canonicalCaseNumber,
  caseNumberKey,
  caseNumbersEqual,
  findCaseNumbers,
  parseCaseNumber,
} from '../../shared/case-number.ts';
import { courtNameByCode } from '../../shared/court/courts.ts';

/** The rows of a fixture, without its heading. */
function rows(name: string): string[][] {
  const text = readFileSync(new URL(`../fixtures/case-numbers/${name}.tsv`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
}

const canonicals = (text: string) => findCaseNumbers(text).map(({ canonical }) => canonical);

describe('numbers as people wrote them in questions and documents', () => {
  const samples = rows('samples');

  test('are 418', () => expect(samples).toHaveLength(418));

  test.each(samples)('%s → %s', (written, canonical, court, courtKnown, special, type, typeKnown, serial) => {
    const found = findCaseNumbers(`案号：${written}，`, { courtName: courtNameByCode });
    if (canonical === '-') {
      expect(found).toEqual([]);
      return;
    }
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      raw: written,
      canonical,
      kind: 'court',
      year: Number(canonical?.slice(1, 5)),
      courtCode: court,
      courtKnown: courtKnown === 'known',
      typeCode: type,
      typeKnown: typeKnown === 'known',
      serial,
      start: 3,
      end: 3 + (written?.length ?? 0),
    });
    expect(found[0]?.trialCode ?? '').toBe(special);
  });
});

describe('the forms a number takes', () => {
  test.each(rows('written-forms'))('%s is %s %s', (written, kind, canonical, code, special, type, serial, suffix) => {
    const number = parseCaseNumber(written ?? '');
    expect({ ...number, raw: written }).toEqual(number);
    expect(number).toMatchObject({ kind, canonical, typeCode: type, serial });
    expect([number.courtCode ?? number.organCode ?? '', number.trialCode ?? '', number.suffix ?? '']).toEqual([
      code,
      special,
      suffix ?? '',
    ]);
    expect(canonicalCaseNumber(number.canonical), 'canonical is a form that stays').toBe(number.canonical);
  });

  test('a line break and the indentation of markup may stand anywhere but in place of a word', () => {
    expect(canonicals('（2020）\n          内0105\n          民初1513\r\n号')).toEqual(['（2020）内0105民初1513号']);
    expect(canonicals('（2020）内0105民初15\n13号')).toEqual(['（2020）内0105民初1513号']);
  });

  test('figures of two table cells are not joined', () => {
    expect(canonicals('（2020）内0105民初1\t23号')).toEqual([]);
    expect(canonicals('（2020）内0105民初1\n\n\n23号')).toEqual([]);
  });
});

describe('type codes', () => {
  test('are the 131 of the standard', () => expect(caseTypes.size).toBe(131));

  test.each([...caseTypes])('%s is read behind every kind of court', (type) => {
    for (const court of ['最高法', '内', '内01', '内0105']) {
      expect(findCaseNumbers(`（2020）${court}${type}12号`)).toMatchObject([
        { kind: 'court', courtCode: court, typeCode: type, typeKnown: true, serial: '12' },
      ]);
    }
  });

  test('an unknown one is marked, and nothing is said of it in older forms', () => {
    const found = findCaseNumbers('（2025）内0199破新2号，（2014）呼刑终字第56号');
    expect(found.map(({ typeKnown }) => typeKnown)).toEqual([false, undefined]);
  });
});

describe('what only looks like a case number', () => {
  test.each(rows('look-alikes'))('%s: %s', (text) => {
    expect(findCaseNumbers(text ?? '')).toEqual([]);
    expect(findCaseNumbers(`另查明，${text}。`)).toEqual([]);
  });
});

describe('numbers within a text', () => {
  test('each is told with its place', () => {
    const text = '原审（2019）内01民终12号、(2018)内0105民初34号；法释〔2015〕5号。【2020】内民申5号';
    const found = findCaseNumbers(text);
    expect(found.map(({ canonical }) => canonical)).toEqual([
      '（2019）内01民终12号',
      '（2018）内0105民初34号',
      '（2020）内民申5号',
    ]);
    for (const { raw, start, end } of found) expect(text.slice(start, end)).toBe(raw);
  });

  test.each([
    ['side by side', '（2020）内0105民初1号（2020）内0105民初2号', ['（2020）内0105民初1号', '（2020）内0105民初2号']],
    ['brackets round them', '（案号：（2020）内0105民初1号）', ['（2020）内0105民初1号']],
    ['a year before the number', '(2019)（2020）内0105民初1号', ['（2020）内0105民初1号']],
    [
      'a list',
      '（2020）内民终1128号、1129号和1130号',
      ['（2020）内民终1128号', '（2020）内民终1129号', '（2020）内民终1130号'],
    ],
    [
      'a list closed once',
      '（2021）粤0111民初30063、30062号',
      ['（2021）粤0111民初30063号', '（2021）粤0111民初30062号'],
    ],
    ['an old list', '（2012）曲中法执字第66号、第106号', ['（2012）曲中法执字第66号', '（2012）曲中法执字第106号']],
    ['a range tells its ends', '（2020）川01民初575-597号', ['（2020）川01民初575号', '（2020）川01民初597号']],
    ['a house number is no case', '（2020）内0105民初1号、2号楼', ['（2020）内0105民初1号']],
    [
      'a place does not reach into the number before it',
      '（2020）内0105民初1号之一检刑诉〔2020〕2号',
      ['（2020）内0105民初1号'],
    ],
    ['a date after it', '（2020）内0105民初1号、2020年5月1日', ['（2020）内0105民初1号']],
    ['a list that no 号 closes', '（2020）内0105民初1号、2、3', ['（2020）内0105民初1号']],
  ])('%s', (_, text, expected) => expect(canonicals(text)).toEqual(expected));

  test('the later numbers of a list show the part that is written', () => {
    const text = '见（2012）曲中法执字第66号、第106号案件';
    expect(findCaseNumbers(text).map(({ raw, start, end }) => [raw, text.slice(start, end)])).toEqual([
      ['（2012）曲中法执字第66号', '（2012）曲中法执字第66号'],
      ['第106号', '第106号'],
    ]);
  });

  test.each([
    ['闻喜县人民检察院以闻检公诉刑诉（2016）12号起诉书指控', '闻检公诉刑诉〔2016〕12号'],
    ['向本院移送起诉书渝巴检刑诉〔2016〕585号', '渝巴检刑诉〔2016〕585号'],
    ['公诉机关内蒙古自治区人民检察院\n内检一部刑诉〔2023〕2号', '内检一部刑诉〔2023〕2号'],
    ['承办人 张三 新检一部刑诉〔2019〕60号', '新检一部刑诉〔2019〕60号'],
    ['京 海检刑诉〔2020〕Z12号', '京海检刑诉〔2020〕Z12号'],
    ['案由盗窃 赛检刑诉〔2020〕12号', '赛检刑诉〔2020〕12号'],
    ['本案呼公(刑)立字〔2024〕123号立案侦查', '呼公（刑）立字〔2024〕123号'],
    ['立案决定书文号：呼公(刑)立字〔2024〕123号', '呼公（刑）立字〔2024〕123号'],
    ['（见呼公(刑)立字〔2024〕123号）', '呼公（刑）立字〔2024〕123号'],
  ])('a place before the organ is told from the words before it: %s', (text, expected) => {
    expect(canonicals(text)).toEqual([expected]);
  });

  test('where the place begins cannot be told, there is no number', () => {
    expect(canonicals('被告人赵某某涉嫌盗窃赛检刑诉〔2020〕12号')).toEqual([]);
  });
});

describe('the court table', () => {
  const written = '（2020）内0105民初1号、（2020）皖1234民终9030号、（2012）穗云法民四初字第968号';

  test('names courts and marks unknown ones where it is handed in', () => {
    const found = findCaseNumbers(written, { courtName: courtNameByCode });
    expect(found.map(({ courtName, courtKnown }) => [courtName, courtKnown])).toEqual([
      ['呼和浩特市赛罕区人民法院', true],
      [undefined, false],
      [undefined, undefined],
    ]);
  });

  test('nothing is said of courts without it', () => {
    expect(findCaseNumbers(written).map(({ courtKnown }) => courtKnown)).toEqual([undefined, undefined, undefined]);
  });
});

describe('exactly one', () => {
  test('blanks round it are no matter', () => {
    expect(parseCaseNumber('  (2020)内0105民初1513号\n').canonical).toBe('（2020）内0105民初1513号');
  });

  test.each([
    ['none', ''],
    ['none', '法释〔2015〕5号'],
    ['several', '（2020）内0105民初1号、2号'],
    ['several', '（2020）内0105民初1号（2020）内0105民初1号'],
    ['surrounded', '案号：（2020）内0105民初1号'],
    ['surrounded', '（2020）内0105民初1号民事判决书'],
  ])('%s: %j is refused in two languages', (reason, text) => {
    const refusal = (() => {
      try {
        return parseCaseNumber(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(CaseNumberError);
    expect(refusal).toMatchObject({
      reason,
      zh: expect.stringMatching(/[\u4e00-\u9fff]/),
      en: expect.stringMatching(/case number/),
    });
    expect(canonicalCaseNumber(text)).toBeUndefined();
  });
});

describe('the same case', () => {
  test.each([
    ['(2020)内0105民初1513号', '【２０２０】内 0105 民初1513号', true],
    ['（2024）津0225民初00001号', '(2024)津0225民初1号', true],
    ['（2020）内0105民初1号之一', '（2020）内0105民初1号之二', true],
    ['京海检刑诉〔2020〕Z012号', '京海检刑诉[2020]Z12号', true],
    ['京海检刑诉〔2020〕Z12号', '京海检刑诉〔2020〕12号', false],
    ['（2020）内0105民初1号', '（2020）内0105民初10号', false],
    ['（2020）内0105民初1号', '（2021）内0105民初1号', false],
    ['内0105民初1号', '内0105民初1号', false],
  ])('%s and %s: %s', (one, other, same) => expect(caseNumbersEqual(one, other)).toBe(same));

  test('has one key', () => {
    expect(caseNumberKey(parseCaseNumber('(2024)津0225民初00001号'))).toBe('（2024）津0225民初1号');
  });
});
