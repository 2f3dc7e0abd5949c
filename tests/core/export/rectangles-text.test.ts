import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rectanglesText, shownRectanglesText } from '../../../src/core/export/rectangles-text.ts';
import { anInspection, type Box } from '../geometry/an-inspection.ts';

it('is the JSON that the service would send of them, null for what is no number', () => {
  const side = fc.double({ noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(side, side, side, side)), (boxes: Box[]) => {
      const { regions } = anInspection(boxes);
      const rows = boxes.map((_, row) => row).toReversed();
      // Read back, so that -0 counts as 0: JSON itself writes it so.
      const expected: unknown = JSON.parse(JSON.stringify(boxes.toReversed()));
      expect(JSON.parse(rectanglesText(regions, rows))).toEqual(expected);
    }),
  );
});

it('says where boxes lie on the image to a hundredth of a pixel, and null for what is no rectangle', () => {
  const inspection = anInspection([
    [10, 20, 31, 44],
    [NaN, NaN, NaN, NaN],
  ]);
  const frame = { a: 1 / 3, b: 0, c: 0, d: 2, e: 5, f: 0 };
  expect(shownRectanglesText({ ...inspection, frame }, [1, 0])).toBe(
    '[[null, null, null, null], [8.33, 40, 15.33, 88]]',
  );
});
