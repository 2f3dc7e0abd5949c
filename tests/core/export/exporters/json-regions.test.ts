import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { jsonRegions } from '../../../../src/core/export/exporters/json-regions.ts';
import type { JsonFile } from '../../../../src/core/export/exporters/json-file.ts';
import { imageRectOf } from '../../../../src/core/inspection/inspection.ts';
import { itemProblems, itemText } from '../../../../src/core/inspection/items.ts';
import { LEVELS } from '../../../../src/core/inspection/levels.ts';
import { hasFlag, receivedRect } from '../../../../src/core/inspection/region-table.ts';
import type { Rect, Space } from '../../../../src/core/geometry/space.ts';
import { inspectionOf } from '../../../ui/support/inspections.ts';
import { anyInput, IMAGE, inputOf, outlookOf, textOf } from './exporting.ts';

const problem = v.strictObject({
  severity: v.picklist(['error', 'warning', 'note']),
  where: v.string(),
  what: v.string(),
  todo: v.exactOptional(v.string()),
});
const four = v.strictTuple([v.number(), v.number(), v.number(), v.number()]);
const corner = v.strictTuple([v.number(), v.number()]);

/** As docs/exports.md says it. Nothing else may stand in the file. */
const SCHEMA = v.strictObject({
  version: v.literal(1),
  image: v.nullable(
    v.strictObject({
      name: v.string(),
      width: v.number(),
      height: v.number(),
      sha256: v.nullable(v.string()),
      orientation: v.picklist(['upright', 'raw']),
      exifOrientation: v.picklist([1, 2, 3, 4, 5, 6, 7, 8]),
      notes: v.array(v.string()),
    }),
  ),
  frame: v.strictObject({
    a: v.number(),
    b: v.number(),
    c: v.number(),
    d: v.number(),
    e: v.number(),
    f: v.number(),
  }),
  setting: v.strictObject({
    scaleX: v.number(),
    scaleY: v.number(),
    orientation: v.picklist([1, 2, 3, 4, 5, 6, 7, 8]),
    degrees: v.number(),
    x: v.number(),
    y: v.number(),
  }),
  written: v.strictObject({
    scope: v.picklist(['all', 'selected', 'matching']),
    search: v.nullable(v.string()),
    order: v.picklist(['as received', 'as chosen']),
    count: v.number(),
    of: v.number(),
  }),
  pairing: v.strictObject({
    by: v.picklist(['position', 'order', 'own texts']),
    shifts: v.array(v.strictObject({ from: v.number(), by: v.picklist([1, -1]) })),
  }),
  problems: v.array(problem),
  regions: v.array(
    v.strictObject({
      index: v.number(),
      kind: v.picklist(['region', 'text', 'whole text']),
      level: v.nullable(v.picklist(LEVELS)),
      parent: v.nullable(v.number()),
      received: v.nullable(four),
      box: v.nullable(four),
      corners: v.nullable(v.strictTuple([corner, corner, corner, corner])),
      confidence: v.nullable(v.number()),
      text: v.nullable(v.string()),
      problems: v.array(problem),
    }),
  ),
});

// JSON has no -0.
const numbers = ({ x1, y1, x2, y2 }: Rect<Space>) => [x1, y1, x2, y2].map((one) => one + 0);
const read = (text: string): Readonly<v.InferOutput<typeof SCHEMA>> => v.parse(SCHEMA, JSON.parse(text));

it('is what its schema says, and holds every entry as it is known', async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      const { inspection, items } = input;
      const file = read(await textOf(jsonRegions, input));
      expect(file.regions).toHaveLength(items.length);
      expect(file.written).toMatchObject({ count: items.length, of: inspection.itemCount });
      for (const item of items) {
        const isRegion = item < inspection.regions.count;
        const index = isRegion ? item + 1 : (inspection.pairing.loose[item - inspection.regions.count] ?? -1) + 1;
        const found = file.regions.find((one) => one.index === index && (one.kind === 'region') === isRegion);
        const isBox = isRegion && !hasFlag(inspection.regions, item, 'refused');
        expect(found?.received ?? null).toEqual(isBox ? numbers(receivedRect(inspection.regions, item)) : null);
        expect(found?.box ?? null).toEqual(isBox ? numbers(imageRectOf(inspection, item)) : null);
        // Halves of pairs too: JSON escapes them.
        expect(found?.text ?? null).toBe(itemText(inspection, item));
        expect(found?.problems.map(({ what }) => what)).toEqual(itemProblems(inspection, item).map(({ what }) => what));
        const told = inspection.confidence?.[item] ?? NaN;
        expect(Math.fround(found?.confidence ?? NaN)).toBe(told);
      }
      expect((await outlookOf(jsonRegions, input)).losses).toEqual([]);
    }),
  );
});

it('gives the same bytes for the same input, a region a line', async () => {
  const input = inputOf(
    inspectionOf({ rectangles: [[97, 41, 6.5, 8], null], texts: ['a "b"', 'c', 'd'], imageSize: IMAGE }),
    { scope: 'matching', search: 'a' },
  );
  const text = await textOf(jsonRegions, input);
  expect(text).toBe(await textOf(jsonRegions, input));
  expect(text.split('\n').filter((line) => line.startsWith('    {"index":'))).toHaveLength(3);
  const file: JsonFile = read(text);
  expect(file.written).toEqual({ scope: 'matching', search: 'a', order: 'as received', count: 3, of: 3 });
  expect(file.regions.map(({ index, kind, received }) => [index, kind, received])).toEqual([
    [1, 'region', [97, 41, 6.5, 8]],
    [2, 'region', null],
    [3, 'text', null],
  ]);
});

it('is whole with nothing in it', async () => {
  const file = read(await textOf(jsonRegions, inputOf(inspectionOf({ rectangles: [] }), { image: null })));
  expect([file.image, file.regions]).toEqual([null, []]);
});
