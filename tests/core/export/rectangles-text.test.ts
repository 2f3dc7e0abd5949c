import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rectanglesText } from '../../../src/core/export/rectangles-text.ts';
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
