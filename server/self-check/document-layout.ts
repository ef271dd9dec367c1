/**
 * The layout of official documents (党政机关公文格式, GB/T 9704-2012): A4, 37 mm above, 35 below, 28 left, 26 right, so
 * that 156 × 225 mm remain for the text; title 小标宋 二号, text 仿宋 三号, first headings 黑体, second 楷体; page numbers
 * 宋体 四号 between dashes, outside on each page.
 */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';

/**
 * Faces by their name in the standard, each with the one that stands in for it on machines that lack it. One only, of 31
 * characters at most: Word does not part the list that ECMA-376 17.8.3.1 allows ([MS-OI29500] 2.1.262).
 */
const faces = {
  小标宋: { name: '方正小标宋简体', instead: '宋体', family: 'roman' },
  仿宋: { name: '仿宋_GB2312', instead: '仿宋', family: 'modern' },
  楷体: { name: '楷体_GB2312', instead: '楷体', family: 'modern' },
  黑体: { name: '黑体', instead: 'SimHei', family: 'swiss' },
  宋体: { name: '宋体', instead: 'SimSun', family: 'roman' },
} as const;

export type Face = keyof typeof faces;

/** Sizes by their Chinese name, in points. */
const points = { 二号: 22, 三号: 16, 四号: 14, 小四: 12 } as const;

export type Size = keyof typeof points;

const twips = (ofPoints: number) => ofPoints * 20;
/** 28 points from line to line leave 22 lines on a page. */
const lineHeight = { line: twips(28), lineRule: LineRuleType.EXACT };
const textWidth = convertMillimetersToTwip(210 - 28 - 26);

const run = (text: string, face: Face = '仿宋', size: Size = '三号', bold = false): TextRun =>
  new TextRun({
    text,
    bold,
    size: points[size] * 2,
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: faces[face].name, cs: 'Times New Roman' },
  });

const paragraph = (children: TextRun[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: lineHeight, ...options, children });

/** Centred above the text, an empty line between. */
export const title = (text: string, below: string): Paragraph[] => [
  new Paragraph({
    children: [run(text, '小标宋', '二号')],
    alignment: AlignmentType.CENTER,
    spacing: { line: twips(36), lineRule: LineRuleType.EXACT },
  }),
  paragraph([run(below, '楷体')], { alignment: AlignmentType.CENTER }),
  paragraph([]),
];

const indented = { firstLine: twips(points.三号 * 2) };

/** A heading of the first rank (黑体) or of the second (楷体); it stays with what follows. */
export const heading = (text: string, face: '黑体' | '楷体'): Paragraph =>
  paragraph([run(text, face)], { indent: indented, keepNext: true });

/** Text of the body, one paragraph for each line. */
export const body = (text: string, options: IParagraphOptions = {}): Paragraph[] =>
  text
    .split(/\r?\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph([run(part)], { indent: indented, alignment: AlignmentType.BOTH, ...options }));

/** The end: who signs, with room for the signature, and below the day, four characters from the right. */
export const signature = (label: string, day: string): Paragraph[] => [
  paragraph([], { keepNext: true }),
  paragraph([run(label)], {
    alignment: AlignmentType.RIGHT,
    indent: { right: twips(points.三号 * 8) },
    keepNext: true,
  }),
  paragraph([run(day)], { alignment: AlignmentType.RIGHT, indent: { right: twips(points.三号 * 4) } }),
];

export interface GridColumn {
  readonly heading: string;
  /** Part of the width of the text, of 1. */
  readonly width: number;
  readonly align: 'left' | 'center';
}

function cell(text: string, { width, align }: GridColumn, face: Face, bold = false): TableCell {
  return new TableCell({
    width: { size: Math.round(textWidth * width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: twips(18), lineRule: LineRuleType.EXACT },
          children: [run(part, face, '小四', bold)],
        }),
    ),
  });
}

/** A table as wide as the text; its heading is repeated on each page, and no row is torn. `strong` cells are bold. */
export function grid(
  columns: readonly GridColumn[],
  rows: readonly string[][],
  strong: (text: string) => boolean,
): Table {
  const first = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) => cell(column.heading, { ...column, align: 'center' }, '黑体')),
  });
  const others = rows.map(
    (texts) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column, at) => cell(texts[at] ?? '', column, '仿宋', strong(texts[at] ?? ''))),
      }),
  );
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => Math.round(textWidth * width)),
    rows: [first, ...others],
  });
}

/** Odd pages carry their number on the right, even ones on the left, one character from the edge. */
const pageNumber = (side: 'left' | 'right'): Footer => {
  const font = { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: twips(points.四号) },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: points.四号 * 2, font })],
      }),
    ],
  });
};

/** The table of faces of the document, so that Word and WPS know what may stand in for a face. */
const fontTable = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...Object.values(faces).map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  ),
  '</w:fonts>',
].join('');

/**
 * The document as a .docx file.
 * @param about its title and author, as the file's properties show them.
 */
export function documentOf(about: { title: string; author: string }, children: (Paragraph | Table)[]): Promise<Buffer> {
  const margin = {
    top: convertMillimetersToTwip(37),
    bottom: convertMillimetersToTwip(35),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    footer: convertMillimetersToTwip(24),
  };
  const size = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
  const file = new Document({
    title: about.title,
    creator: about.author,
    lastModifiedBy: about.author,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: { size, margin } },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children,
      },
    ],
  });
  return Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable }]);
}
