import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutInFrame } from '../../../src/core/export/cut.ts';
import { straightCut } from '../../../src/core/export/straight-cut.ts';
import { applyAffine, determinant, invertAffine, keepsUpright } from '../../../src/core/geometry/affine.ts';
import { AS_RECEIVED, frameOf, type FrameSetting } from '../../../src/core/geometry/frame-setting.ts';
import { type Orientation, swapsAxes } from '../../../src/core/geometry/orientation.ts';
import { type ReceivedRect, type Size } from '../../../src/core/geometry/space.ts';

const IMAGE = { width: 300, height: 200 };
const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

const settings = fc.record({
  scaleX: fc.double({ min: 0.3, max: 3, noNaN: true }),
  scaleY: fc.double({ min: 0.3, max: 3, noNaN: true }),
  orientation: fc.constantFrom(...ORIENTATIONS),
  degrees: fc.double({ min: -40, max: 40, noNaN: true }).filter((degrees) => Math.abs(degrees) > 0.01),
  x: fc.integer({ min: -60, max: 60 }),
  y: fc.integer({ min: -60, max: 60 }),
});
const side = fc.integer({ min: -50, max: 350 });
const rects = fc.record({ x1: side, y1: side, x2: side, y2: side });

function corners({ x1, y1, x2, y2 }: ReceivedRect) {
  return [
    [x1, y1],
    [x2, y1],
    [x2, y2],
    [x1, y2],
  ] as const;
}

function moved({ x1, y1, x2, y2 }: ReceivedRect, x: number, y: number): ReceivedRect {
  return { x1: x1 + x, y1: y1 + y, x2: x2 + x, y2: y2 + y };
}

/** `round(received width x |scale|)` by height, as the image shows it. */
function sizeOf({ x1, y1, x2, y2 }: ReceivedRect, { scaleX, scaleY, orientation }: FrameSetting): Size {
  const width = Math.max(1, Math.round(Math.abs(x2 - x1) * scaleX));
  const height = Math.max(1, Math.round(Math.abs(y2 - y1) * scaleY));
  return swapsAxes(orientation) ? { width: height, height: width } : { width, height };
}

