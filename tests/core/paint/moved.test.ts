import { expect, test } from 'vitest';
import { AS_RECEIVED, frameOf } from '../../../src/core/geometry/frame-setting.ts';
import { paintMoved } from '../../../src/core/paint/moved.ts';
import { anInspection } from '../geometry/an-inspection.ts';
import { aFittedView, aView } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

const SIZE = { width: 1_280, height: 900 };

const words = (count: number) =>
  anInspection(
    Array.from({ length: count }, (_, at) => [
      (at % 100) * 12,
      Math.floor(at / 100) * 8,
      (at % 100) * 12 + 9,
      Math.floor(at / 100) * 8 + 5,
    ]),
  );

function strokes(brush: RecordingBrush): number {
  return brush.drawn.filter(({ what }) => what === 'stroke').reduce((sum, { boxes }) => sum + boxes.length, 0);
}

test('boxes are drawn where the hand has them, and nothing else', () => {
  const brush = new RecordingBrush();
  const inspection = anInspection([[100, 100, 200, 150]], { texts: ['word'], imageSize: SIZE });
  const view = aView(inspection, { labels: true, text: true });
  paintMoved(brush, inspection, view, frameOf({ ...AS_RECEIVED, x: 40, y: -10 }, SIZE));
  expect(brush.texts()).toEqual([]);
  const [box] = brush.drawn.filter(({ what }) => what === 'stroke').at(-1)?.boxes ?? [];
  expect(box?.x).toBeCloseTo(140.5, 0);
  expect(box?.y).toBeCloseTo(90.5, 0);
});

test('a region that the hand brings into sight is drawn, one that it takes out of sight is not', () => {
  const inspection = anInspection(
    [
      [-500, 100, -400, 150],
      [600, 100, 700, 150],
    ],
    { imageSize: SIZE },
  );
  const brush = new RecordingBrush();
  paintMoved(brush, inspection, aView(inspection), frameOf({ ...AS_RECEIVED, x: 900, y: 0 }, SIZE));
  const places = brush.drawn.flatMap(({ boxes }) => boxes.map(({ x }) => Math.round(x / 10) * 10));
  expect(new Set(places)).toEqual(new Set([400]));
});

test('of very many a sample is drawn, always the same one', () => {
  const inspection = words(40_000);
  const [one, other] = [new RecordingBrush(), new RecordingBrush()];
  paintMoved(one, inspection, aFittedView(inspection), frameOf({ ...AS_RECEIVED, x: 1, y: 0 }, SIZE));
  paintMoved(other, inspection, aFittedView(inspection), frameOf({ ...AS_RECEIVED, x: 5, y: 0 }, SIZE));
  expect(strokes(one)).toBeLessThanOrEqual(1_500);
  expect(strokes(one)).toBeGreaterThan(700);
  expect(strokes(other)).toBe(strokes(one));
});
