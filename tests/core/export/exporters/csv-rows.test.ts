import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unguarded } from '../../../../src/core/export/csv.ts';
import { CSV_COLUMNS, csvRows } from '../../../../src/core/export/exporters/csv-rows.ts';
import { imageRectOf } from '../../../../src/core/inspection/inspection.ts';
import { itemProblems, itemText } from '../../../../src/core/inspection/items.ts';
import { receivedRect } from '../../../../src/core/inspection/region-table.ts';
import type { Rect, Space } from '../../../../src/core/geometry/space.ts';
import { inspectionOf } from '../../../ui/support/inspections.ts';
import { anyInput, countOf, inputOf, outlookOf, textOf } from './exporting.ts';

const carried = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');
const numbersOf = ({ x1, y1, x2, y2 }: Rect<Space>) =>
  [x1, y1, x2, y2].map((value) => (Number.isFinite(value) ? String(value) : ''));

it('parses back to what is shown, and every change to a cell is counted before', async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      const { inspection, items } = input;
      const [header, ...rows] = parse(await textOf(csvRows, input), { record_delimiter: '\r\n' });
      expect(header).toEqual([...CSV_COLUMNS]);
      expect(rows).toHaveLength(items.length);
      const byName = new Map(rows.map((row) => [`${row[1] === 'region' ? 'region' : 'text'} ${row[0]}`, row]));
      let [guards, halves] = [0, 0];
      for (const item of items) {
        const isRegion = item < inspection.regions.count;
        const index = isRegion ? item + 1 : (inspection.pairing.loose[item - inspection.regions.count] ?? -1) + 1;
        const row = byName.get(`${isRegion ? 'region' : 'text'} ${index}`) ?? [];
        const boxes = [receivedRect(inspection.regions, item), imageRectOf(inspection, item)];
        expect(row.slice(4, 12)).toEqual(isRegion ? boxes.flatMap(numbersOf) : Array(8).fill(''));
        const text = itemText(inspection, item) ?? '';
        expect(unguarded(row[13] ?? '')).toBe(carried(text));
        const problems = itemProblems(inspection, item).map(({ what }) => what);
        expect(row[14]).toBe(problems.join('; '));
        if (row[13] !== carried(text)) guards += 1;
        halves += text.match(/\p{Surrogate}/gu)?.length ?? 0;
      }
      const { count, losses } = await outlookOf(csvRows, input);
      expect(count).toBe(items.length);
      const lost = (words: RegExp) => countOf(losses, words);
      expect(lost(/formula/)).toBe(guards);
      expect(lost(/U\+FFFD/)).toBe(halves);
    }),
  );
});

it('gives the same bytes for the same input', async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      expect(await textOf(csvRows, input)).toBe(await textOf(csvRows, input));
    }),
    { numRuns: 20 },
  );
});

it('says how many regions a row cannot tell in full, and what would', async () => {
  const made = inspectionOf({ rectangles: [[0, 0, 9, 9], null, [5, 5, 9, 9]], texts: ['=A1', 'b', 'c'] });
  const slanted = { ...made, frame: { a: 0.9, b: 0.1, c: -0.1, d: 0.9, e: 0, f: 0 } };
  const { holds, losses } = await outlookOf(csvRows, inputOf(slanted));
  expect(holds).toBe('3 rows under a header, in the order received.');
  expect(losses.map((loss) => [countOf([loss], /./), loss.split(':')[0]])).toEqual([
    [1, '1 cell begins as a formula does'],
    [2, '2 regions lie slanted on the image'],
  ]);
});

it('lists rows in the order that was chosen, under their own numbers', async () => {
  const inspection = inspectionOf({
    rectangles: [
      [0, 0, 9, 9],
      [0, 20, 9, 29],
      [0, 10, 9, 19],
    ],
  });
  const rows: string[][] = parse(await textOf(csvRows, inputOf(inspection, { order: Uint32Array.of(0, 2, 1) })));
  expect(rows.map(([index]) => index)).toEqual(['index', '1', '3', '2']);
});

it('stops when it is told to', async () => {
  const inspection = inspectionOf({ rectangles: [[0, 0, 9, 9]] });
  const stopped = AbortSignal.abort(new Error('enough'));
  await expect(csvRows.outlook(inputOf(inspection), stopped)).rejects.toThrow('enough');
});