describe('a slanted region that is straightened', () => {
  it('has the size of the region on the image, and its box holds all four corners', () => {
    let cuts = 0;
    fc.assert(
      fc.property(rects, settings, fc.integer({ min: 0, max: 9 }), (near, setting, padding) => {
        const frame = frameOf(setting, IMAGE);
        // Whole: what the image does not hold is left out, which is asked for below.
        const far = { width: 10_000, height: 10_000 };
        const big = frameOf(setting, far);
        const middle = applyAffine<'received'>(invertAffine(big) ?? big, 5_000, 5_000);
        const rect = moved(near, Math.round(middle.x), Math.round(middle.y));
        const whole = straightCut(big, rect, padding, far);
        const box = cutInFrame(big, rect, padding, far);
        fc.pre(rect.x1 !== rect.x2 && rect.y1 !== rect.y2);
        const { width, height } = sizeOf(rect, setting);
        expect(whole).toMatchObject({ width: width + 2 * padding, height: height + 2 * padding });
        for (const [x, y] of corners(rect)) {
          const at = applyAffine<'image'>(big, x, y);
          expect(at.x >= (box?.x1 ?? NaN) - 1e-6 && at.x <= (box?.x2 ?? NaN) + 1e-6).toBe(true);
          expect(at.y >= (box?.y1 ?? NaN) - 1e-6 && at.y <= (box?.y2 ?? NaN) + 1e-6).toBe(true);
        }
        for (const { x, y } of whole?.corners ?? []) {
          expect(x >= (whole?.cut.x1 ?? NaN) - 2e-6 && x <= (whole?.cut.x2 ?? NaN) + 2e-6).toBe(true);
          expect(y >= (whole?.cut.y1 ?? NaN) - 2e-6 && y <= (whole?.cut.y2 ?? NaN) + 2e-6).toBe(true);
        }
        const cut = straightCut(frame, near, padding, IMAGE);
        if (!cut) return;
        cuts += 1;
        expect(cut.width <= width + 2 * padding && cut.height <= height + 2 * padding).toBe(true);
        const { x, y, width: across, height: down } = cut.reads;
        expect(x >= 0 && y >= 0 && x + across <= IMAGE.width && y + down <= IMAGE.height).toBe(true);
        expect(x <= cut.cut.x1 && y <= cut.cut.y1 && x + across >= cut.cut.x2 && y + down >= cut.cut.y2).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(cuts).toBeGreaterThan(100);
  });

  it('is turned by 45 degrees at most, never mirrored and never scaled', () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: -180, max: 180 }), (setting, degrees) => {
        const frame = frameOf({ ...setting, degrees: degrees + 0.5, x: 0, y: 0 }, IMAGE);
        const cut = straightCut(frame, { x1: -500, y1: -500, x2: 900, y2: 900 }, 0, IMAGE);
        const by = cut?.toPixels ?? { a: 0, b: 0, c: 0, d: 0, e: 0, f: 0 };
        expect(determinant(by)).toBeCloseTo(1, 12);
        expect(by.a >= Math.abs(by.b) - 1e-12 && by.a === by.d && by.b === -by.c).toBe(true);
      }),
    );
  });

  it.each(ORIENTATIONS)(
    'in a page turned as %i has its top left at the region’s top left as the image shows it',
    (o) => {
      const setting = { ...AS_RECEIVED, orientation: o };
      const slanted = frameOf({ ...setting, degrees: 5 }, IMAGE);
      const back = frameOf({ ...AS_RECEIVED, degrees: -5 }, IMAGE);
      const box = cutInFrame(frameOf(setting, IMAGE), { x1: 90, y1: 80, x2: 130, y2: 100 }, 0, IMAGE);
      const [topLeft] = straightCut(slanted, { x1: 90, y1: 80, x2: 130, y2: 100 }, 0, IMAGE)?.corners ?? [];
      const at = applyAffine<'image'>(back, topLeft?.x ?? NaN, topLeft?.y ?? NaN);
      expect([at.x, at.y].map((value) => Number(value.toFixed(9)) + 0)).toEqual([box?.x1, box?.y1]);
    },
  );

  it('is nothing where it is off the image, has no area, or is not a rectangle', () => {
    const frame = frameOf({ ...AS_RECEIVED, degrees: 10 }, IMAGE);
    expect(straightCut(frame, { x1: 900, y1: 0, x2: 950, y2: 20 }, 0, IMAGE)).toBeNull();
    // Its bounding box touches the image, the region does not.
    const corner = { x1: -60, y1: 0, x2: -17, y2: 100 };
    expect(cutInFrame(frame, corner, 0, IMAGE)).not.toBeNull();
    expect(straightCut(frame, corner, 0, IMAGE)).toBeNull();
    expect(straightCut(frame, { x1: 50, y1: 50, x2: 50, y2: 90 }, 0, IMAGE)).toBeNull();
    expect(cutInFrame(frame, { x1: 50, y1: 50, x2: 50, y2: 90 }, 0, IMAGE)).toBeNull();
    expect(straightCut(frame, { x1: NaN, y1: NaN, x2: NaN, y2: NaN }, 4, IMAGE)).toBeNull();
    expect(straightCut({ a: 0, b: 0, c: 0, d: 0, e: 5, f: 5 }, { x1: 0, y1: 0, x2: 9, y2: 9 }, 0, IMAGE)).toBeNull();
  });

  it('ends with the image, however large the padding', () => {
    const frame = frameOf({ ...AS_RECEIVED, degrees: 10 }, IMAGE);
    const cut = straightCut(frame, { x1: 50, y1: 50, x2: 90, y2: 70 }, 32_767, IMAGE);
    expect([cut?.cut, cut?.reads]).toEqual([
      { x1: 0, y1: 0, x2: 300, y2: 200 },
      { x: 0, y: 0, width: 300, height: 200 },
    ]);
    expect((cut?.width ?? 0) < 335 && (cut?.height ?? 0) < 255).toBe(true);
  });
});

describe('an upright cut under a frame', () => {
  it('of a copy that was scaled takes no pixel more than the region covers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0.1, 0.3, 1 / 3, 0.54, 1 / 1.85, 0.7, 1.85, 2.2, 3),
        fc.constantFrom(...ORIENTATIONS),
        fc.tuple(fc.nat(90), fc.nat(90), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 })),
        (scale, orientation, [x, y, width, height]) => {
          const frame = frameOf({ ...AS_RECEIVED, scaleX: scale, scaleY: scale, orientation }, IMAGE);
          const box = { x1: x, y1: y, x2: x + width, y2: y + height };
          const received = { x1: x / scale, y1: y / scale, x2: box.x2 / scale, y2: box.y2 / scale };
          const turned = cutInFrame(frameOf({ ...AS_RECEIVED, orientation }, IMAGE), box, 0, IMAGE);
          expect(cutInFrame(frame, received, 0, IMAGE)).toEqual(turned);
        },
      ),
    );
  });

  it('by quarter turns counts as upright, whichever way they are said', () => {
    for (const degrees of [90, 180, 270, -90, 360])
      expect(keepsUpright(frameOf({ ...AS_RECEIVED, degrees }, IMAGE))).toBe(true);
  });
});
