import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Frame,
  IDENTITY_FRAME,
  isIdentity,
  toImagePoint,
  toImageRect,
  toReceivedPoint,
} from '../../../src/core/inspection/frame.ts';

const number = fc.double({ min: -1000, max: 1000, noNaN: true });

test('the identity leaves every number as received', () => {
  fc.assert(
    fc.property(number, number, (x, y) => {
      expect(toImagePoint(IDENTITY_FRAME, { x, y })).toEqual({ x: x + 0, y: y + 0 });
    }),
  );
  expect(isIdentity(IDENTITY_FRAME)).toBe(true);
  expect(isIdentity({ ...IDENTITY_FRAME, e: 1 })).toBe(false);
});

test('a point goes to the image and back under scale, turn and shift', () => {
  const scale = fc.double({ min: 0.1, max: 10, noNaN: true });
  const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
  fc.assert(
    fc.property(scale, angle, number, number, number, number, (s, angle, e, f, x, y) => {
      const [cos, sin] = [Math.cos(angle) * s, Math.sin(angle) * s];
      const frame: Frame = { a: cos, b: sin, c: -sin, d: cos, e, f };
      const back = toReceivedPoint(frame, toImagePoint(frame, { x, y }));
      expect(back.x).toBeCloseTo(x, 6);
      expect(back.y).toBeCloseTo(y, 6);
    }),
  );
});

test('a frame that flattens the picture says so in words', () => {
  expect(() => toReceivedPoint({ ...IDENTITY_FRAME, a: 0 }, { x: 1, y: 1 })).toThrow(/cannot be undone/);
});

test('a quarter turn maps a box to a box', () => {
  const frame: Frame = { a: 0, b: 1, c: -1, d: 0, e: 100, f: 0 };
  expect(toImageRect(frame, { x1: 10, y1: 20, x2: 30, y2: 50 })).toEqual({ x1: 50, y1: 10, x2: 80, y2: 30 });
});
