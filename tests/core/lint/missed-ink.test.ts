import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkMapOf } from '../../../src/core/frame-check/ink-map.ts';
import { frameOf, AS_RECEIVED } from '../../../src/core/geometry/frame-setting.ts';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { MOST_MISSED } from '../../../src/core/lint/ink-report.ts';
import { missedInk, wordGap } from '../../../src/core/lint/missed-ink.ts';
import { textInkOf } from '../../../src/core/lint/text-ink.ts';

type Box = readonly [number, number, number, number];

const WIDTH = 240;
const HEIGHT = 160;
const LETTER = 8;

describe('ink with no box round it', () => {
  it('is the words of a line as one box, and nothing when there is a box round the line', () => {
    const words: Box[] = [word(20, 40, 4), word(66, 40, 5), word(122, 40, 3)];
    expect(missed(words, [])).toEqual([[20, 40, 148, 48]]);
    expect(missed(words, [[20, 40, 148, 48]])).toEqual([]);
    // Letters stick out of tight boxes by a little.
    expect(missed(words, [[21, 41, 147, 47]])).toEqual([]);
  });

  it('is not joined across a region', () => {
    const words: Box[] = [word(20, 40, 4), word(66, 40, 5), word(122, 40, 3)];
    expect(missed(words, [[66, 40, 112, 48]]).toSorted(byLeft)).toEqual([
      [20, 40, 56, 48],
      [122, 40, 148, 48],
    ]);
  });

  it('keeps lines of text apart and tells the one with most ink first', () => {
    const lines: Box[] = [word(20, 20, 3), word(20, 36, 9), word(20, 52, 6)];
    expect(missed(lines, []).map(([, top]) => top)).toEqual([36, 52, 20]);
  });

  it('leaves out dust, the lines of a table and the dark edge of a scan', () => {
    const text = word(60, 60, 5);
    const dust: Box[] = [
      [200, 20, 202, 22],
      [30, 120, 32, 121],
    ];
    const table: Box[] = [
      [40, 50, 200, 52],
      [40, 80, 200, 82],
      [40, 50, 42, 82],
      [198, 50, 200, 82],
    ];
    const edge: Box = [0, 0, 5, HEIGHT];
    expect(missed([text, ...dust, ...table, edge], [])).toEqual([[60, 60, 106, 68]]);
  });

  it('counts a picture once, with what stands in it', () => {
    const picture: Box[] = [
      [100, 20, 220, 34],
      [100, 126, 220, 140],
      [100, 34, 114, 126],
      [206, 34, 220, 126],
    ];
    expect(missed([...picture, word(140, 76, 4), word(20, 76, 4)], [])).toEqual([
      [100, 20, 220, 140],
      [20, 76, 56, 84],
    ]);
    // A stamp over its corner does not cut it in pieces.
    expect(missed(picture, [[190, 110, 235, 150]])).toHaveLength(1);
  });

  it('follows the frame', () => {
    const words = [word(20, 40, 4), word(20, 100, 4)];
    const frame = frameOf({ ...AS_RECEIVED, scaleX: 2, scaleY: 2, degrees: 0 }, { width: WIDTH, height: HEIGHT });
    expect(missed(words, [[10, 20, 30, 24]], frame)).toEqual([[20, 100, 56, 108]]);
    const turned = frameOf({ ...AS_RECEIVED, degrees: 5 }, { width: WIDTH, height: HEIGHT });
    // The first word lies where the turned box is; the box itself would miss it.
    expect(missed([word(20, 64, 4), word(20, 120, 4)], [[15, 70, 64, 86]], turned)).toEqual([[20, 120, 56, 128]]);
  });

  it('tells no more boxes than can be looked at', () => {
    const side = 1200;
    const marks = new Uint8Array(side * side);
    for (let y = 0; y + 10 < side; y += 20)
      for (let x = 0; x + 10 < side; x += 20)
        for (let line = 0; line < 6; line += 1) marks.fill(1, (y + line) * side + x, (y + line) * side + x + 6);
    const found = missedInk(textInkOf(inkMapOf(marks, side, side)), IDENTITY_FRAME, new Float64Array(0));
    expect(found.length / 4).toBe(MOST_MISSED);
  });
});

