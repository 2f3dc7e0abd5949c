import { expect, test } from 'vitest';
import { paintMissedInk } from '../../../src/core/paint/missed-ink.ts';
import { PALETTE } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

const VIEW = {
  viewport: { scale: 2, x: 10, y: 20 },
  stage: { width: 800, height: 600 },
  pixelRatio: 1,
  palette: PALETTE,
};

function painted(missed: number[], view = VIEW): RecordingBrush {
  const brush = new RecordingBrush();
  paintMissedInk(brush, Float64Array.from(missed), view);
  return brush;
}

test('missed ink is tinted, dotted round and hatched in its place', () => {
  const { drawn } = painted([100, 50, 140, 70]);
  expect(drawn.map(({ what }) => what)).toEqual(['fill', 'stroke', 'stroke']);
  expect(drawn[0]?.boxes).toEqual([{ x: 210.5, y: 120.5, width: 79, height: 39 }]);
  expect(drawn[1]?.dash).not.toEqual([]);
  expect(drawn[2]?.dash).toEqual([]);
  const points = drawn[2]?.points ?? [];
  expect(points.length).toBeGreaterThan(10);
  for (const { x, y } of points) {
    expect(x).toBeGreaterThanOrEqual(210);
    expect(x).toBeLessThanOrEqual(290);
    expect(y).toBeGreaterThanOrEqual(120);
    expect(y).toBeLessThanOrEqual(160);
  }
});

const lines = (x: number) =>
  painted([100, 50, 140, 70], { ...VIEW, viewport: { ...VIEW.viewport, x } }).drawn[2]?.points.map((at) => at.x - x);

test('the hatching moves with the picture', () => {
  expect(lines(17)).toEqual(lines(10));
});

test('ink that is out of sight draws nothing, and a speck is seen all the same', () => {
  expect(painted([1_000, 0, 1_100, 50]).drawn).toEqual([]);
  expect(painted([]).drawn).toEqual([]);
  const [speck] = painted([10, 10, 10.1, 10.1]).drawn[0]?.boxes ?? [];
  expect(speck?.width).toBeGreaterThanOrEqual(2);
});

test('a box far larger than the stage costs no more lines than the stage holds', () => {
  const { drawn } = painted([-1e6, -1e6, 1e6, 1e6]);
  const lines = drawn.slice(2).reduce((sum, { points }) => sum + points.length / 2, 0);
  expect(lines).toBeLessThan(1_000);
});

test('many places are a few paths', () => {
  const many = Array.from({ length: 2_000 }, (_, at) => [
    (at % 40) * 9,
    Math.floor(at / 40) * 5,
    (at % 40) * 9 + 6,
    Math.floor(at / 40) * 5 + 3,
  ]);
  expect(painted(many.flat()).count('fill')).toBe(20);
});
