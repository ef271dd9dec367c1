import { describe, expect, it } from 'vitest';
import { integrityColumns, performanceColumns } from '../../../server/feeds/columns.ts';
import { csvHead, csvLines, spreadsheetText } from '../../../server/feeds/csv.ts';
import { integrityRow, performanceRow } from './rows.ts';

describe('text cells of CSV', () => {
  it.each([
    ['a formula', '=1+1'],
    ['a formula behind a blank', ' =1+1'],
    ['a formula behind a zero-width blank', '\u200b=1+1'],
    ['a call by plus', '+SUM(A1)'],
    ['a call by minus', '-2+3+cmd|" /C calc"!A0'],
    ['a call by at', '@SUM(1)'],
    ['a full-width formula', '＝1+1'],
    ['a full-width at', '＠SUM'],
    ['a leading tab', '\t=1'],
    ['a leading tab before words', '\t词'],
    ['a leading carriage return', '\r=1'],
    ['a leading line feed', '\n=1'],
    ['a code with leading zeros', '00123'],
    ['a long number', '123456789012345678'],
    ['a number in exponent form', '12e5'],
    ['a percentage', '45%'],
    ['what looks like a date', '2026-3'],
    ['what looks like a day of the month', '3/4'],
    ['what looks like a time', '12:30'],
  ])('%s begins with an apostrophe', (_, text) => expect(spreadsheetText(text)).toBe(`'${text}`));

  it.each([
    ['words', '白某某'],
    ['an em dash', '—'],
    ['a sign inside', '打听案件=违规'],
    ['an identifier', '0199d5a0-0000-7000-8000-000000000001'],
    ['a year in words', '2026年'],
    ['nothing', ''],
  ])('%s stays as it is', (_, text) => expect(spreadsheetText(text)).toBe(text));
});

describe('a feed as CSV', () => {
  it('begins with the byte order mark and Chinese headings', () => {
    const head = csvHead(performanceColumns);
    expect(Buffer.from(head).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(head).toMatch(/^\ufeff年度,姓名,所在单位,职务,/);
    expect(head).toContain(',认定：违法干预,');
    expect(head).toContain(',典型案例情形：通过单位负责人施压,');
    expect(head).toMatch(/,干部标识\r\n$/);
  });

  it('has as many cells in a line as headings, and ends each line with CRLF', () => {
    const lines = csvLines(performanceColumns, [performanceRow(), performanceRow({ name: '王某' })]);
    const [first, second, rest] = lines.split('\r\n');
    expect(first?.split(',')).toHaveLength(performanceColumns.length);
    expect(second?.split(',')[1]).toBe('王某');
    expect(rest).toBe('');
  });

  it('writes counts as bare numbers', () => {
    const cells = csvLines(performanceColumns, [performanceRow()]).trimEnd().split(',');
    const heads = csvHead(performanceColumns).slice(1).trimEnd().split(',');
    expect(cells[heads.indexOf('年度')]).toBe('2026');
    expect(cells[heads.indexOf('行为情形：请托说情')]).toBe('1');
    expect(cells[heads.indexOf('处理结果：政务处分')]).toBe('0');
  });

  it('neutralises what a leader wrote and quotes commas, quotes and line breaks', () => {
    const row = integrityRow({ statement: '=HYPERLINK("http://example.invalid","点击")\r\n第二行' });
    const line = csvLines(integrityColumns('Asia/Shanghai'), [row]);
    expect(line).toContain(`"'=HYPERLINK(""http://example.invalid"",""点击"")\r\n第二行"`);
  });

  it('shows times by the clock of the zone', () => {
    const shanghai = csvLines(integrityColumns('Asia/Shanghai'), [integrityRow()]);
    expect(shanghai).toContain(',2027-01-01 00:05,');
  });

  it('writes nothing for no rows', () => expect(csvLines(performanceColumns, [])).toBe(''));
});

describe('the comparison of self-check and releases', () => {
  const columns = integrityColumns('Asia/Shanghai');
  const hint = columns.find(({ heading }) => heading === '核对提示');

  it.each([
    ['released, not handed in', { selfCheckSubmittedAt: null, releasedMatters: 1 }, '有通报事项，未提交对照检查'],
    ['not handed in', { selfCheckSubmittedAt: null, releasedMatters: 0 }, '未提交对照检查'],
    ['released, answered with 无', { releasedMatters: 2, declared: 0 }, '有通报事项，对照检查填报为“无”'],
    ['declared, nothing released', { releasedMatters: 0, declared: 2 }, '对照检查有填报，无通报事项'],
    ['declared and released', { releasedMatters: 1, declared: 1 }, ''],
    ['neither', { releasedMatters: 0, declared: 0 }, ''],
  ])('%s', (_, changes, words) => expect(hint?.of(integrityRow(changes))).toBe(words));
});
