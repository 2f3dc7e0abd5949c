import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHocr } from '../../../../src/core/decode/formats/hocr.ts';
import { decodeAnswer } from '../../../../src/core/decode/index.ts';
import { encodePayload } from '../../../../src/core/decode/payload.ts';
import { hocrPages } from '../../../../src/core/export/exporters/hocr-pages.ts';
import type { ExportInput } from '../../../../src/core/export/exporters/exporter.ts';
import { imageRectOf, type Inspection } from '../../../../src/core/inspection/inspection.ts';
import { type Level, LEVELS, levelCode } from '../../../../src/core/inspection/levels.ts';
import { hasFlag } from '../../../../src/core/inspection/region-table.ts';
import { type Four, inspectionOf } from '../../../ui/support/inspections.ts';
import { anyInput, countOf, IMAGE, inputOf, outlookOf, textOf } from './exporting.ts';

interface Row {
  readonly level: Level;
  readonly parent: number;
  readonly box: Four;
  readonly text: string | null;
  readonly confidence: number | null;
}

interface Branch extends Omit<Row, 'parent'> {
  readonly children: readonly Branch[];
}

const coordinate = fc.nat(100_000);
const leafTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'a  b',
    'one\ntwo\r\n\nthree',
    '<b>&amp;</b>',
    '"\'',
    '\ud800',
    '\u0000',
    '=1+1',
    'שלום',
    ']]>',
    '<!--',
  ),
);
const branch = (depth: number): fc.Arbitrary<Branch> =>
  fc.record({
    level: fc.constant(LEVELS[depth] ?? 'word'),
    box: fc.tuple(coordinate, coordinate, coordinate, coordinate).map(inOrderOf),
    text: fc.option(leafTexts),
    confidence: fc.option(fc.integer({ min: 0, max: 10_000 }).map((part) => part / 10_000)),
    children:
      depth >= LEVELS.length - 1
        ? fc.constant([])
        : fc.array(fc.integer({ min: depth + 1, max: LEVELS.length - 1 }).chain(branch), { maxLength: 3 }),
  });
/** With pages and without, lines in blocks and words alone, and plain regions. */
const trees = fc.array(fc.integer({ min: 0, max: LEVELS.length - 1 }).chain(branch), { minLength: 1, maxLength: 3 });

function inOrderOf([x1, y1, x2, y2]: readonly [number, number, number, number]): Four {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function flat(branches: readonly Branch[], parent = -1, into: Row[] = []): Row[] {
  for (const { children, ...own } of branches) {
    into.push({ ...own, parent });
    flat(children, into.length - 1, into);
  }
  return into;
}

function inspectionOfRows(rows: readonly Row[]): Inspection {
  const made = inspectionOf({
    rectangles: rows.map(({ box }) => box),
    texts: rows.map(({ text }) => text),
    imageSize: IMAGE,
  });
  made.regions.level.set(rows.map(({ level }) => levelCode(level)));
  made.regions.parent.set(rows.map(({ parent }) => parent));
  return { ...made, confidence: Float32Array.from(rows, ({ confidence }) => confidence ?? NaN) };
}

interface Read extends Row {
  readonly id: number;
}

async function readBack(input: ExportInput): Promise<Read[]> {
  const { rows } = readHocr(await textOf(hocrPages, input), 'file');
  return Array.from({ length: rows.count }, (_, id) => {
    const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = rows.received.subarray(id * 4, id * 4 + 4);
    const sure = rows.confidence?.[id] ?? NaN;
    return {
      id,
      level: LEVELS[rows.level[id] ?? 0] ?? 'region',
      parent: rows.parent[id] ?? -1,
      box: [x1, y1, x2, y2],
      text: rows.texts[id] ?? null,
      confidence: Number.isNaN(sure) ? null : Math.round(sure * 10_000) / 10_000,
    };
  });
}

/** Of XML 1.0: what a text is once it was read from markup. */
function asRead(text: string): string {
  // oxlint-disable-next-line no-control-regex -- characters that XML does not have
  const noXml = /[\0-\u0008\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
  return text.replace(/\s+/g, ' ').trim().replace(noXml, '\ufffd');
}

const isEmpty = ({ text }: Row) => asRead(text ?? '') === '';

describe('hOCR that our own decoder reads', () => {
  it('has the boxes, levels, parents, confidences and texts that were shown', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        const rows = flat(tree);
        const input = inputOf(inspectionOfRows(rows));
        const read = await readBack(input);
        // What stands in no page stands in one as large as the image, before the others.
        const rootOf = (row: number): number => ((rows[row]?.parent ?? -1) < 0 ? row : rootOf(rows[row]?.parent ?? -1));
        const inPage = rows.map((_, row) => rows[rootOf(row)]?.level === 'page');
        const added = inPage.includes(false) ? 1 : 0;
        const order = [...inPage.keys()].toSorted((a, b) => Number(inPage[a]) - Number(inPage[b]) || a - b);
        expect(read.slice(added).map(({ level, box, confidence }) => ({ level, box, confidence }))).toEqual(
          order.map((row) => ({ level: rows[row]?.level, box: rows[row]?.box, confidence: rows[row]?.confidence })),
        );
        expect(read.slice(added).map(({ parent }) => parent)).toEqual(
          order.map((row) => {
            const { parent } = rows[row] ?? { parent: -1 };
            return parent >= 0 ? order.indexOf(parent) + added : inPage[row] === true ? -1 : 0;
          }),
        );
        expect(read.slice(0, added).map(({ level, box }) => ({ level, box }))).toEqual(
          added === 1 ? [{ level: 'page', box: [0, 0, IMAGE.width, IMAGE.height] }] : [],
        );
        const tells = (row: number): boolean =>
          rows.some((one, at) => one.parent === row && (!isEmpty(one) || tells(at)));
        // Others have the text of what is in them.
        const leaves = order.flatMap((row, place) => (tells(row) ? [] : [{ row, place }]));
        expect(leaves.map(({ place }) => read[place + added]?.text)).toEqual(
          leaves.map(({ row }) => asRead(rows[row]?.text ?? '')),
        );
      }),
    );
  });

  it('comes back the same when it is exported once more, texts of blocks and lines as well', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        const first = await readBack(inputOf(inspectionOfRows(flat(tree))));
        const input = inputOf(inspectionOfRows(first));
        expect(await readBack(input)).toEqual(first);
        expect((await outlookOf(hocrPages, input)).losses.filter((loss) => /differ/.test(loss))).toEqual([]);
      }),
    );
  });

  it('counts what it writes and what it cannot, for any input, and gives the same bytes twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async (input) => {
        const { inspection, items } = input;
        const { count, losses } = await outlookOf(hocrPages, input);
        const lost = (words: RegExp) => countOf(losses, words);
        const written = [...items].filter(
          (item) => item < inspection.regions.count && !hasFlag(inspection.regions, item, 'refused'),
        );
        const read = await readBack(input);
        expect(count).toBe(written.length);
        expect(read).toHaveLength(count === 0 ? 0 : count + 1);
        expect(lost(/have no rectangle|has no rectangle/) + lost(/not (?:a rectangle|rectangles)/)).toBe(
          items.length - count,
        );
        const boxes = written.map((row) => imageRectOf(inspection, row));
        expect(lost(/parts of pixels/)).toBe(
          boxes.filter((box) => Object.values(box).some((value) => value % 1 !== 0)).length,
        );
        expect(lost(/reach/)).toBe(boxes.filter(({ x1, y1 }) => x1 < 0 || y1 < 0).length);
        const file = await textOf(hocrPages, input);
        expect(file).toBe(await textOf(hocrPages, input));
        expect(lost(/U\+FFFD/)).toBe((file.match(/\ufffd/g) ?? []).length - marksOf(input, written));
      }),
    );
  });

  it('is known for hOCR by its content, whatever type it comes under', async () => {
    const input = inputOf(
      inspectionOfRows([{ level: 'line', parent: -1, box: [1, 2, 30, 9], text: 'x', confidence: 0.5 }]),
    );
    const { layout } = decodeAnswer(
      [{ type: null, data: encodePayload(await textOf(hocrPages, input)) }],
      'recognition',
    );
    expect(layout?.regions.count).toBe(2);
  });
});

