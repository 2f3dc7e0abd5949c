import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFrame, type FrameCheck } from '../../../src/core/frame-check/check.ts';
import { type Affine, applyAffine, invertAffine, mapRect } from '../../../src/core/geometry/affine.ts';
import { AS_RECEIVED, frameOf, type FrameSetting } from '../../../src/core/geometry/frame-setting.ts';
import { orientationMatrix, orientedSize } from '../../../src/core/geometry/orientation.ts';
import type { Size } from '../../../src/core/geometry/space.ts';
import { type Box, drawnForm, drawnPage, type DrawnPage, mapOf, numbersOf, randomOf, shownBy } from './page.ts';

const PLAIN: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

describe('checkFrame', () => {
  it.each([1, 2, 3])('says that a page fits, and suggests nothing', (seed) => {
    expect(checked(drawnPage(seed), PLAIN)).toMatchObject({
      verdict: 'fits',
      doubt: null,
      outside: null,
      suggestions: [],
    });
  });

  it.each([1, 2])('says that the fields of a form fit, which are mostly paper', (seed) => {
    expect(checked(drawnForm(seed), PLAIN)).toMatchObject({ verdict: 'fits', doubt: null, suggestions: [] });
  });

  it.each([
    [30, 0],
    [0, 24],
    [-22, 40],
  ])('does not say so of a form moved by %i, %i px', (x, y) => {
    const form = drawnForm(4);
    expect(checked(form, { ...PLAIN, e: x, f: y }).verdict).not.toBe('fits');
  });

  // The right way first, in each: a regression that counts, with pages of its own.
  it.each<[string, Partial<FrameSetting>]>([
    ['scaled down', { scaleX: 0.5, scaleY: 0.5 }],
    ['upsampled', { scaleX: 1 / 1.85, scaleY: 1 / 1.85 }],
    ['stretched', { scaleX: 0.8, scaleY: 0.6 }],
    ['turned by a quarter', { orientation: 6 }],
    ['turned by a half', { orientation: 3 }],
    ['mirrored', { orientation: 2 }],
    ['transposed', { orientation: 5 }],
    ['askew', { degrees: 6.3 }],
    ['askew the other way', { degrees: -2.4 }],
    ['moved', { x: 63, y: 118 }],
    ['turned and scaled', { orientation: 8, scaleX: 0.7, scaleY: 0.7 }],
    ['askew and scaled', { degrees: 4, scaleX: 0.75, scaleY: 0.75 }],
    ['turned and moved', { orientation: 3, x: 90, y: 70 }],
    ['scaled and moved', { scaleX: 0.8, scaleY: 0.8, x: 75, y: 110 }],
  ])('finds how a page was %s', (_, change) => {
    const setting = { ...AS_RECEIVED, ...change };
    const page = drawnPage(11);
    const check = checkedWith(page, setting);
    expect(check.verdict).toBe('fits only if');
    expect(distanceOf(check, frameOf(setting, page.size), page.size, page.size)).toBeLessThan(9);
  });

  it('finds a page that was cut before it was sent, and one that was cut after', () => {
    const page = drawnPage(21);
    const sent = page.boxes
      .filter(([x, y]) => x > 90 && y > 130)
      .map(([a, b, c, d]): Box => [a - 90, b - 130, c - 90, d - 130]);
    const before = checkFrame(mapOf(page.gray, page.size), page.size, numbersOf(sent));
    expect(before.verdict).toBe('fits only if');
    expect(distanceOf(before, { ...PLAIN, e: 90, f: 130 }, page.size, page.size)).toBeLessThan(4);

    const size = { width: page.size.width - 80, height: page.size.height - 140 };
    const gray = shownBy(page, { ...PLAIN, e: -80, f: -140 }, size);
    const after = checkFrame(mapOf(gray, size), size, numbersOf(page.boxes));
    expect(after.verdict).toBe('fits only if');
    expect(distanceOf(after, { ...PLAIN, e: -80, f: -140 }, page.size, size)).toBeLessThan(4);
  });

  it.each([1, 2, 3])('is not misled by lines that lie well but for their ends', (seed) => {
    const page = drawnPage(seed);
    const lines = { ...page, boxes: linesOf(page.boxes) };
    expect(checked(lines, PLAIN).verdict).toBe('fits');
    expect(checkedWith(lines, { ...AS_RECEIVED, scaleX: 1.13 }).verdict).not.toBe('fits');
  });

  it('says a setting as a person would', () => {
    const [first] = checkedWith(drawnPage(31), { ...AS_RECEIVED, orientation: 6 }).suggestions;
    expect(first?.setting).toEqual({ ...AS_RECEIVED, orientation: 6 });
  });

  it('says of a halved answer that it is to be doubled', () => {
    const [first] = checkedWith(drawnPage(34), { ...AS_RECEIVED, scaleX: 2, scaleY: 2 }).suggestions;
    expect(first?.setting).toEqual({ ...AS_RECEIVED, scaleX: 2, scaleY: 2 });
  });

  it('suggests four ways at most, the best first', () => {
    const { suggestions } = checkedWith(drawnPage(32), { ...AS_RECEIVED, scaleX: 0.6, scaleY: 0.6 });
    const scores = suggestions.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(0);
    expect(scores.length).toBeLessThanOrEqual(4);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  it('tells how many regions lie outside, and by how much', () => {
    const page = drawnPage(33);
    const { width, height } = page.size;
    const stray: Box = [width + 70, height - 20, width + 120, height - 5];
    const check = checkFrame(mapOf(page.gray, page.size), page.size, numbersOf([...page.boxes, stray]));
    expect(check).toMatchObject({ verdict: 'fits', outside: { count: 1, by: 120 } });
    expect(checkFrame(mapOf(page.gray, page.size), page.size, numbersOf([stray]))).toMatchObject({
      verdict: 'does not fit',
      outside: { count: 1, by: 120 },
    });
  });
});

describe('what nobody could tell', () => {
  const page = drawnPage(41);
  const map = mapOf(page.gray, page.size);

  it('a blank page', () => {
    const blank = mapOf(new Uint8Array(page.gray.length).fill(240), page.size);
    expect(checkFrame(blank, page.size, numbersOf(page.boxes))).toMatchObject({
      verdict: 'cannot tell',
      doubt: 'blank page',
      suggestions: [],
    });
  });

  it('one region, none, and one round the page', () => {
    const of = (boxes: readonly Box[]) => checkFrame(map, page.size, numbersOf(boxes));
    expect(of(page.boxes.slice(0, 1))).toMatchObject({ verdict: 'cannot tell', doubt: 'few regions' });
    expect(of([])).toMatchObject({ verdict: 'cannot tell', doubt: 'few regions' });
    expect(of([[2, 2, page.size.width - 2, page.size.height - 2]])).toMatchObject({
      verdict: 'cannot tell',
      doubt: 'one large region',
    });
  });

  it('a page that looks the same upside down', () => {
    const gray = new Uint8Array(600 * 600).fill(240);
    const boxes: Box[] = [];
    for (let y = 88; y < 500; y += 80) {
      for (let x = 90; x < 500; x += 120) {
        for (let row = y; row < y + 24; row += 1) gray.fill(20, row * 600 + x, row * 600 + x + 60);
        boxes.push([x - 2, y - 2, x + 62, y + 26]);
      }
    }
    const size = { width: 600, height: 600 };
    expect(checkFrame(mapOf(gray, size), size, numbersOf(boxes)).verdict).toBe('cannot tell');
  });

  it('boxes of chance on noise', () => {
    const random = randomOf(5);
    const gray = Uint8Array.from(page.gray, () => Math.floor(random() * 255));
    const boxes = Array.from({ length: 40 }, (): Box => {
      const [x, y] = [random() * 380, random() * 560];
      return [x, y, x + 20 + random() * 100, y + 10 + random() * 50];
    });
    expect(checkFrame(mapOf(gray, page.size), page.size, numbersOf(boxes))).toMatchObject({ verdict: 'cannot tell' });
  });
});

describe('hostile boxes', () => {
  const page = drawnPage(51, { width: 320, height: 400 });
  const map = mapOf(page.gray, page.size);
  const small = fc.array(fc.tuple(number(), number(), number(), number()), { maxLength: 12 });

  it('say nothing of the others', () => {
    const bad: Box[] = [
      [NaN, 0, 10, 10],
      [0, 0, Infinity, 5],
      [50, 50, 50, 90],
    ];
    const turned = page.boxes.map(([x1, y1, x2, y2]): Box => [x2, y2, x1, y1]);
    expect(checkFrame(map, page.size, numbersOf([...turned, ...bad]))).toMatchObject({
      verdict: 'fits',
      outside: null,
    });
  });

  it('one a million pixels long does not hide that the page was scaled', () => {
    const page = drawnPage(52);
    const map = mapOf(page.gray, page.size);
    const boxes = page.boxes.map(([x1, y1, x2, y2]): Box => [x1 * 2, y1 * 2, x2 * 2, y2 * 2]);
    const check = checkFrame(map, page.size, numbersOf([...boxes, [0, 0, 1_000_000, 1_000_000]]));
    expect(check.verdict).toBe('fits only if');
    expect(check.suggestions[0]?.setting.scaleX).toBeCloseTo(0.5, 2);
  });

  it('100,000 of them are answered', () => {
    const boxes = Array.from({ length: 100_000 }, (_, at): Box => page.boxes[at % page.boxes.length] ?? [0, 0, 1, 1]);
    expect(checkFrame(map, page.size, numbersOf(boxes)).verdict).toBe('fits');
  });

  it('never throw, and scores stay from 0 to 1', () => {
    fc.assert(
      fc.property(small, (boxes) => {
        const { score, suggestions } = checkFrame(map, page.size, numbersOf(boxes));
        for (const one of [score, ...suggestions.map((suggestion) => suggestion.score)]) {
          expect(one).toBeGreaterThanOrEqual(0);
          expect(one).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('a page and its boxes turned together', () => {
  it('are told the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 90 }),
        fc.constantFrom(3, 6, 8),
        fc.constantFrom(1, 0.7),
        (seed, turn, scale) => {
          const page = drawnPage(seed, { width: 400, height: 500 });
          const upright = checkedWith(page, { ...AS_RECEIVED, scaleX: scale, scaleY: scale });
          const by = orientationMatrix(page.size, turn);
          const size = orientedSize(page.size, turn);
          const boxes = page.boxes
            .map((box) => boxThrough(by, box))
            .map(([a, b, c, d]): Box => [a / scale, b / scale, c / scale, d / scale]);
          const gray = shownBy(page, by, size);
          expect(checkFrame(mapOf(gray, size), size, numbersOf(boxes)).verdict).toBe(upright.verdict);
        },
      ),
      { numRuns: 2 },
    );
  });
});

function number(): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: -50, max: 500 }), fc.constantFrom(NaN, Infinity, -Infinity, 1e6, -1e9, 0, 0.5));
}

/** The page is shown through `by`; its boxes are received as they are. */
function checked(page: DrawnPage, by: Affine): FrameCheck {
  return checkFrame(mapOf(shownBy(page, by, page.size), page.size), page.size, numbersOf(page.boxes));
}

/** Boxes are received so that `setting` leads them to where the words are shown; words that leave the picture are not received. */
function checkedWith(page: DrawnPage, setting: FrameSetting): FrameCheck {
  const frame = frameOf(setting, page.size);
  if (setting.degrees !== 0) {
    // The page itself is shown askew: boxes are upright only as received.
    const askew = frameOf({ ...setting, scaleX: 1, scaleY: 1 }, page.size);
    const received = page.boxes.map(([a, b, c, d]): Box => [
      a / setting.scaleX,
      b / setting.scaleY,
      c / setting.scaleX,
      d / setting.scaleY,
    ]);
    return checkFrame(mapOf(shownBy(page, askew, page.size), page.size), page.size, numbersOf(received));
  }
  const received = page.boxes.map((box) => boxThrough(inverse(frame), box)).filter(([x, y]) => x >= 0 && y >= 0);
  return checkFrame(mapOf(page.gray, page.size), page.size, numbersOf(received));
}

/** Px of the picture, of the corner of the received page that is farthest off. */
function distanceOf({ suggestions }: FrameCheck, truth: Affine, { width, height }: Size, shown: Size): number {
  const [first] = suggestions;
  if (!first) return Infinity;
  const found = frameOf(first.setting, shown);
  const back = inverse(truth);
  const corners = [0, width].flatMap((x) => [0, height].map((y) => applyAffine<'received'>(back, x, y)));
  return Math.max(
    ...corners.map(({ x, y }) => {
      const [is, was] = [applyAffine<'image'>(found, x, y), applyAffine<'image'>(truth, x, y)];
      return Math.hypot(is.x - was.x, is.y - was.y);
    }),
  );
}

function boxThrough(by: Affine, [x1, y1, x2, y2]: Box): Box {
  const mapped = mapRect<'image'>(by, { x1, y1, x2, y2 });
  return [mapped.x1, mapped.y1, mapped.x2, mapped.y2];
}

function inverse(by: Affine): Affine {
  const back = invertAffine(by);
  if (!back) throw new Error('There is no way back.');
  return back;
}

/** Words that stand on one line, in one box. */
function linesOf(words: readonly Box[]): Box[] {
  const lines = new Map<number, Box>();
  for (const [x1, y1, x2, y2] of words) {
    const [left, top, right, bottom] = lines.get(y1) ?? [x1, y1, x2, y2];
    lines.set(y1, [Math.min(left, x1), Math.min(top, y1), Math.max(right, x2), Math.max(bottom, y2)]);
  }
  return [...lines.values()];
}
