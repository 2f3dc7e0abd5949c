import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageScale } from '../../../src/core/pdf/page-scale.ts';
import { pictureScale } from '../../../src/pdf/picture-scale.ts';

const MOST = { side: 16_384, area: 64_000_000 };
const A4 = { width: 595, height: 842 };
const drawn = (width: number, height: number, ofPicture: number | null) =>
  pageScale({ width, height }, ofPicture, MOST);

describe('the size a page is drawn at', () => {
  it('is that of its picture, else 150 dots per inch', () => {
    expect(drawn(576, 768, 300 / 72)).toEqual({ scale: 300 / 72, width: 2400, height: 3200, reduced: false });
    expect(drawn(A4.width, A4.height, null)).toMatchObject({ width: 1240, height: 1754, reduced: false });
  });

  it.each([
    [0, 842],
    [-595, 842],
    [NaN, 842],
    [Infinity, 842],
  ])('is none for a page of %d x %d points', (width, height) => {
    expect(drawn(width, height, null)).toBeNull();
  });

  it('is never more than the most, whatever the file says', () => {
    const points = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    const scale = fc.option(fc.double({ min: -1, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(points, points, scale, (width, height, ofPicture) => {
        const made = drawn(width, height, ofPicture);
        expect(made && made.width >= 1 && made.height >= 1).toBe(true);
        expect(made && Math.max(made.width, made.height)).toBeLessThanOrEqual(MOST.side);
        // A side of one pixel is kept, however thin the page.
        expect(made && made.width * made.height).toBeLessThanOrEqual(MOST.area);
      }),
    );
  });
});

const OPS = {
  save: 1,
  restore: 2,
  transform: 3,
  paintFormXObjectBegin: 4,
  paintFormXObjectEnd: 5,
  paintImageXObject: 6,
  paintImageMaskXObject: 7,
  paintInlineImageXObject: 8,
};
const scaleOf = (...does: readonly (readonly [keyof typeof OPS, unknown?])[]) =>
  pictureScale({ fnArray: does.map(([name]) => OPS[name]), argsArray: does.map(([, args]) => args) }, OPS, 100 * 100);

describe('the picture that covers most of a page', () => {
  it('tells the pixels of a point, in whatever it is nested', () => {
    expect(scaleOf(['transform', [100, 0, 0, 100, 0, 0]], ['paintImageXObject', ['img', 300, 300]])).toBe(3);
    const form = ['paintFormXObjectBegin', [Float32Array.of(0.5, 0, 0, 0.5, 0, 0), null]] as const;
    expect(scaleOf(form, ['transform', [200, 0, 0, 200, 0, 0]], ['paintImageXObject', ['img', 300, 300]])).toBe(3);
    expect(
      scaleOf(['transform', [0, 100, -100, 0, 100, 0]], ['paintImageMaskXObject', [{ width: 300, height: 300 }]]),
    ).toBe(3);
  });

  it('is none that is small, and the larger of two', () => {
    const logo = [
      ['save'],
      ['transform', [20, 0, 0, 20, 0, 0]],
      ['paintImageXObject', ['logo', 900, 900]],
      ['restore'],
    ] as const;
    expect(scaleOf(...logo)).toBeNull();
    expect(scaleOf(...logo, ['transform', [90, 0, 0, 90, 0, 0]], ['paintImageXObject', ['img', 180, 180]])).toBe(2);
  });

  it('is looked for in whatever a file does', () => {
    const operator = fc.constantFrom(0, ...Object.values(OPS));
    const list = fc.array(fc.tuple(operator, fc.anything()), { maxLength: 30 });
    fc.assert(
      fc.property(list, (does) => {
        const scale = pictureScale(
          { fnArray: does.map(([fn]) => fn), argsArray: does.map(([, args]) => args) },
          OPS,
          1,
        );
        expect(scale === null || typeof scale === 'number').toBe(true);
      }),
    );
  });
});