/** U+FFFD that the texts had of themselves. */
function marksOf({ inspection }: ExportInput, rows: readonly number[]): number {
  return rows.reduce(
    (sum, row) => sum + (inspection.texts.at(inspection.pairing.textOfRow[row] ?? -1)?.split('\ufffd').length ?? 1) - 1,
    0,
  );
}

const LINES: readonly Row[] = [
  { level: 'block', parent: -1, box: [0, 0, 90, 40], text: 'a b', confidence: null },
  { level: 'line', parent: 0, box: [0, 0, 90, 9], text: 'a', confidence: null },
  { level: 'line', parent: 0, box: [0, 10, 90, 19], text: 'b', confidence: null },
  { level: 'block', parent: -1, box: [0, 50, 90, 90], text: 'other', confidence: null },
  { level: 'line', parent: 3, box: [0, 50, 90, 59], text: 'c', confidence: null },
];

it('follows the reading order that was chosen, and a block goes with its first line', async () => {
  const input = inputOf(inspectionOfRows(LINES), { order: Uint32Array.of(4, 2, 1) });
  const file = await textOf(hocrPages, input);
  expect([...file.matchAll(/region_(\d)/g)].map(([, id]) => id)).toEqual(['4', '5', '1', '3', '2']);
});

it('says how many texts of blocks are not what their lines say', async () => {
  const { losses } = await outlookOf(hocrPages, inputOf(inspectionOfRows(LINES)));
  expect(losses).toEqual(['1 text differs from those of the regions inside its own: theirs are written.']);
});

it('puts selected words into the nearest region that is written, or into a page', async () => {
  const read = await readBack(inputOf(inspectionOfRows(LINES), { items: Uint32Array.of(2, 3, 4) }));
  expect(read.map(({ level, parent, text }) => [level, parent, text])).toEqual([
    ['page', -1, 'b\n\nc'],
    ['line', 0, 'b'],
    ['block', 0, 'c'],
    ['line', 2, 'c'],
  ]);
});

it('carries a name with quotes and markup, and no name at all', async () => {
  const inspection = inspectionOfRows(LINES);
  const image = { ...IMAGE, name: `a"b'; bbox 9 9 9 9 <&>.png` };
  expect((await readBack(inputOf(inspection, { image })))[0]?.box).toEqual([0, 0, IMAGE.width, IMAGE.height]);
  expect(await readBack(inputOf({ ...inspection, imageSize: null }, { image: null }))).toMatchObject([
    { level: 'page', box: [0, 0, 90, 90] },
    {},
    {},
    {},
    {},
    {},
  ]);
});
