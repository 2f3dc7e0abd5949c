import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, unguarded } from '../../../src/core/export/csv.ts';

describe('CSV', () => {
  it('tells no text from an empty one, and leaves numbers alone', () => {
    expect(csvLine([null, '', -1.5, 'x'])).toBe(',"",-1.5,x\r\n');
  });

  it.each([
    ['=1+2', "'=1+2"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ['1-2', '1-2'],
  ])('%j is written as %j', (text, written) => {
    const [row] = parse(csvLine([text]));
    expect(row).toEqual([written]);
    expect(unguarded(row?.[0] ?? '')).toBe(text);
  });

  it('any texts come back through an independent parser, and none starts a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', ' ', 'a', '0', '\0', '<'),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.integer(), text), { minLength: 1, maxLength: 8 }), (rows) => {
        const read = parse(rows.map(csvLine).join(''));
        expect(read.map(([a = '', b, c = '']) => [unguarded(a), Number(b), unguarded(c)])).toEqual(rows);
        expect(read.flatMap(([a, , c]) => [a, c]).filter((cell) => /^[=+\-@\t\r\n]/.test(cell ?? ''))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
