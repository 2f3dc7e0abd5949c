import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { orderOf, orderRows } from '../../../src/core/order/reading-order.ts';
import type { ReadingOrder } from '../../../src/core/order/choice.ts';
import { anInspection, type Box } from '../geometry/an-inspection.ts';

const read = (boxes: readonly Box[], by: ReadingOrder = 'columns') => [...orderOf(anInspection(boxes), by)];
/** Numbers of boxes after shuffling them, told by where they were. */
const ascending = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Lines of a column of text, 300 wide. */
function column(x: number, y: number, lines: number, pitch = 20): Box[] {
  return Array.from({ length: lines }, (_, i): Box => [
    x,
    y + i * pitch,
    x + 300 - (i === lines - 1 ? 120 : 0),
    y + i * pitch + 14,
  ]);
}

/** The boxes in a fixed disorder, and what of them is read first, second ...: 0, 1, 2 when it is as they were given. */
function readDisordered(boxes: readonly Box[], by: ReadingOrder = 'columns'): number[] {
  const at = boxes.map((_, i) => (i * 7 + 3) % boxes.length);
  const mixed = new Set(at).size === boxes.length ? at : boxes.map((_, i) => boxes.length - 1 - i);
  return read(
    mixed.map((from) => boxes[from] ?? [0, 0, 0, 0]),
    by,
  ).map((row) => mixed[row] ?? -1);
}

/** Three words of a headline. */
const words = (y: number): Box[] => [
  [0, y, 210, y + 40],
  [228, y, 420, y + 40],
  [436, y, 630, y + 40],
];

/** A headline over two columns. */
const story = (y: number) => [...words(y), ...column(0, y + 60, 8), ...column(330, y + 60, 8)];

describe('pages', () => {
  test('two columns, whose lines stand level: the left one to its end, then the right one', () => {
    const page = [...column(0, 0, 12), ...column(330, 0, 12)];
    expect(readDisordered(page)).toEqual(ascending(24));
  });

  test('three columns of unequal length and pitch', () => {
    const page = [...column(0, 0, 12), ...column(330, 0, 20), ...column(660, 5, 9, 23)];
    expect(readDisordered(page)).toEqual(ascending(41));
  });

  test('a headline over all columns, its words far apart, comes first; one between two stories parts them', () => {
    expect(readDisordered([...story(0), ...story(260)])).toEqual(ascending(38));
  });

  test('a header of date and page number is read before the columns it stands over, a footer after them', () => {
    const page: Box[] = [
      [0, 0, 90, 14],
      [540, 0, 630, 14],
      ...column(0, 80, 10),
      ...column(330, 80, 10),
      [280, 360, 350, 374],
    ];
    expect(readDisordered(page)).toEqual(ascending(23));
  });

  test('blocks of two columns that begin level and end where they like', () => {
    const page: Box[] = [
      [0, 0, 300, 180],
      [0, 200, 300, 420],
      [0, 440, 300, 600],
      [330, 0, 630, 240],
      [330, 260, 630, 600],
    ];
    expect(readDisordered(page)).toEqual(ascending(5));
  });

  test('rows of a table go across, whatever is in its cells', () => {
    const table = ascending(10).flatMap((row): Box[] => [
      [0, row * 24, 60 + ((row * 37) % 120), row * 24 + 14],
      [300, row * 24, 330 + ((row * 53) % 90), row * 24 + 14],
      [500, row * 24, 540, row * 24 + 14],
    ]);
    expect(readDisordered(table)).toEqual(ascending(30));
  });

  test('words of touching lines, some of which overlap, go line by line', () => {
    const lines = ascending(6).flatMap((line): Box[] =>
      ascending(8).map((word): Box => [word * 50 - (word % 2), line * 16, word * 50 + 46, line * 16 + 18 + (word % 3)]),
    );
    expect(readDisordered(lines)).toEqual(ascending(48));
  });

  test('dust in the gutter parts nothing and joins nothing', () => {
    const page = [...column(0, 0, 12), ...column(330, 0, 12)];
    const order = readDisordered([...page, [314, 100, 317, 103], [312, 160, 315, 162]]).filter((at) => at < 24);
    expect(order).toEqual(ascending(24));
  });

  test('a box round all others comes first, and parts nothing', () => {
    const page: Box[] = [[-10, -10, 640, 300], ...column(0, 0, 12), ...column(330, 0, 12)];
    expect(readDisordered(page)).toEqual(ascending(25));
  });

  test('a pinwheel, which no straight line parts, goes by what stands above what', () => {
    const pinwheel: Box[] = [
      [0, 0, 200, 90],
      [0, 100, 90, 300],
      [210, 0, 300, 200],
      [100, 210, 300, 300],
      [100, 100, 200, 200],
    ];
    const order = read(pinwheel);
    expect(order[0]).toBe(0);
    expect(order.indexOf(4)).toBeLessThan(order.indexOf(3));
    expect(order.indexOf(2)).toBeLessThan(order.indexOf(3));
  });

  test('from right to left the right column is read first, and the right word of a line', () => {
    const page = [...column(330, 0, 12), ...column(0, 0, 12)];
    expect(readDisordered(page, 'columns from the right')).toEqual(ascending(24));
  });
});

