import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAffine } from '../../../src/core/geometry/affine.ts';
import { cornersOf, dragFrame, type FrameCorner } from '../../../src/core/geometry/frame-drag.ts';
import { AS_RECEIVED, type FrameSetting, frameOf, SETTING_LIMITS } from '../../../src/core/geometry/frame-setting.ts';
import type { ImagePoint } from '../../../src/core/geometry/space.ts';

const SIZE = { width: 1_000, height: 1_400 };
const EXTENT = { x1: 40, y1: 60, x2: 640, y2: 960 };

const settings: fc.Arbitrary<FrameSetting> = fc.record({
  scaleX: fc.double({ min: 0.3, max: 3, noNaN: true }),
  scaleY: fc.double({ min: 0.3, max: 3, noNaN: true }),
  orientation: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8),
  degrees: fc.double({ min: -15, max: 15, noNaN: true }),
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
});
const corners = fc.constantFrom<FrameCorner>(0, 1, 2, 3);
const inside = fc.double({ min: 0.2, max: 3, noNaN: true });

const apart = (one: ImagePoint, other: ImagePoint) => Math.hypot(one.x - other.x, one.y - other.y);
const OPPOSITE = [2, 3, 0, 1] as const;
/** Settings are rounded to what a person reads. */
const NEAR = 0.05;

test('a corner that is dragged freely follows the pointer, and the opposite one stays', () => {
  fc.assert(
    fc.property(settings, corners, inside, inside, (setting, corner, byX, byY) => {
      const before = cornersOf(setting, SIZE, EXTENT);
      const from = before[corner];
      // Somewhere on the same side of the opposite corner.
      const scaled = { ...setting, scaleX: setting.scaleX * byX, scaleY: setting.scaleY * byY };
      const wanted = cornersOf(scaled, SIZE, EXTENT);
      const opposite = OPPOSITE[corner];
      const shift = { x: before[opposite].x - wanted[opposite].x, y: before[opposite].y - wanted[opposite].y };
      const to = { x: wanted[corner].x + shift.x, y: wanted[corner].y + shift.y };
      const after = cornersOf(
        dragFrame({ grip: corner, setting, size: SIZE, extent: EXTENT, from }, to, true),
        SIZE,
        EXTENT,
      );
      expect(apart(after[corner], to)).toBeLessThan(NEAR);
      expect(apart(after[opposite], before[opposite])).toBeLessThan(NEAR);
    }),
  );
});

test('a corner dragged without Shift keeps the shape and the opposite corner, and follows along the diagonal', () => {
  fc.assert(
    fc.property(settings, corners, inside, (setting, corner, by) => {
      const before = cornersOf(setting, SIZE, EXTENT);
      const opposite = OPPOSITE[corner];
      const [from, fixed] = [before[corner], before[opposite]];
      const to = { x: fixed.x + (from.x - fixed.x) * by, y: fixed.y + (from.y - fixed.y) * by };
      const next = dragFrame({ grip: corner, setting, size: SIZE, extent: EXTENT, from }, to);
      const after = cornersOf(next, SIZE, EXTENT);
      expect(apart(after[corner], to)).toBeLessThan(NEAR);
      expect(apart(after[opposite], fixed)).toBeLessThan(NEAR);
      expect(next.scaleX / next.scaleY).toBeCloseTo(setting.scaleX / setting.scaleY, 3);
    }),
  );
});

test('dragging anywhere moves everything by whole pixels', () => {
  fc.assert(
    fc.property(settings, fc.double({ min: -300, max: 300, noNaN: true }), (setting, by) => {
      const next = dragFrame(
        { grip: 'all', setting, size: SIZE, extent: EXTENT, from: { x: 10, y: 10 } },
        { x: 10 + by, y: 10 - by },
      );
      expect(next).toEqual({ ...setting, x: setting.x + Math.round(by), y: setting.y + Math.round(-by) });
    }),
  );
});

test('the knob turns about the middle, which stays, as far as skew goes', () => {
  fc.assert(
    fc.property(settings, fc.double({ min: -170, max: 170, noNaN: true }), (setting, by) => {
      const middle = applyAffine<'image'>(frameOf(setting, SIZE), 340, 510);
      const angle = (by * Math.PI) / 180;
      const from = { x: middle.x, y: middle.y - 400 };
      const to = { x: middle.x + 400 * Math.sin(angle), y: middle.y - 400 * Math.cos(angle) };
      const next = dragFrame({ grip: 'turn', setting, size: SIZE, extent: EXTENT, from }, to);
      const wanted = setting.degrees + by;
      const turned = ((((wanted + 180) % 360) + 360) % 360) - 180;
      const most = Math.min(Math.max(turned, -SETTING_LIMITS.degrees), SETTING_LIMITS.degrees);
      // It finds no angle when it is near it.
      expect(Math.abs(next.degrees - most)).toBeLessThan(next.degrees === 0 ? 0.5 : 0.02);
      expect(Math.abs(next.degrees)).toBeLessThanOrEqual(SETTING_LIMITS.degrees);
      expect(apart(applyAffine(frameOf(next, SIZE), 340, 510), middle)).toBeLessThan(NEAR);
    }),
  );
});

test('near no angle at all the knob finds none', () => {
  const from = { x: 340, y: 110 };
  const drag = { grip: 'turn', setting: AS_RECEIVED, size: SIZE, extent: EXTENT, from } as const;
  expect(dragFrame(drag, { x: 342, y: 110 })).toEqual(AS_RECEIVED);
  expect(dragFrame(drag, { x: 360, y: 110 }).degrees).toBeGreaterThan(2);
});

test('a corner that is dragged across the opposite one does not mirror: that is a turn of its own', () => {
  const drag = { grip: 2, setting: AS_RECEIVED, size: SIZE, extent: EXTENT, from: { x: 640, y: 960 } } as const;
  const { scaleX, scaleY } = dragFrame(drag, { x: -500, y: -500 }, true);
  expect(scaleX).toBeGreaterThan(0);
  expect(scaleY).toBeGreaterThan(0);
});
