import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requestRegions } from '../../../../src/core/export/exporters/request-regions.ts';
import { hasFlag } from '../../../../src/core/inspection/region-table.ts';
import { regionsOfRequest } from '../../../../src/core/export/rect-of-request.ts';
import { inspectionOf } from '../../../ui/support/inspections.ts';
import { anyInput, countOf, inputOf, outlookOf, textOf } from './exporting.ts';

it('says the same as the coordinates that are copied, and counts what it leaves out', async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      const { regions } = input.inspection;
      const rows = [...input.items].filter((item) => item < regions.count);
      const file: unknown = JSON.parse(await textOf(requestRegions, input));
      const inOrder = input.order ? [...input.order].filter((row) => rows.includes(row)) : rows;
      expect(file).toEqual(JSON.parse(regionsOfRequest(regions, inOrder, null)));
      const { count, losses } = await outlookOf(requestRegions, input);
      expect(count).toBe(rows.filter((row) => !hasFlag(regions, row, 'refused')).length);
      const lost = (words: RegExp) => countOf(losses, words);
      expect(lost(/not (a )?rectangle/)).toBe(rows.length - count);
      expect(lost(/no rectangle/)).toBe(input.items.length - rows.length);
    }),
  );
});

it('keeps the order of the request that the regions came from, unless another one was chosen', async () => {
  const made = inspectionOf({
    rectangles: [
      [0, 0, 9, 9],
      [0, 10.5, 9, 19],
      [9, 29, 0, 20],
    ],
  });
  const asked = { ...made, order: [7, 3, 5] };
  const ordersOf = async (order: Uint32Array | null) =>
    (await textOf(requestRegions, inputOf(asked, { order }))).match(/(?<="order": )\d+|(?<="topLeftY": )\d+/g);
  expect(await ordersOf(null)).toEqual(['0', '7', '10', '3', '20', '5']);
  expect(await ordersOf(Uint32Array.of(2, 0, 1))).toEqual(['20', '0', '0', '1', '10', '2']);
  expect((await outlookOf(requestRegions, inputOf(asked))).losses).toEqual([
    '1 region has parts of pixels: it is widened to whole ones.',
    '1 region came with its corners swapped: they are put in order.',
  ]);
});

it('leaves out what 32 bits cannot say', async () => {
  const inspection = inspectionOf({
    rectangles: [
      [0, 0, 3e9, 9],
      [0, 0, 9, 9],
    ],
  });
  const input = inputOf(inspection);
  expect(JSON.parse(await textOf(requestRegions, input))).toHaveLength(1);
  expect((await outlookOf(requestRegions, input)).losses[0]).toMatch(/beyond 32 bits/);
});
