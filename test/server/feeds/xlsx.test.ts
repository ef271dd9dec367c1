import { describe, expect, it } from 'vitest';
import { integrityTables, performanceTables } from '../../../server/feeds/tables.ts';
import { xlsxOf } from '../../../server/feeds/xlsx.ts';
import { textOf, unzip } from '../unzip.ts';
import { integrityRow, performanceRow, quietRow } from './rows.ts';

const edition = { year: 2026, version: 42, zone: 'Asia/Shanghai' };

/** What a cell shows and how it is kept: t="s" is text, no t is a number. */
interface Cell {
  text: string;
  kind: 'text' | 'number';
}

async function workbook(file: Promise<Buffer>) {
  const entries = unzip(await file);
  const strings = [...(entries['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    textOf(si ?? ''),
  );
  const names = [...(entries['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
  const sheet = (number: number) => {
    const xml = entries[`xl/worksheets/sheet${number}.xml`] ?? '';
    const cells = new Map<string, Cell>();
    for (const [, address, attributes, value] of xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)><v>(.*?)<\/v>/g)) {
      const text = attributes?.includes('t="s"');
      cells.set(address ?? '', {
        text: text ? (strings[Number(value)] ?? '') : (value ?? ''),
        kind: text ? 'text' : 'number',
      });
    }
    return { xml, cells };
  };
  return { entries, names, sheet };
}

describe('the workbook of the performance evaluation', () => {
  const rows = [performanceRow({ name: '=cmd()', post: '00123' }), quietRow({ name: '王某' })];
  const made = workbook(xlsxOf(performanceTables(edition, rows)));

  it('has the rows, the matters behind them and the notes', async () => {
    expect((await made).names).toEqual(['政绩考核', '通报事项明细', '说明']);
  });

  it('groups the headings, freezes them with the name, and filters below them', async () => {
    const { xml, cells } = (await made).sheet(1);
    expect(cells.get('J1')?.text).toBe('认定');
    expect(cells.get('J2')?.text).toBe('违法干预');
    expect(cells.get('O1')?.text).toBe('行为情形');
    expect(cells.get('O2')?.text).toBe('请托说情');
    expect(xml).toMatch(/<pane ySplit="2" xSplit="2" topLeftCell="C3"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A2:AH4"/>');
    expect(xml.indexOf('</sheetData>')).toBeLessThan(xml.indexOf('<autoFilter'));
    expect(xml.indexOf('<autoFilter')).toBeLessThan(xml.indexOf('<mergeCells'));
  });

  it('keeps text as text, formulas and leading zeros too, and numbers as numbers', async () => {
    const { entries, sheet } = await made;
    const { xml, cells } = sheet(1);
    expect(cells.get('B3')).toEqual({ text: '=cmd()', kind: 'text' });
    expect(cells.get('D3')).toEqual({ text: '00123', kind: 'text' });
    expect(cells.get('A3')).toEqual({ text: '2026', kind: 'number' });
    expect(cells.get('I3')).toEqual({ text: '1', kind: 'number' });
    expect(cells.get('I4')).toEqual({ text: '0', kind: 'number' });
    expect(xml).not.toContain('<f>');
    expect(entries['xl/styles.xml']).toContain('formatCode="@"');
  });

  it('prints on pages one sheet wide, headings on each', async () => {
    const { entries, sheet } = await made;
    expect(sheet(1).xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet(1).xml).toMatch(/<pageSetup[^>]*fitToHeight="0"/);
    expect(entries['xl/workbook.xml']).toContain('政绩考核&apos;!$1:$2');
  });

  it('lists each released matter on a line of its own, its day as a date', async () => {
    const { cells } = (await made).sheet(2);
    expect(cells.get('E2')).toEqual({ text: '46086', kind: 'number' });
    expect(cells.get('H2')?.text).toBe('请托说情、要求私下会见');
    expect(cells.has('A3')).toBe(false);
  });

  it('says in the notes which version it is and what is not in it', async () => {
    const said = [...(await made).sheet(3).cells.values()].map(({ text }) => text);
    expect(said).toContain('第42版。数据有变动时版本递增，相同版本的内容相同。');
    expect(said).toContain('本表不含记录人、记录机关、案件、诉讼环节和行为发生时间。');
  });

  it('makes columns wide enough for Chinese', async () => {
    const widths = [...(await made).sheet(1).xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    // 示范旗交通运输局: eight characters, two digits wide each.
    expect(widths[2]).toBeGreaterThanOrEqual(16);
  });
});

describe('the workbook of the integrity review', () => {
  const made = workbook(
    xlsxOf(integrityTables(edition, [integrityRow(), integrityRow({ selfCheckSubmittedAt: null, answers: [] })])),
  );

  it('adds the items answered with 有', async () => {
    const { names, sheet } = await made;
    expect(names).toEqual(['述廉评议', '通报事项明细', '对照检查明细', '说明']);
    const { cells } = sheet(3);
    expect(cells.get('E2')?.text).toBe('第八条');
    expect(cells.get('F2')?.text).toBe('授意纵容身边人说情');
    expect(cells.get('G2')?.text).toBe('身边工作人员');
    expect(cells.has('A3')).toBe(false);
  });

  it('keeps the time of submission as a date of the wall clock, and leaves it blank where there is none', async () => {
    const { cells } = (await made).sheet(1);
    expect(Number(cells.get('I2')?.text)).toBeCloseTo(46388 + 5 / 1440, 5);
    expect(cells.get('I3')?.text ?? '').toBe('');
  });
});
