import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellsInRow,
  cellText,
  type CsvTable,
  type Delimiter,
  delimiterOf,
  DELIMITERS,
  readCsv,
} from '../../../src/core/decode/csv-table.ts';

function cellsOf(table: CsvTable): string[][] {
  return Array.from({ length: table.rows }, (_, row) =>
    Array.from({ length: cellsInRow(table, row) }, (__, column) => cellText(table, row, column) ?? '(none)'),
  );
}

const delimiters = fc.constantFrom(...DELIMITERS);
const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', ' ', 'a', '='), maxLength: 6 }),
);
const rowsOfCells = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
/** By RFC 4180: what has to be quoted is; what need not be may be. */
const written = (cell: string, delimiter: Delimiter, always: boolean) =>
  always || cell === '' || /["\r\n]/.test(cell) || cell.includes(delimiter) || cell.startsWith('\uFEFF')
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

/** What of the text is in no cell: between the cells of a row, and before, between and behind rows. */
function gapsOf({ text, rows, rowFrom, firstCell, cellTo }: CsvTable) {
  const between: string[] = [];
  const ends: string[] = [];
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    const first = firstCell[row] ?? 0;
    ends.push(text.slice(at, rowFrom[row]));
    at = cellTo[first] ?? -1;
    for (let cell = first + 1; cell < (firstCell[row + 1] ?? 0); cell += 1) {
      between.push(text.slice(at, at + 1));
      at = cellTo[cell] ?? -1;
    }
  }
  return { between, ends: [...ends, text.slice(at)] };
}

describe('a table in RFC 4180', () => {
  it('gives back what was written, as csv-parse does, with any delimiter and line end', () => {
    fc.assert(
      fc.property(
        rowsOfCells,
        delimiters,
        fc.constantFrom('\n' as const, '\r\n' as const),
        fc.boolean(),
        fc.boolean(),
        (rows, delimiter, end, always, ended) => {
          const lines = rows.map((row) => row.map((cell) => written(cell, delimiter, always)).join(delimiter));
          const text = lines.join(end) + (ended ? end : '');
          const table = readCsv(text, delimiter);
          expect(cellsOf(table)).toEqual(rows);
          expect(table).toMatchObject({ unclosed: -1, cutAt: -1, columns: Math.max(...rows.map((row) => row.length)) });
          const known: unknown = parse(text, { delimiter, record_delimiter: [end], relax_column_count: true });
          expect(cellsOf(table)).toEqual(known);
        },
      ),
    );
  });

  it('leaves nothing out of any text: between the cells stand only delimiters and line ends', () => {
    const hostile = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' '), maxLength: 40 });
    fc.assert(
      fc.property(hostile, (text) => {
        const { between, ends } = gapsOf(readCsv(text, ','));
        expect(new Set([...between, ','])).toEqual(new Set([',']));
        expect(ends.filter((gap) => !['', '\n', '\r', '\r\n'].includes(gap))).toEqual([]);
      }),
    );
  });

  it('tells a cell that is empty from one that is not there', () => {
    const table = readCsv('a,\nb\n', ',');
    expect([cellText(table, 0, 1), cellText(table, 1, 1), cellText(table, 0, -1)]).toEqual(['', null, null]);
  });

  it('keeps what stands behind a closing quote, and says which row never closes one', () => {
    expect(cellsOf(readCsv('"a"b,c', ','))).toEqual([['ab', 'c']]);
    const table = readCsv('a,b\nc,"d\ne,f', ',');
    expect(cellsOf(table)).toEqual([
      ['a', 'b'],
      ['c', 'd\ne,f'],
    ]);
    expect(table.unclosed).toBe(1);
  });

  it('says where it stopped when there are more cells than it takes', () => {
    const table = readCsv('a,b\nc,d\ne,f\n', ',', 4);
    expect(cellsOf(table)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(table.cutAt).toBe(8);
  });

  it('counts what a spreadsheet would run, and not numbers with a sign', () => {
    expect(readCsv('=1+1,"@x",-5,+cmd|x,"-A1",-,3-4\n', ',').formulas).toBe(4);
  });
});

describe('what stands between the cells', () => {
  it.each([
    ['commas', 'a,b\nc,d\n', ','],
    ['semicolons, with commas in the numbers', 'Title;Price\nTypee;9,00\nOmoo;8,75\n', ';'],
    ['tabs, with commas in the texts', 'Moby-Dick, or The Whale\t12\nTypee\t9\n', '\t'],
    ['commas, with semicolons in quotes', '"a; b",1\n"c; d",2\n"e",3\n', ','],
    ['the row that numbers the columns', '0;1\na,b;c,d\n', ';'],
    ['one column', 'a\nb\n', ','],
    ['nothing', '', ','],
  ])('is found: %s', (_name, text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  it('is known by the first rows of a long table', () => {
    const text = 'name;price\n'.repeat(20_000);
    expect(readCsv(text)).toMatchObject({ delimiter: ';', rows: 20_000, columns: 2 });
  });
});

const numbered = (text: string) => readCsv(text).numbered;

it('knows the row that only numbers the columns', () => {
  expect(['0,1\na,b', '"0";"1"\na;b', '0\t1\t2\n'].map(numbered)).toEqual([true, true, true]);
  expect(['0\na', '1,2\na,b', '0,2\na,b', '0,1,\na,b', 'a,b\n0,1', ''].map(numbered)).toEqual(Array(6).fill(false));
});
