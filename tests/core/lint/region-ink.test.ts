import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InkMap, inkMapOf, isInk } from '../../../src/core/frame-check/ink-map.ts';
import { frameOf } from '../../../src/core/geometry/frame-setting.ts';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { regionInk } from '../../../src/core/lint/region-ink.ts';

const WIDTH = 60;
const HEIGHT = 40;

const maps = fc
  .uint8Array({ minLength: WIDTH * HEIGHT, maxLength: WIDTH * HEIGHT, max: 1 })
  .map((marks) => inkMapOf(marks, WIDTH, HEIGHT));
const whole = (most: number) => fc.integer({ min: -10, max: most + 10 });
const boxes = fc.tuple(whole(WIDTH), whole(HEIGHT), whole(WIDTH), whole(HEIGHT));

describe('ink in the box of a region', () => {
  it('is the share of its pixels on the image, whatever the order of its corners', () => {
    fc.assert(
      fc.property(maps, boxes, (map, box) => {
        const [one] = regionInk(map, IDENTITY_FRAME, Float64Array.from(box));
        const expected = counted(map, box);
        expect(one).toSatisfy((share: number) => Object.is(share, expected) || Math.abs(share - expected) < 1e-5);
      }),
    );
  });

  it('follows the frame by quarter turns and scale', () => {
    fc.assert(
      fc.property(maps, boxes, fc.constantFrom(3, 6, 8), (map, box, orientation) => {
        const setting = { scaleX: 2, scaleY: 2, orientation, degrees: 0, x: 0, y: 0 } as const;
        const frame = frameOf(setting, map);
        const corners = [frame.a * box[0] + frame.c * box[1] + frame.e, frame.b * box[0] + frame.d * box[1] + frame.f];
        const others = [frame.a * box[2] + frame.c * box[3] + frame.e, frame.b * box[2] + frame.d * box[3] + frame.f];
        const [under] = regionInk(map, frame, Float64Array.from(box));
        const [plain] = regionInk(map, IDENTITY_FRAME, Float64Array.from([...corners, ...others]));
        expect(under).toBe(plain);
      }),
    );
  });

  it('in a slanted box lies between its edges and not in the box round it', () => {
    // Ink above the diagonal: a box turned by 45 degrees with its lower left edge on the diagonal holds ink alone.
    const marks = Uint8Array.from({ length: 100 * 100 }, (_, at) => (at % 100 > Math.floor(at / 100) ? 1 : 0));
    const map = inkMapOf(marks, 100, 100);
    const half = Math.SQRT1_2;
    const turned = { a: half, b: half, c: half, d: -half, e: 30, f: 30 };
    const [above, across, below] = regionInk(
      map,
      turned,
      Float64Array.from([0, 2, 40, 20, 0, -10, 40, 10, 0, -20, 40, -2]),
    );
    expect(above).toBeGreaterThan(0.97);
    expect(across).toBeGreaterThan(0.4);
    expect(across).toBeLessThan(0.6);
    expect(below).toBeLessThan(0.03);
  });

  it('is not a number for what is no box or lies beside the image', () => {
    const map = inkMapOf(new Uint8Array(WIDTH * HEIGHT).fill(1), WIDTH, HEIGHT);
    const rows = [NaN, NaN, NaN, NaN, 5, 5, 5, 9, 100, 0, 120, 10, 1e300, 0, -1e300, 10, 0, 0, 9, 9];
    expect([...regionInk(map, IDENTITY_FRAME, Float64Array.from(rows))]).toEqual([NaN, NaN, NaN, 1, 1]);
  });
});

function counted(map: InkMap, [xa, ya, xb, yb]: readonly [number, number, number, number]): number {
  let ink = 0;
  let area = 0;
  for (let y = Math.max(0, Math.min(ya, yb)); y < Math.min(HEIGHT, Math.max(ya, yb)); y += 1)
    for (let x = Math.max(0, Math.min(xa, xb)); x < Math.min(WIDTH, Math.max(xa, xb)); x += 1) {
      area += 1;
      ink += isInk(map, x, y) ? 1 : 0;
    }
  return ink / area;
}
