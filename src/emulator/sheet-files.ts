/** What RecognizeTable sends: a CSV whose first row numbers the columns, as in the vendor's sample, and the same as a workbook. */
import { crc32 } from '../core/export/crc32.ts';
import { directoryRow, localHeader, zipEnd } from '../core/export/zip.ts';
import { joined } from './joined.ts';
import { escaped } from './markup.ts';

export type Sheet = readonly (readonly string[])[];

export function csvFile(sheet: Sheet): string {
  const widest = Math.max(...sheet.map((row) => row.length));
  const numbers = Array.from({ length: widest }, (_, column) => String(column));
  return [numbers, ...sheet].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

function csvCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The least that spreadsheets open (ECMA-376): one sheet with its texts in place. */
export function workbookFile(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const rows = sheet.map((row) => {
    const cells = row.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`);
    return `<row>${cells.join('')}</row>`;
  });
  return storedZip([
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Table" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`],
  ]);
}

function storedZip(files: readonly (readonly [name: string, xml: string])[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, xml] of files) {
    const bytes = new TextEncoder().encode(XML + xml);
    const entry = { name, crc32: crc32(bytes), size: bytes.length };
    const header = localHeader(entry);
    directory.push(directoryRow(entry, at));
    parts.push(header, bytes);
    at += header.length + bytes.length;
  }
  const rows = joined(directory);
  return joined([...parts, rows, zipEnd(files.length, { at, size: rows.length })]);
}
