import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrameCorner } from '../../../src/core/geometry/frame-drag.ts';
import { AS_RECEIVED, frameOf } from '../../../src/core/geometry/frame-setting.ts';
import { frameHandles, gripAt, isFalling, paintFrameHandles } from '../../../src/core/paint/frame-handles.ts';
import { PALETTE } from './a-view.ts';
import { RecordingBrush } from './recording-brush.ts';

const SIZE = { width: 1_000, height: 1_400 };
const EXTENT = { x1: 100, y1: 100, x2: 900, y2: 1_300 };
const VIEW = { scale: 0.5, x: 40, y: 40 };

test('each corner and the knob can be held, everywhere else one holds all of it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8),
      fc.double({ min: -15, max: 15, noNaN: true }),
      (orientation, degrees) => {
        const handles = frameHandles(frameOf({ ...AS_RECEIVED, orientation, degrees }, SIZE), EXTENT, VIEW);
        for (const corner of [0, 1, 2, 3] as const) {
          const { x, y } = handles.corners[corner];
          expect(gripAt(handles, { x: x + 4, y: y - 4 })).toBe(corner);
        }
        expect(gripAt(handles, handles.knob)).toBe('turn');
        expect(gripAt(handles, { x: 290, y: 390 })).toBe('all');
      },
    ),
  );
});

test('the knob stands above what is turned, whichever side that is now', () => {
  for (const orientation of [1, 3, 6, 8] as const) {
    const { corners, knob } = frameHandles(frameOf({ ...AS_RECEIVED, orientation }, SIZE), EXTENT, VIEW);
    expect(knob.y).toBeLessThan(Math.min(...corners.map(({ y }) => y)));
  }
});

test('a knob that would be beyond the upper rim stands inside', () => {
  const { knob } = frameHandles(frameOf(AS_RECEIVED, SIZE), EXTENT, { scale: 0.5, x: 0, y: -45 });
  expect(knob.y).toBeGreaterThan(0);
});

test('a finger holds a corner from farther away', () => {
  const handles = frameHandles(frameOf(AS_RECEIVED, SIZE), EXTENT, VIEW);
  const beside = { x: handles.corners[2].x + 15, y: handles.corners[2].y };
  expect(gripAt(handles, beside)).toBe('all');
  expect(gripAt(handles, beside, true)).toBe(2);
});

const looks = (orientation: 1 | 2) => {
  const handles = frameHandles(frameOf({ ...AS_RECEIVED, orientation }, SIZE), EXTENT, VIEW);
  return ([0, 1, 2, 3] satisfies FrameCorner[]).map((corner) => isFalling(handles, corner));
};

test('the pointer shows along which diagonal a corner goes', () => {
  expect(looks(1)).toEqual([true, false, true, false]);
  expect(looks(2)).toEqual([false, true, false, true]);
});

test('four squares and a knob are drawn where they can be held', () => {
  const brush = new RecordingBrush();
  const handles = frameHandles(frameOf(AS_RECEIVED, SIZE), EXTENT, VIEW);
  paintFrameHandles(brush, handles, PALETTE, 1);
  const squares = brush.drawn.find(({ what }) => what === 'fill')?.boxes ?? [];
  expect(squares.map(({ x, y, width }) => ({ x: x + width / 2, y: y + width / 2 }))).toEqual(handles.corners);
});
