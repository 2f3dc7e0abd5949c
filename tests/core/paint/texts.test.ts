import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AS_RECEIVED, frameOf } from '../../../src/core/geometry/frame-setting.ts';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { paintRegions } from '../../../src/core/paint/regions.ts';
import { anInspection, type Box } from '../geometry/an-inspection.ts';
import { paletteOf } from '../../../src/core/paint/palette.ts';
import { aView, PALETTE } from './a-view.ts';
import { LETTER, RecordingBrush } from './recording-brush.ts';

function paint(inspection: Inspection, scale = 1) {
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection, { text: true, viewport: { scale, x: 0, y: 0 } }));
  return brush;
}

test('the text of a region never leaves its box, at any zoom', () => {
  const text = fc.string({ maxLength: 120 });
  const size = fc.integer({ min: 8, max: 400 });
  const scale = fc.double({ min: 0.2, max: 6, noNaN: true });
  fc.assert(
    fc.property(text, size, size, scale, (text, width, height, scale) => {
      const inspection = anInspection([[20, 20, 20 + width, 20 + height]], { texts: [text] });
      for (const { at } of paint(inspection, scale).texts()) {
        expect(at.x).toBeGreaterThanOrEqual(20 * scale - 1);
        expect(at.y).toBeGreaterThanOrEqual(20 * scale - 1);
        expect(at.x + at.width).toBeLessThanOrEqual((20 + width) * scale + 1);
        expect(at.y + at.height).toBeLessThanOrEqual((20 + height) * scale + 1);
      }
    }),
  );
});

test('each region shows the text paired with it, on a plate', () => {
  const boxes: Box[] = [
    [0, 0, 100, 20],
    [0, 30, 100, 50],
  ];
  const brush = paint(anInspection(boxes, { texts: ['first', 'second'] }));
  expect(brush.texts().map((one) => one.text)).toEqual(['first', 'second']);
  const plates = brush.drawn.filter((one) => one.what === 'fill' && one.fillStyle === PALETTE.plate);
  expect(plates.flatMap((one) => one.boxes)).toHaveLength(2);
});

test('text from right to left begins at the right edge', () => {
  const brush = paint(anInspection([[0, 0, 300, 20]], { texts: ['שלום'] }));
  const [line] = brush.texts();
  expect((line?.at.x ?? 0) + (line?.at.width ?? 0)).toBeGreaterThan(290);
});

test('what would be too small to read is left out, plate and all, so that the picture stays', () => {
  const inspection = anInspection([[0, 0, 100, 12]], { texts: ['small'] });
  const brush = paint(inspection, 0.3);
  expect(brush.texts()).toEqual([]);
  expect(brush.drawn.some((one) => one.fillStyle === PALETTE.plate && one.what === 'fill')).toBe(false);
});

test('a region without text shows the picture', () => {
  const brush = paint(anInspection([[0, 0, 100, 20]], { texts: [null] }));
  expect(brush.texts()).toEqual([]);
});

test('a text is fitted once, not in every frame', () => {
  const inspection = anInspection([[0, 0, 100, 20]], { texts: ['measured once'] });
  paint(inspection);
  const brush = new RecordingBrush();
  let measured = 0;
  const measure = brush.measureText.bind(brush);
  brush.measureText = (text) => {
    measured += 1;
    return measure(text);
  };
  paintRegions(brush, inspection, aView(inspection, { text: true, viewport: { scale: 2, x: 5, y: 5 } }));
  expect(measured).toBe(0);
  expect(brush.texts()).toHaveLength(1);
});

test('the words of a line have letters of one height and fill their boxes, though a font is wider or narrower', () => {
  const letters = 20 * LETTER;
  const boxes: Box[] = [
    [0, 0, 4 * letters, 20],
    [60, 0, 60 + 6 * letters * 1.1, 20],
    [200, 0, 200 + 3 * letters * 0.8, 20],
  ];
  const words = paint(anInspection(boxes, { texts: ['some', 'larger', 'dog'] }), 1.37).texts();
  expect(words).toHaveLength(3);
  for (const [i, word] of words.entries()) {
    const [x1 = 0, , x2 = 0] = (boxes[i] ?? []).map((edge) => edge * 1.37);
    expect(word.at.height).toBeCloseTo(20 * 1.37, 6);
    expect(Math.abs(word.at.x - x1)).toBeLessThan(2);
    expect(Math.abs(word.at.x + word.at.width - x2)).toBeLessThan(2);
  }
});

test('the plate of what the search found is tinted, so that hits are seen while texts are shown', () => {
  const boxes: Box[] = [
    [0, 0, 100, 20],
    [0, 30, 100, 50],
  ];
  const inspection = anInspection(boxes, { texts: ['first', 'second'] });
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection, { text: true, matches: Uint32Array.from([1]) }));
  const tinted = brush.drawn.filter((one) => one.what === 'fill' && one.fillStyle === PALETTE.foundPlate);
  expect(tinted.flatMap((one) => one.boxes).map(({ y }) => Math.floor(y / 30))).toEqual([1]);
});

test('over a picture plates are the colour of paper in both themes; only the blank page is dark', () => {
  expect(paletteOf('dark', true).plate).toBe(paletteOf('light').plate);
  expect(paletteOf('dark', true).ink).toBe(paletteOf('light').ink);
  expect(paletteOf('dark').plate).not.toBe(paletteOf('light').plate);
});

const SIZE = { width: 600, height: 400 };

test('a text lies as its box lies under a slanted frame, and its plate covers no more than the box', () => {
  const frame = frameOf({ ...AS_RECEIVED, degrees: 7 }, SIZE);
  const brush = paint(anInspection([[50, 100, 450, 120]], { texts: ['slanted'], frame }));
  const [text] = brush.texts();
  expect(text?.angle).toBeCloseTo((7 * Math.PI) / 180, 6);
  // An upright plate would be as high as the box reaches: 69 pixels.
  expect(text?.at.height).toBeLessThan(30);
  const plate = brush.drawn.find((one) => one.fillStyle === PALETTE.plate && one.what === 'fill');
  const [a, b, , d] = plate?.points ?? [];
  if (!a || !b || !d) throw new Error('There is no plate.');
  expect(Math.hypot(b.x - a.x, b.y - a.y)).toBeCloseTo(397, 0);
  expect(Math.hypot(d.x - a.x, d.y - a.y)).toBeCloseTo(17, 0);
});

test('under turned and mirrored frames a text is never upside down, and never mirrored', () => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
    const frame = frameOf({ ...AS_RECEIVED, orientation, degrees: 3 }, SIZE);
    const [text] = paint(anInspection([[50, 100, 350, 120]], { texts: ['turned'], frame })).texts();
    expect(text).toBeDefined();
    expect(Math.abs(text?.angle ?? NaN)).toBeLessThanOrEqual(Math.PI / 2);
    expect(text?.at.width).toBeGreaterThan(0);
  }
});

const sizeUnder = (orientation: 1 | 6) => {
  const frame = frameOf({ ...AS_RECEIVED, orientation }, SIZE);
  const [text] = paint(anInspection([[20, 100, 320, 120]], { texts: ['a line of words'], frame })).texts();
  return text?.at;
};

test('a line that is turned by a quarter is set along its box, as large as it was', () => {
  expect(sizeUnder(6)?.width).toBeCloseTo(sizeUnder(1)?.width ?? NaN, 0);
});
