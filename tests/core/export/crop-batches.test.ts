import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CropBatch, cropBatches } from '../../../src/core/export/crop-batches.ts';
import { planCrops } from '../../../src/core/export/crop-plan.ts';
import { boxOfCut } from '../../../src/core/export/cut.ts';
import { allItems } from '../../../src/core/inspection/listed.ts';
import { anInspection, type Box } from '../geometry/an-inspection.ts';

const SIZE = { width: 3000, height: 4000 };

function batchesOf(boxes: readonly Box[]): CropBatch[] {
  const inspection = anInspection(boxes, { imageSize: SIZE });
  const plan = planCrops(inspection, allItems(boxes.length), {
    padding: 0,
    format: 'png',
    pattern: '',
    imageName: null,
  });
  return [...cropBatches(plan.rows, (box) => box)].map(({ rows, pieces, pixels }) => ({ rows, pieces, pixels }));
}

it('every row is in one batch, in order, and every crop lies in its piece', () => {
  const place = fc.integer({ min: -100, max: 4_000 });
  const side = fc.integer({ min: -5, max: 900 });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place, side, side), { minLength: 1, maxLength: 150 }), (all) => {
      const batches = batchesOf(all.map(([x, y, width, height]): Box => [x, y, x + width, y + height]));
      const rows = batches.flatMap((batch) => batch.rows);
      expect(rows.map(({ row }) => row)).toEqual(all.map((_, at) => at));
      const crops = batches.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.crops));
      expect(crops).toEqual(
        rows.flatMap(({ file, cut }) => (file && cut ? [{ file, box: boxOfCut(cut), straight: null }] : [])),
      );
      for (const { pieces, pixels, rows: some } of batches) {
        expect(pixels).toBe(pieces.reduce((sum, { box }) => sum + box.width * box.height, 0));
        const alone = pieces.length === 1 && pieces[0]?.crops.length === 1;
        expect(alone || pixels <= 786_432).toBe(true);
        expect(some.length).toBeLessThanOrEqual(512);
        for (const { box, crops: inside } of pieces)
          for (const { box: crop } of inside) {
            expect(crop.x).toBeGreaterThanOrEqual(box.x);
            expect(crop.y).toBeGreaterThanOrEqual(box.y);
            expect(crop.x + crop.width).toBeLessThanOrEqual(box.x + box.width);
            expect(crop.y + crop.height).toBeLessThanOrEqual(box.y + box.height);
          }
      }
    }),
  );
});

it('words of a line are one piece; words all over the page are read one by one', () => {
  const line = Array.from({ length: 20 }, (_, at): Box => [at * 140, 100, at * 140 + 120, 140]);
  expect(batchesOf(line).map(({ pieces }) => pieces.length)).toEqual([1]);
  const apart = Array.from({ length: 20 }, (_, at): Box => [
    (at * 1_111) % 2_800,
    at * 190,
    ((at * 1_111) % 2_800) + 120,
    at * 190 + 40,
  ]);
  expect(batchesOf(apart).map(({ pieces }) => pieces.length)).toEqual([20]);
});

it('ten thousand words are few messages; a whole page is one of its own', () => {
  const words = Array.from({ length: 10_000 }, (_, at): Box => {
    const x = (at % 20) * 145;
    const y = (Math.floor(at / 20) % 60) * 60;
    return [x, y, x + 130, y + 40];
  });
  expect(batchesOf(words).length).toBeLessThan(200);
  expect(
    batchesOf([
      [0, 0, 100, 40],
      [0, 0, 3000, 4000],
      [0, 0, 100, 40],
    ]).map(({ rows }) => rows.length),
  ).toEqual([1, 1, 1]);
});
