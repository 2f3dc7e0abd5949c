import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Inspection } from '../../../src/core/inspection/inspection.ts';
import { paintRegions } from '../../../src/core/paint/regions.ts';
import { anInspection, type Box } from '../geometry/an-inspection.ts';
import { aView, PALETTE } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

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
  brush.measureText = () => {
    measured += 1;
    return { width: 10 };
  };
  paintRegions(brush, inspection, aView(inspection, { text: true, viewport: { scale: 2, x: 5, y: 5 } }));
  expect(measured).toBe(0);
  expect(brush.texts()).toHaveLength(1);
});
