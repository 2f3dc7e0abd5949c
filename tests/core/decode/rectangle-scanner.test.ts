import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanRectangles } from '../../../src/core/decode/rectangle-scanner.ts';
import { cleanRows, rowsOfList } from '../../../src/core/decode/rectangle-rows.ts';

const scan = (text: string, most = 1_000) => scanRectangles(new TextEncoder().encode(text), most);

/** A number as JSON may write it, and as no engine would. */
const numeral = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,25})?([eE][+-]?\d{1,3})?$/),
  fc.constantFrom(
    '-0',
    '0.1',
    '1e2',
    '9007199254740991',
    '9007199254740993',
    '9999999',
    '10000000',
    '10000000.0',
    '-10000000',
    '10000001',
    '-10000001',
    '10000000.5',
    '1e7',
    '5e15',
    '01',
    '+1',
    '.5',
    '5.',
    '1e',
    '-',
    'NaN',
    '""',
    'null',
  ),
);
const space = fc.constantFrom('', ' ', '\n', '\t\r ');
const rectangle = fc
  .tuple(fc.array(numeral, { minLength: 3, maxLength: 5 }), space)
  .map(([numbers, gap]) => `[${gap}${numbers.join(`${gap},${gap}`)}${gap}]`);
const listText = fc
  .tuple(fc.array(rectangle, { maxLength: 6 }), space)
  .map(([all, gap]) => `${gap}[${gap}${all.join(`,${gap}`)}${gap}]${gap}`);

describe('scanning rectangles from bytes', () => {
  it('reads the example of the documentation', () => {
    expect(scan('[[0, 8, 697, 441]]')).toEqual(Float64Array.of(0, 8, 697, 441));
    expect(scan(' [ ] ')).toEqual(new Float64Array(0));
  });

  it('takes what a picture can be long, and leaves what is longer to be refused in words', () => {
    expect(scan('[[0,-10000000,1,10000000]]')).toEqual(Float64Array.of(0, -10_000_000, 1, 10_000_000));
    for (const long of ['10000001', '-10000001', '99999999', '1e8', '10000000.5', '5000000000000000']) {
      expect(scan(`[[0,0,1,${long}]]`)).toBeNull();
      expect(scan(`[[ 0, 0, 1, ${long} ]]`)).toBeNull();
    }
  });

  it('gives the very numbers that JSON.parse gives, or leaves the text to it', () => {
    let scannedRuns = 0;
    fc.assert(
      fc.property(listText, (text) => {
        const scanned = scan(text);
        // What is quicker while the page is cold reads neither more nor less.
        expect(cleanRows(new TextEncoder().encode(text))).toEqual(scanned);
        if (scanned === null) return;
        scannedRuns += 1;
        const rows = rowsOfList(JSON.parse(text), 'data', 1_000);
        if (rows === 'too many') throw new Error('six rectangles are not too many');
        expect(rows.refused.size).toBe(0);
        expect([...scanned]).toEqual([...rows.received]);
      }),
      { numRuns: 3_000 },
    );
    expect(scannedRuns).toBeGreaterThan(100);
  });

  it('leaves no clean list to the slow way', () => {
    // JSON.stringify writes -0 as 0.
    const decimal = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
    const whole = fc.integer({ min: -1e7, max: 1e7 });
    const clean = fc.array(fc.tuple(whole, whole, decimal, whole));
    fc.assert(
      fc.property(clean, (list) => {
        expect(scan(JSON.stringify(list))).toEqual(Float64Array.from(list.flat()));
      }),
    );
  });

  it('stops behind the first rectangle too many, whatever follows', () => {
    expect(scan('[[1,2,3,4],[5,6,7,8]]', 2)).toHaveLength(8);
    expect(scan('[[1,2,3,4],[5,6,7,8],[9,9,9,9],[nonsense', 2)).toHaveLength(12);
  });

  it('reads a list whose beginning says nothing of its length', () => {
    const long = Array.from({ length: 3_000 }, () => [123_456.789, 1, 2, 1e6]);
    const short = Array.from({ length: 30_000 }, () => [1, 2, 3, 4]);
    for (const list of [
      [...long, ...short],
      [...short, ...long],
    ]) {
      const numbers = scan(JSON.stringify(list), 100_000);
      expect([numbers?.length, numbers?.[0], numbers?.at(-1)]).toEqual([132_000, list[0]?.[0], list.at(-1)?.[3]]);
    }
  });

  it.each([
    '',
    '[',
    '[[1,2,3,4]',
    '[[1,2,3,4]]]',
    '[[1,2,3,4],]',
    '[[1,2,3]]',
    '[1,2,3,4]',
    '[[1,2,3,4] [5,6,7,8]]',
    '[[1,2,3,4]]x',
    '[[[1,2,3,4]]]',
  ])('hands %j on', (text) => {
    expect(scan(text)).toBeNull();
  });
});
