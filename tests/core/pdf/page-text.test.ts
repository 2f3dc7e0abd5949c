import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Affine } from '../../../src/core/geometry/affine.ts';
import { pageText, type TextRun } from '../../../src/core/pdf/page-text.ts';
import { textAsRegions } from '../../../src/core/pdf/text-as-regions.ts';

const SIZE = { width: 1_000, height: 500 };
/** A page as it is most often: y grows upwards in points, downwards in pixels, two pixels to a point. */
const UPRIGHT: Affine = { a: 2, b: 0, c: 0, d: -2, e: 0, f: 500 };
const LEVELS = { 1: 'page', 4: 'line', 5: 'word' } as const;

function run(str: string, over: Partial<TextRun> = {}): TextRun {
  return {
    str,
    dir: 'ltr',
    transform: [10, 0, 0, 10, 100, 50],
    width: str.length * 5,
    height: 10,
    hasEOL: false,
    ascent: 0.8,
    descent: -0.2,
    vertical: false,
    ...over,
  };
}

const at = (x: number, y: number) => ({ transform: [10, 0, 0, 10, x, y] });

/** `level: text x1,y1,x2,y2` per row. */
function read(runs: readonly TextRun[], toPixels = UPRIGHT): string[] {
  const rows = pageText(runs, toPixels, SIZE);
  if (!rows) return ['too many'];
  return Array.from({ length: rows.count }, (_, row) => {
    const level = Object.entries(LEVELS).find(([code]) => Number(code) === rows.level[row])?.[1];
    return `${level}: ${rows.texts[row]} ${rows.received.subarray(row * 4, row * 4 + 4).join()}`;
  });
}

describe('the text of a page', () => {
  it('is its lines and their words, each where its letters stand', () => {
    expect(read([run('Hello you', { hasEOL: true }), run('there', at(100, 30))])).toEqual([
      'page: Hello you\nthere 0,0,1000,500',
      'line: Hello you 200,384,290,404',
      'word: Hello 200,384,250,404',
      'word: you 260,384,290,404',
      'line: there 200,424,250,444',
      'word: there 200,424,250,444',
    ]);
  });

  it('goes on with a word in the next run, unless white space comes between', () => {
    expect(
      read([run('Hel'), run('lo', at(115, 50)), run(' ', { width: 5 }), run('you', at(130, 50))]).slice(1),
    ).toEqual(['line: Hello you 200,384,290,404', 'word: Hello 200,384,250,404', 'word: you 260,384,290,404']);
  });

  it('from right to left has its first word at the right', () => {
    expect(read([run('שלום לך', { dir: 'rtl' })]).slice(2)).toEqual([
      'word: שלום 230,384,270,404',
      'word: לך 200,384,220,404',
    ]);
  });

  it('that runs downwards stands round the middle of its column', () => {
    const column = run('縦書', { vertical: true, width: 10, height: 20 });
    expect(read([column]).slice(2)).toEqual(['word: 縦書 190,400,210,440']);
  });

  it('without a width, or by a font that tells nothing of its height, has a place all the same', () => {
    expect(read([run('thin', { width: 0 })])[2]).toBe('word: thin 200,384,200,404');
    expect(read([run('x', { ascent: NaN, descent: NaN })])[2]).toBe('word: x 200,384,210,404');
    expect(read([run('x', { ascent: 900, descent: 4 })])[2]).toBe('word: x 200,384,210,404');
  });

  it('that stands nowhere keeps its words, and says so', () => {
    const rows = pageText([run('lost', { transform: [1, 0, 0, 1, NaN, 0] })], UPRIGHT, SIZE);
    expect(rows?.texts[2]).toBe('lost');
    expect(rows && [...rows.refused.values()][0]?.what).toBe('has no place on the page');
  });

  it('begins a new line where the letters stand on another one, whatever pdf.js says', () => {
    const tall = run('A', { height: 200, transform: [200, 0, 0, 200, 10, 60] });
    expect(read([tall, run('caption', at(100, 20))]).filter((row) => row.startsWith('line'))).toHaveLength(2);
  });

  it('of an empty page is no row at all', () => {
    expect(read([])).toEqual([]);
    expect(read([run('  ', { hasEOL: true }), run('')])).toEqual([]);
  });

  it('of more than 1,000,000 words is not read', () => {
    const many = Array<TextRun>(500_001).fill(run('a', { hasEOL: true }));
    expect(read(many)).toEqual(['too many']);
  });

  it('is the layout of a result: rows of levels, nothing refused, nothing for pairing', () => {
    const rows = pageText([run('Hello you')], UPRIGHT, SIZE);
    const decoded = rows && textAsRegions(rows);
    expect(decoded?.layout?.regions.count).toBe(4);
    expect(decoded).toMatchObject({ regions: null, texts: null, files: [], layout: { beside: [], confidence: null } });
  });
});

describe('for any page', () => {
  const number = fc.double({ min: -500, max: 500, noNaN: true });
  const runs = fc.array(
    fc.record({
      str: fc.string({ maxLength: 12 }),
      dir: fc.constantFrom('ltr', 'rtl'),
      transform: fc.oneof(fc.tuple(number, number, number, number, number, number), fc.constant([])),
      width: fc.double({ min: 0, max: 300, noNaN: true }),
      height: fc.double({ min: 0, max: 50, noNaN: true }),
      hasEOL: fc.boolean(),
      ascent: fc.constantFrom(0.8, NaN),
      descent: fc.constant(-0.2),
      vertical: fc.boolean(),
    }),
    { maxLength: 20 },
  );

  it('no letter is lost, and none is said twice', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const rows = pageText(all, UPRIGHT, SIZE);
        const said = rows?.texts.filter((_, row) => rows.level[row] === 5).join('') ?? '';
        expect(said).toBe(all.map(({ str }) => str.replace(/\s+/gu, '')).join(''));
      }),
    );
  });

  it('words lie in their line', () => {
    fc.assert(
      fc.property(runs, (all) => {
        const rows = pageText(all, UPRIGHT, SIZE);
        for (let row = 0; row < (rows?.count ?? 0); row += 1) {
          const line = rows?.parent[row] ?? -1;
          if (!rows || rows.level[row] !== 5 || Number.isNaN(rows.received[row * 4])) continue;
          const [left = NaN, top = NaN, right = NaN, bottom = NaN] = rows.received.subarray(row * 4, row * 4 + 4);
          const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = rows.received.subarray(line * 4, line * 4 + 4);
          expect([left >= x1, top >= y1, right <= x2, bottom <= y2]).toEqual([true, true, true, true]);
        }
      }),
    );
  });

  it('turning it by a quarter turns its boxes', () => {
    /** What pdf.js gives for `/Rotate 90` of a page of 500 x 250 points. */
    const turned: Affine = { a: 0, b: 2, c: 2, d: 0, e: 0, f: 0 };
    fc.assert(
      fc.property(runs, (all) => {
        const upright = pageText(all, UPRIGHT, SIZE);
        const other = pageText(all, turned, { width: SIZE.height, height: SIZE.width });
        expect(other?.count).toBe(upright?.count);
        for (let row = 1; row < (upright?.count ?? 0); row += 1) {
          const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = upright?.received.subarray(row * 4, row * 4 + 4) ?? [];
          const box = other?.received.subarray(row * 4, row * 4 + 4) ?? [];
          // Upright (x, y) is at (height - y, x).
          const far = [500 - y2, x1, 500 - y1, x2].filter(
            (value, corner) => Math.abs((box[corner] ?? 0) - value) > 0.02,
          );
          expect(far).toEqual([]);
        }
      }),
    );
  });
});
