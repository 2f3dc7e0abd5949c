import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAffine, mapRect } from '../../../src/core/geometry/affine.ts';
import {
  type Orientation,
  orientationMatrix,
  orientedSize,
  swapsAxes,
} from '../../../src/core/geometry/orientation.ts';

const ALL: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
const STORED = { width: 30, height: 20 };

/** Where the stored top left pixel is shown, as EXIF 2.32 (4.6.4 A) puts it: "0th row at the ..., 0th column at the ...". */
const FIRST_PIXEL_AT: Record<Orientation, 'top left' | 'top right' | 'bottom right' | 'bottom left'> = {
  1: 'top left',
  2: 'top right',
  3: 'bottom right',
  4: 'bottom left',
  5: 'top left',
  6: 'top right',
  7: 'bottom right',
  8: 'bottom left',
};

test.each(ALL)('orientation %i shows the stored top left pixel in the corner that EXIF names', (orientation) => {
  const shown = orientedSize(STORED, orientation);
  const pixel = mapRect(orientationMatrix(STORED, orientation), { x1: 0, y1: 0, x2: 1, y2: 1 });
  const [row, column] = FIRST_PIXEL_AT[orientation].split(' ');
  expect(pixel.y1).toBe(row === 'top' ? 0 : shown.height - 1);
  expect(pixel.x1).toBe(column === 'left' ? 0 : shown.width - 1);
});

test.each(ALL)('orientation %i covers its shown size exactly', (orientation) => {
  const all = mapRect(orientationMatrix(STORED, orientation), { x1: 0, y1: 0, x2: 30, y2: 20 });
  const { width, height } = orientedSize(STORED, orientation);
  expect(all).toEqual({ x1: 0, y1: 0, x2: width, y2: height });
});

test('from 5 on a stored row is shown as a column', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALL), (orientation) => {
      const by = orientationMatrix(STORED, orientation);
      const start = applyAffine(by, 0, 0);
      const end = applyAffine(by, 10, 0);
      expect(end.y !== start.y).toBe(swapsAxes(orientation));
    }),
  );
});
