import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paintMarker } from '../../../src/core/paint/marker.ts';
import { paintRegions } from '../../../src/core/paint/regions.ts';
import { aGrid, anInspection, type Box } from '../geometry/an-inspection.ts';
import { aFittedView, aView, PALETTE } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

const { plain, flagged, outside } = PALETTE.looks;

test('5,000 boxes take 25 strokes and 25 fills', () => {
  const inspection = anInspection(aGrid(50, 100));
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aFittedView(inspection));
  expect(brush.count('stroke')).toBe(25);
  expect(brush.count('fill')).toBe(25);
  expect(brush.drawn.flatMap((one) => (one.what === 'stroke' ? one.boxes : []))).toHaveLength(5000);
});

test('boxes out of sight are not drawn', () => {
  const inspection = anInspection(aGrid(100, 100, 20, 20, 20));
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection, { stage: { width: 400, height: 400 } }));
  const boxes = brush.drawn.filter((one) => one.what === 'fill').flatMap((one) => one.boxes);
  // Ten a side and those that reach into the margin for badges and halos.
  expect(boxes.length).toBe(121);
});

test('without regions nothing is drawn', () => {
  const inspection = anInspection([]);
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection, { labels: true, text: true, order: true }));
  expect(brush.drawn.filter((one) => one.boxes.length > 0 || one.text !== '')).toEqual([]);
});

test('flagged regions and those outside the image differ by dash and by a line across, not by colour alone', () => {
  const boxes: Box[] = [
    [10, 10, 60, 60],
    [160, 60, 110, 10],
    [350, 10, 450, 60],
  ];
  const inspection = anInspection(boxes, { imageSize: { width: 400, height: 100 } });
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection));
  const strokeOf = (colour: string) =>
    brush.drawn.find((one) => one.what === 'stroke' && one.strokeStyle === colour && one.boxes.length > 0);
  expect(strokeOf(plain.stroke)?.dash).toEqual([]);
  expect(strokeOf(flagged.stroke)?.dash).toEqual(flagged.dash);
  expect(strokeOf(outside.stroke)?.dash).toEqual(outside.dash);
  expect(strokeOf(outside.stroke)?.points).toHaveLength(2);
  expect(strokeOf(flagged.stroke)?.points).toHaveLength(0);
});

test('what the search found is marked and drawn thicker; the rest steps back', () => {
  const inspection = anInspection(aGrid(3, 1, 60, 40, 5));
  const brush = new RecordingBrush();
  const matches = Uint32Array.from([1, 99]);
  paintMarker(brush, inspection, aView(inspection), matches);
  paintRegions(brush, inspection, aView(inspection, { matches }));
  const marked = brush.drawn.filter((one) => one.fillStyle === PALETTE.marker && one.what === 'fill');
  expect(marked.flatMap((one) => one.boxes)).toHaveLength(1);
  expect(marked[0]?.boxes[0]?.x).toBe(65);
  // A marker dyes the paper and leaves print black.
  expect(marked[0]?.blend).toBe('multiply');
  const lines = brush.drawn.filter((one) => one.what === 'stroke');
  const thin = lines.find((one) => one.boxes.length === 2);
  const thick = lines.find((one) => one.boxes.length === 1 && one.strokeStyle === plain.stroke);
  expect(thick?.lineWidth ?? 0).toBeGreaterThan(thin?.lineWidth ?? 99);
});

test('the line of a small hit is thin, so that its marker shows', () => {
  const inspection = anInspection(aGrid(3, 1, 30, 7, 5));
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection, { matches: Uint32Array.from([1]) }));
  const line = brush.drawn.find((one) => one.what === 'stroke' && one.strokeStyle === plain.stroke);
  expect(line?.lineWidth).toBe(1);
});

test('a large box has a light casing under its line, so that it shows on dark pictures', () => {
  const inspection = anInspection([[10, 10, 200, 100]]);
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection));
  const [casing, line] = brush.drawn.filter((one) => one.what === 'stroke');
  expect(casing?.strokeStyle).toBe(PALETTE.casing);
  expect(line?.strokeStyle).toBe(plain.stroke);
  expect(casing?.lineWidth ?? 0).toBeGreaterThan(line?.lineWidth ?? 99);
});

test('lines cover whole device pixels inside their box, whatever the zoom and the density', () => {
  const ratios = fc.constantFrom(1, 1.25, 1.5, 2, 3);
  const scales = fc.double({ min: 0.2, max: 8, noNaN: true });
  const offsets = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(ratios, scales, offsets, offsets, (pixelRatio, scale, x, y) => {
      const inspection = anInspection([[100, 100, 180.5, 140.25]]);
      const brush = new RecordingBrush();
      paintRegions(brush, inspection, aView(inspection, { pixelRatio, viewport: { scale, x, y } }));
      const line = brush.drawn.find((one) => one.what === 'stroke' && one.strokeStyle === plain.stroke);
      const [box] = line?.boxes ?? [];
      if (!line || !box) return;
      const outer = [box.x - line.lineWidth / 2, box.y - line.lineWidth / 2].map((edge) => edge * pixelRatio);
      for (const edge of outer) expect(edge).toBeCloseTo(Math.round(edge), 4);
      expect(line.lineWidth * pixelRatio).toBeCloseTo(Math.round(line.lineWidth * pixelRatio), 6);
    }),
  );
});

test('under a turned frame a box is drawn as the turned quadrangle it is', () => {
  const [cos, sin] = [Math.cos(0.3), Math.sin(0.3)];
  const frame = { a: cos, b: sin, c: -sin, d: cos, e: 300, f: 0 };
  const inspection = anInspection([[0, 0, 100, 50]], { frame });
  const brush = new RecordingBrush();
  paintRegions(brush, inspection, aView(inspection));
  const line = brush.drawn.find((one) => one.what === 'stroke' && one.strokeStyle === plain.stroke);
  expect(line?.boxes).toEqual([]);
  expect(line?.points).toHaveLength(4);
  expect(line?.points[1]?.x).toBeCloseTo(300 + 100 * cos, 6);
  expect(line?.points[1]?.y).toBeCloseTo(100 * sin, 6);
});