describe('for any words and regions', () => {
  const pages = fc.record({
    words: fc.array(wordBoxes(), { maxLength: 14 }),
    regions: fc.array(anyBox(), { maxLength: 8 }),
  });

  it('every word is in a region or in a missed box, as far as it is not cut in two', () => {
    fc.assert(
      fc.property(pages, ({ words, regions }) => {
        const found = missed(words, regions);
        const free = words.filter((one) => regions.every((region) => !overlap(grown(region, 5), one)));
        const untold = free.filter((one) => !found.some((box) => contains(box, one)) && !isInLine(one, words));
        expect(untold).toEqual([]);
      }),
    );
  });

  it('no missed box reaches into a region by more than the gap between words', () => {
    fc.assert(
      fc.property(pages, ({ words, regions }) => {
        const gap = wordGap({ letter: LETTER });
        for (const box of missed(words, regions))
          for (const region of regions) {
            const shared = shareOf(box, region);
            expect(shared === null || (shared[0] <= gap && shared[1] <= gap)).toBe(true);
          }
      }),
    );
  });

  it('a region more never makes more ink missed', () => {
    fc.assert(
      fc.property(pages, anyBox(), ({ words, regions }, more) => {
        const before = missed(words, regions);
        const free = words.filter((one) => ![...regions, more].some((region) => overlap(grown(region, 5), one)));
        const after = missed(words, [...regions, more]);
        expect(free.filter((one) => told(after, one) && !told(before, one))).toEqual([]);
      }),
    );
  });
});

/** Letters of one height, so that all measures of the page are known. */
function word(x: number, y: number, count: number): Box {
  return [x, y, x + count * 10 - 4, y + LETTER];
}

function wordBoxes() {
  const at = fc.tuple(fc.integer({ min: 0, max: 18 }), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 2, max: 5 }));
  return at.map(([column, line, count]): Box => word(10 + column * 10, 10 + line * 16, count));
}

function anyBox() {
  const size = fc.tuple(fc.integer({ min: 4, max: 120 }), fc.integer({ min: 4, max: 40 }));
  return fc
    .tuple(fc.integer({ min: 0, max: WIDTH }), fc.integer({ min: 0, max: HEIGHT }), size)
    .map(([x, y, [wide, high]]): Box => [x, y, x + wide, y + high]);
}

function missed(ink: readonly Box[], regions: readonly Box[], frame = IDENTITY_FRAME): Box[] {
  const marks = new Uint8Array(WIDTH * HEIGHT);
  for (const [left, top, right, bottom] of ink)
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < Math.min(right, WIDTH); x += 1)
        if (bottom - top !== LETTER || (x - left) % 10 < 6) marks[y * WIDTH + x] = 1;
  const page = { ...textInkOf(inkMapOf(marks, WIDTH, HEIGHT)), letter: LETTER };
  const found = missedInk(page, frame, Float64Array.from(regions.flat()));
  return Array.from({ length: found.length / 4 }, (_, at): Box => {
    const [left = NaN, top = NaN, right = NaN, bottom = NaN] = found.subarray(at * 4, at * 4 + 4);
    return [left, top, right, bottom];
  });
}

function grown([left, top, right, bottom]: Box, by: number): Box {
  return [left - by, top - by, right + by, bottom + by];
}

function shareOf(one: Box, other: Box): [number, number] | null {
  const wide = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const high = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return wide > 0 && high > 0 ? [wide, high] : null;
}

function overlap(one: Box, other: Box): boolean {
  return shareOf(one, other) !== null;
}

function told(boxes: readonly Box[], one: Box): boolean {
  return boxes.some((box) => overlap(box, one));
}

function contains(one: Box, other: Box): boolean {
  return one[0] <= other[0] && one[1] <= other[1] && one[2] >= other[2] && one[3] >= other[3];
}

/** Joined with others into a line, which a region may cut anywhere. */
function isInLine(one: Box, words: readonly Box[]): boolean {
  return words.some((other) => other !== one && one[1] === other[1] && overlap(grown(one, 13), other));
}

function byLeft(one: Box, other: Box): number {
  return one[0] - other[0];
}
