/** What write-excel-file leaves out of a sheet and a printed page needs: filter buttons, one page wide, headings on every page. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { getCellAddress, sanitizeAttributeValue } from 'write-excel-file/utility';

/** A sheet whose headings take `headingRows` rows and which is `columns` wide and `rows` high in all. */
export interface SheetExtent {
  readonly name: string;
  readonly headingRows: number;
  readonly columns: number;
  readonly rows: number;
  readonly filtered: boolean;
}

/** A3 landscape (paper size 8), one page wide, as many pages high as the rows need; margins in inches. */
const pages: Record<string, Record<string, number>> = {
  pageSetup: { paperSize: 8, fitToWidth: 1, fitToHeight: 0 },
  pageMargins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5 },
};

/** Order of elements by ECMA-376 part 1, 18.3.1.99: `sheetPr` leads the sheet, `autoFilter` follows `sheetData`. */
const sheetPr = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

const filterRange = ({ headingRows, columns, rows }: SheetExtent): string =>
  `${getCellAddress(headingRows - 1, 0)}:${getCellAddress(rows - 1, columns - 1)}`;

const absolute = (range: string) => range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');

function definedNames(sheets: readonly SheetExtent[]): string {
  const names = sheets.flatMap((sheet, index) => {
    const reference = (range: string) => sanitizeAttributeValue(`'${sheet.name}'!${range}`);
    return [
      ...(sheet.filtered
        ? [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${reference(absolute(filterRange(sheet)))}</definedName>`,
          ]
        : []),
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${reference(`$1:$${sheet.headingRows}`)}</definedName>`,
    ];
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

/** The feature that adds it all. */
export const printedAndFiltered = (sheets: readonly SheetExtent[]): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform(xml, _options, { sheetIndex }) {
          const sheet = sheets[sheetIndex];
          const filter = sheet?.filtered ? `<autoFilter ref="${filterRange(sheet)}"/>` : '';
          return xml.replace(/<worksheet[^>]*>/, `$&${sheetPr}`).replace('</sheetData>', `</sheetData>${filter}`);
        },
        transformElementAttributes: (tag, attributes) => ({ ...attributes, ...pages[tag] }),
      },
      'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', definedNames(sheets)) },
    },
  },
});
