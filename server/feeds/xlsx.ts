/** Tables as an XLSX workbook for Excel and WPS: frozen headings, filters, text as text, numbers as numbers, days as days. */
import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import type { ColumnKind, Heading, Table } from './column.ts';
import { printedAndFiltered } from './workbook-markup.ts';

const line = { borderColor: '#c5ced9', borderStyle: 'thin', alignVertical: 'center' } as const;
const indented = { align: 'left', indent: 1 } as const;
const headed = { ...line, fontWeight: 'bold', backgroundColor: '#e6edf5', align: 'center', wrap: true } as const;

/** A day or a moment is written as its own wall clock: a spreadsheet's date knows no zone. */
const clock = (cell: string | number, format: string): CellObject =>
  cell === ''
    ? { value: '', type: String }
    : { value: new Date(`${String(cell).replace(' ', 'T')}Z`), type: Date, format };

const written: Record<ColumnKind, (cell: string | number) => CellObject> = {
  text: (cell) => ({ value: String(cell), type: String, format: '@', wrap: true, ...indented }),
  prose: (cell) => ({ value: String(cell), type: String, format: '@', wrap: true, ...indented }),
  code: (cell) => ({ value: String(cell), type: String, format: '@', fontSize: 8, textColor: '#5b6775', ...indented }),
  // A sign in place of a count, such as <5, stays one.
  count: (cell) =>
    typeof cell === 'number'
      ? { value: cell, type: Number, format: '#,##0;-#,##0;"–"', align: 'center' }
      : { value: cell, type: String, align: 'center' },
  year: (cell) => ({ value: Number(cell), type: Number, format: '0', align: 'center' }),
  day: (cell) => ({ ...clock(cell, 'yyyy"年"m"月"d"日"'), align: 'center' }),
  moment: (cell) => ({ ...clock(cell, 'yyyy"年"m"月"d"日" hh:mm'), align: 'center' }),
};

/** Narrowest and widest column of a kind, in digits; a Chinese character is two wide. */
const widths: Record<ColumnKind, readonly [least: number, most: number]> = {
  text: [8, 28],
  prose: [24, 56],
  code: [36, 36],
  count: [8, 12],
  year: [7, 7],
  day: [15, 15],
  moment: [21, 21],
};

const widthOf = (text: string): number =>
  Math.max(0, ...text.split('\n').map((part) => part.replaceAll(/[^\u0020-\u024f]/g, '××').length));

function columnWidth({ heading, kind }: Heading, cells: readonly (string | number)[]): number {
  const [least, most] = widths[kind];
  const widest = cells.reduce<number>((width, cell) => Math.max(width, widthOf(String(cell))), widthOf(heading));
  return Math.min(most, Math.max(least, widest + 4));
}

/** One row of headings; two where columns share a group, the group above its columns. */
function headingRows(columns: readonly Heading[]): Row[] {
  if (columns.every(({ group }) => !group))
    return [columns.map(({ heading }) => ({ value: heading, ...headed, height: 34 }))];
  const above: Row = columns.map(({ group, heading }, index) => {
    if (!group) return { value: heading, ...headed, rowSpan: 2, height: 24 };
    if (columns[index - 1]?.group === group) return null;
    const columnSpan = columns.filter((column) => column.group === group).length;
    return { value: group, ...headed, columnSpan, height: 24 };
  });
  const below: Row = columns.map(({ group, heading }) => (group ? { value: heading, ...headed, height: 40 } : null));
  return [above, below];
}

/** Height of a row in points: Excel and WPS do not work it out for wrapped text when they open a file. */
function heightOf(columns: readonly Heading[], cells: readonly (string | number)[], across: readonly number[]): number {
  const linesOf = (cell: string | number, at: number) =>
    columns[at]?.kind === 'text' || columns[at]?.kind === 'prose'
      ? String(cell)
          .split('\n')
          .reduce((lines, part) => lines + Math.max(1, Math.ceil(widthOf(part) / ((across[at] ?? 0) - 3))), 0)
      : 1;
  // 409 points are the most that a row can be high.
  return Math.min(409, 7 + 14 * Math.max(...cells.map(linesOf)));
}

function sheetOf({ name, columns, lines }: Table) {
  const headings = headingRows(columns);
  const across = columns.map((column, at) =>
    columnWidth(
      column,
      lines.map((cells) => cells[at] ?? ''),
    ),
  );
  const drawn = lines.map((cells): Row => {
    const height = heightOf(columns, cells, across);
    return columns.map(({ kind }, at) => ({ ...line, ...written[kind](cells[at] ?? ''), height }));
  });
  return {
    extent: {
      name,
      headingRows: headings.length,
      columns: columns.length,
      rows: headings.length + lines.length,
      // A page of notes needs no filter.
      filtered: columns.length > 2,
    },
    sheet: {
      sheet: name,
      data: [...headings, ...drawn],
      columns: across.map((width) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: headings.length,
      stickyColumnsCount: columns.findIndex(({ heading }) => heading === '姓名') + 1,
    },
  };
}

/** The workbook, one sheet for each table. */
export async function xlsxOf(tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map(sheetOf);
  const features = [printedAndFiltered(sheets.map(({ extent }) => extent))];
  return await writeExcelFile(
    sheets.map(({ sheet }) => sheet),
    { fontFamily: 'Microsoft YaHei', fontSize: 10, features },
  ).toBuffer();
}
