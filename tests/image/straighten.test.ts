import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutInFrame } from '../../src/core/export/cut.ts';
import { straightCut } from '../../src/core/export/straight-cut.ts';
import { type Affine, applyAffine, invertAffine } from '../../src/core/geometry/affine.ts';
import { AS_RECEIVED, frameOf } from '../../src/core/geometry/frame-setting.ts';
import type { Orientation } from '../../src/core/geometry/orientation.ts';
import type { Pixels } from '../../src/image/image-source.ts';
import { straighten, straightenInTurns } from '../../src/image/straighten.ts';

const SIZE = { width: 120, height: 90 };

function stripes(u: number, v: number): number {
  return 128 + 60 * Math.sin(u / 2.3) + 55 * Math.cos(v / 1.9 + u / 7);
}

/** A page of soft stripes, known between its pixels too; its three colours differ. */
function page(x: number, y: number): readonly [number, number, number] {
  return [stripes(x, y), stripes(y, x), stripes(x + y, x - y)];
}

/** The picture that shows the page under `frame`. */
function pictureOf(frame: Affine): Pixels {
  const back = invertAffine(frame) ?? frame;
  const rgba = new Uint8ClampedArray(SIZE.width * SIZE.height * 4);
  for (let y = 0; y < SIZE.height; y += 1)
    for (let x = 0; x < SIZE.width; x += 1) {
      const at = applyAffine<'received'>(back, x + 0.5, y + 0.5);
      rgba.set([...page(at.x, at.y), 255], (y * SIZE.width + x) * 4);
    }
  return { ...SIZE, rgba };
}

function part(from: Pixels, { x, y, width, height }: { x: number; y: number; width: number; height: number }): Pixels {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const start = ((y + row) * from.width + x) * 4;
    rgba.set(from.rgba.subarray(start, start + width * 4), row * width * 4);
  }
  return { width, height, rgba };
}

const TURN = (degrees: number): Affine => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return { a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 };
};

describe('a straightened crop', () => {
  it('is what the picture would show of the page without the slant, mirrored and on its side as it is', () => {
    const orientations = fc.constantFrom<Orientation>(1, 2, 3, 4, 5, 6, 7, 8);
    const degrees = fc.oneof(fc.double({ min: -15, max: 15, noNaN: true }), fc.constantFrom(-44, 44, 0.05));
    const box = fc.tuple(
      fc.integer({ min: 35, max: 50 }),
      fc.integer({ min: 30, max: 45 }),
      fc.integer({ min: 1, max: 25 }),
      fc.integer({ min: 1, max: 14 }),
    );
    fc.assert(
      fc.property(orientations, degrees, box, (orientation, turn, [x, y, width, height]) => {
        fc.pre(turn !== 0);
        const received = { x1: x, y1: y, x2: x + width, y2: y + height };
        const setting = { ...AS_RECEIVED, orientation };
        const frame = frameOf({ ...setting, degrees: turn }, SIZE);
        const cut = straightCut(frame, received, 0, SIZE);
        const upright = frameOf(setting, SIZE);
        const wanted = cutInFrame(upright, received, 0, SIZE);
        fc.pre(
          cut !== null &&
            wanted !== null &&
            wanted.x2 - wanted.x1 === cut.width &&
            wanted.y2 - wanted.y1 === cut.height,
        );
        if (!cut || !wanted) return;
        const made = straighten(part(pictureOf(frame), cut.reads), cut);
        const back = invertAffine(upright) ?? upright;
        let worst = 0;
        for (let row = 0; row < made.height; row += 1)
          for (let column = 0; column < made.width; column += 1) {
            const at = applyAffine<'received'>(back, wanted.x1 + column + 0.5, wanted.y1 + row + 0.5);
            const pixel = made.rgba.subarray((row * made.width + column) * 4);
            page(at.x, at.y).forEach((value, channel) => {
              worst = Math.max(worst, Math.abs(value - (pixel[channel] ?? 999)));
            });
          }
        expect(worst).toBeLessThan(8);
      }),
      { numRuns: 150 },
    );
  });

  it('without a turn has the very pixels', () => {
    const from = pictureOf({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 });
    const made = straighten(from, { width: 20, height: 10, toPixels: { a: 1, b: 0, c: 0, d: 1, e: 7, f: 5 } });
    expect(made.rgba).toEqual(part(from, { x: 7, y: 5, width: 20, height: 10 }).rgba);
  });

  it('takes no colour from what is see-through', () => {
    const rgba = new Uint8ClampedArray(40 * 40 * 4);
    for (let at = 0; at < rgba.length; at += 4) rgba.set((at / 4) % 40 < 20 ? [200, 30, 10, 255] : [0, 0, 255, 0], at);
    const made = straighten(
      { width: 40, height: 40, rgba },
      { width: 20, height: 20, toPixels: { ...TURN(12), e: 10, f: 8 } },
    );
    const alphas = new Set<number>();
    for (let at = 0; at < made.rgba.length; at += 4) {
      const [red, green, blue, alpha] = made.rgba.subarray(at, at + 4);
      alphas.add(alpha ?? -1);
      expect([red, green, blue]).toEqual(alpha === 0 ? [0, 0, 0] : [200, 30, 10]);
    }
    expect(alphas.size).toBeGreaterThan(10);
  });

  it('is see-through where the image ends, without a rim', () => {
    const rgba = new Uint8ClampedArray(30 * 30 * 4).fill(255);
    const made = straighten(
      { width: 30, height: 30, rgba },
      { width: 30, height: 30, toPixels: { ...TURN(20), e: 5, f: -5 } },
    );
    const kinds = new Set<string>();
    for (let at = 0; at < made.rgba.length; at += 4) kinds.add(made.rgba.subarray(at, at + 4).join());
    expect(kinds).toEqual(new Set(['255,255,255,255', '0,0,0,0']));
  });

  it('is the same made in turns, and stops when nobody waits for it', async () => {
    const from = pictureOf(frameOf({ ...AS_RECEIVED, degrees: 4 }, SIZE));
    const by = { width: 110, height: 700, toPixels: { ...TURN(4), e: 1, f: 0 } };
    const made = await straightenInTurns(from, by);
    expect(made.rgba.join()).toBe(straighten(from, by).rgba.join());
    const stop = new AbortController();
    const unwanted = straightenInTurns(from, by, stop.signal);
    stop.abort();
    await expect(unwanted).rejects.toThrow('aborted');
  });
});
