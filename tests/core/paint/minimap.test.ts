import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regionIndexOf } from '../../../src/core/geometry/region-index.ts';
import { minimapPoint, minimapSize, minimapView, paintMinimapRegions } from '../../../src/core/paint/minimap.ts';
import { toScreen } from '../../../src/core/geometry/viewport.ts';
import { aGrid, anInspection } from '../geometry/an-inspection.ts';
import { PALETTE } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

const LIMITS = { width: 176, height: 176 };

test('keeps the shape of the page and stays within its limits', () => {
  expect(minimapSize({ x1: 0, y1: 0, x2: 1000, y2: 2000 }, LIMITS)).toEqual({ width: 88, height: 176 });
  expect(minimapSize({ x1: -50, y1: 0, x2: 50, y2: 1 }, LIMITS)).toEqual({ width: 176, height: 8 });
});

test('a press on the map means the point of the picture that is drawn there', () => {
  const number = fc.integer({ min: -500, max: 3000 });
  const length = fc.integer({ min: 10, max: 5000 });
  fc.assert(
    fc.property(number, number, length, length, number, number, (x1, y1, w, h, x, y) => {
      const content = { x1, y1, x2: x1 + w, y2: y1 + h };
      const size = minimapSize(content, LIMITS);
      const on = toScreen({ x, y }, minimapView(content, size));
      const back = minimapPoint(content, size, on.x, on.y);
      expect(back.x).toBeCloseTo(x, 5);
      expect(back.y).toBeCloseTo(y, 5);
    }),
  );
});

test('every region leaves a mark, however small, within the map', () => {
  const inspection = anInspection(aGrid(40, 40, 2, 1, 60));
  const { rows, extent } = regionIndexOf(inspection);
  if (!extent) throw new Error('The grid has an extent.');
  const size = minimapSize(extent, LIMITS);
  const brush = new RecordingBrush();
  paintMinimapRegions(brush, inspection, rows, { content: extent, size, pixelRatio: 2, palette: PALETTE });
  const marks = brush.drawn.flatMap((one) => one.boxes);
  expect(marks).toHaveLength(1600);
  for (const mark of marks) {
    expect(mark.width).toBeGreaterThanOrEqual(0.5);
    expect(mark.x).toBeGreaterThanOrEqual(0);
    expect(mark.y + mark.height).toBeLessThanOrEqual(size.height + 1);
  }
});
