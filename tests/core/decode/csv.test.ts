import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnswer } from '../../../src/core/decode/index.ts';
import { encodePayload } from '../../../src/core/decode/payload.ts';
import { readLarge } from '../../../src/core/decode/read-large.ts';
import { dump } from './dump.ts';

const entry = (type: string | null, text: string) => ({ type, data: encodePayload(text) });
const CSV = '0,1\n   BOOK SHOP,\nTypee,"9,00"\n';
const excel = entry('Excel', 'PK\x03\x04...xl/workbook.xml...');
const decode = (...results: ReturnType<typeof entry>[]) => decodeAnswer(results, 'recognition');

describe('a table among the results', () => {
  it('is a file, and the text of the whole', () => {
    const decoded = decode(entry('Csv', CSV));
    expect(decoded.files).toEqual([
      { entry: 0, noun: 'a CSV table', extension: 'csv', mime: 'text/csv', size: CSV.length },
    ]);
    expect(decoded).toMatchObject({ texts: [CSV], layout: null, problems: [] });
  });

  it('comes with its workbook, which has no text', () => {
    const decoded = decode(entry('CSV', CSV), excel);
    expect(decoded.files.map(({ entry: at, extension }) => [at, extension])).toEqual([
      [0, 'csv'],
      [1, 'xlsx'],
    ]);
    expect(decoded).toMatchObject({ texts: [CSV], problems: [] });
  });

  it('leaves the texts to the entries that are texts', () => {
    expect(decode(entry('Text', 'Typee 9,00'), entry('Csv', CSV)).texts).toEqual(['Typee 9,00']);
  });

  it('is known without its type only by the row that numbers its columns', () => {
    expect(decode(entry(null, CSV)).files).toHaveLength(1);
    expect(decode(entry('Other', 'Dear Sir, I hope\nthis finds you, well')).files).toEqual([]);
    expect(decode(entry(null, '0,1')).files).toEqual([]);
    expect(decode(entry('Text', CSV)).files).toEqual([]);
  });

  it('says which row opens a quote that nothing closes', () => {
    const { problems } = decode(entry('Csv', 'a,b\nc,"d\ne,f'));
    expect(problems.map(({ where, what }) => `${where} ${what}`)).toEqual([
      'results[0].data has a quote in row 2 of the file that nothing closes, so the rest of the table stands in one cell',
    ]);
  });

  it('counts its byte order mark, which is saved with it', () => {
    expect(decode(entry('Csv', `\uFEFF${CSV}`)).files[0]?.size).toBe(CSV.length + 3);
  });

  it('is the same when it is read from the bytes of a large answer', () => {
    const kinds = fc.constantFrom(
      entry('Csv', CSV),
      entry(null, CSV),
      entry(null, '0 items'),
      entry('Text', '0,1'),
      excel,
    );
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 2, maxLength: 5 }), (results) => {
        const body = new TextEncoder().encode(JSON.stringify({ taskStatus: 'Completed', results }));
        const large = readLarge(body, null, 'recognition').decode;
        expect(large && dump(large())).toBe(dump(decode(...results)));
      }),
    );
  });
});

it('says of a file in the place of a text what it is', () => {
  const { texts, textProblems } = decode(entry('Text', 'a'), entry('Pdf', '%PDF-1.7'), entry('Text', 'b'));
  expect(texts).toEqual(['a', null, 'b']);
  expect(textProblems.get(1)?.map(({ what }) => what)).toEqual([
    'is a PDF document and no text: it is listed under Files in this answer',
  ]);
});