test('refused entries and boxes without area have no place; as received, the rest goes by number', () => {
  const boxes: Box[] = [
    [0, 50, 90, 64],
    [NaN, NaN, NaN, NaN],
    [0, 0, 90, 14],
    [5, 5, 5, 9],
  ];
  expect(read(boxes)).toEqual([2, 0]);
  expect(read(boxes, 'received')).toEqual([0, 2]);
});

test('a frame that turns the page by a quarter turns the order with it', () => {
  const boxes: Box[] = [
    [0, 0, 14, 300],
    [40, 0, 54, 300],
  ];
  // What stands side by side as received stands one above the other as seen, the right one on top.
  const turned = anInspection(boxes, { frame: { a: 0, b: -1, c: 1, d: 0, e: 0, f: 60 } });
  expect([...orderOf(turned, 'columns')]).toEqual([1, 0]);
  expect([...orderOf(anInspection(boxes, { frame: IDENTITY_FRAME }), 'columns')]).toEqual([0, 1]);
});

test('children follow their parent, those of a parent without a box the one above it', () => {
  const page = [
    [0, 0, 630, 300],
    [330, 0, 630, 300],
    [330, 40, 630, 54],
    [330, 0, 630, 14],
    [0, 0, 300, 300],
    [NaN, NaN, NaN, NaN],
    [0, 0, 300, 14],
  ];
  const order = orderRows({
    received: Float64Array.from(page.flat()),
    parent: Int32Array.of(-1, 0, 1, 1, 0, 4, 5),
    rows: Uint32Array.of(0, 1, 2, 3, 4, 6),
    axes: { swapped: false, acrossBack: false, downBack: false },
  });
  expect([...order]).toEqual([0, 4, 6, 1, 3, 2]);
});

describe('samples, whose boxes came in the order they are read in', () => {
  test.each([
    ['book', 1],
    ['newspaper', 1],
    // A stamp and a signature lie across its fields.
    ['form', 0.85],
  ])('%s: Kendall tau to what was received', (name, least) => {
    const { regions }: { regions: Box[] } = JSON.parse(readFileSync(`public/samples/${name}.json`, 'utf8'));
    expect(kendall(read(regions))).toBeGreaterThanOrEqual(least);
  });
});

/** 1: the same order; -1: the reverse. */
function kendall(order: readonly number[]): number {
  let against = 0;
  for (let i = 0; i < order.length; i += 1) {
    for (let j = i + 1; j < order.length; j += 1) if ((order[i] ?? 0) > (order[j] ?? 0)) against += 1;
  }
  return 1 - (4 * against) / (order.length * (order.length - 1));
}

describe('whatever the boxes', () => {
  const side = fc.integer({ min: 0, max: 400 });
  const box = fc.tuple(side, side, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 30 }));
  const boxes = fc.array(box, { maxLength: 300 }).map((all) => all.map(([x, y, w, h]): Box => [x, y, x + w, y + h]));

  test('every drawable row is there once, the same at every call', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom('columns' as const, 'columns from the right' as const), (given, by) => {
        const order = read(given, by);
        expect(order.toSorted((one, other) => one - other)).toEqual(ascending(given.length));
        expect(read(given, by)).toEqual(order);
      }),
    );
  });

  test('where the page lies and how large it is changes nothing', () => {
    const places = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(boxes, places, places, fc.constantFrom(0.25, 0.5, 2, 8), (given, dx, dy, by) => {
        const order = read(given);
        expect(read(given.map(([x1, y1, x2, y2]): Box => [x1 + dx, y1 + dy, x2 + dx, y2 + dy]))).toEqual(order);
        expect(read(given.map(([x1, y1, x2, y2]): Box => [x1 * by, y1 * by, x2 * by, y2 * by]))).toEqual(order);
      }),
    );
  });

  test('parents that go round in circles or forward lose nothing', () => {
    const parents = fc.array(fc.integer({ min: -1, max: 40 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(parents, (given) => {
        const rows = Uint32Array.from(ascending(given.length));
        const order = orderRows({
          received: Float64Array.from(given.flatMap((_, i) => [0, i * 20, 50, i * 20 + 14])),
          parent: Int32Array.from(given),
          rows,
          axes: { swapped: false, acrossBack: false, downBack: false },
        });
        expect([...order].toSorted((one, other) => one - other)).toEqual([...rows]);
        const late = given.flatMap((parent, row) =>
          parent >= 0 && parent < row && order.indexOf(parent) > order.indexOf(row) ? row : [],
        );
        expect(late).toEqual([]);
      }),
    );
  });
});
