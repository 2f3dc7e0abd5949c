import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintBoxes } from '../../../src/core/lint/box-lint.ts';
import { levelCode } from '../../../src/core/inspection/levels.ts';
import { nearBoxes } from '../../../src/core/lint/near-boxes.ts';

type Box = readonly [number, number, number, number];

/** Few values, so that boxes are equal, nearly equal and inside each other; corners in any order, some without area. */
const side = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(100, 101, 103, 200, 0.5));
const box = fc.tuple(side, side, side, side);
const refused: Box = [NaN, NaN, NaN, NaN];
const boxes = fc.array(fc.oneof({ weight: 9, arbitrary: box }, { weight: 1, arbitrary: fc.constant(refused) }), {
  maxLength: 80,
});

describe('boxes that are near each other', () => {
  test('are those that comparing each with each finds', () => {
    fc.assert(
      fc.property(boxes, (some) => {
        const { nearlyEqual, contained, all } = nearBoxes(columns(some));
        expect([...nearlyEqual]).toEqual(rowsOf(some, isNearlyEqual));
        expect([...contained]).toEqual(rowsOf(some, isContained));
        expect(all).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('are the same in whatever order they came', () => {
    const shuffled = boxes.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray([...some.keys()], { minLength: some.length })),
    );
    fc.assert(
      fc.property(shuffled, ([some, order]) => {
        const plain = lintBoxes(ofOneLevel(some));
        const mixed = lintBoxes(ofOneLevel(order.map((row) => some[row] ?? refused)));
        for (const kind of ['nearlyEqual', 'contained', 'slivers'] as const)
          expect([...mixed[kind]].map((row) => order[row] ?? -1).toSorted((a, b) => a - b)).toEqual([...plain[kind]]);
      }),
    );
  });

  test('are found among many that are not', () => {
    const page = Array.from({ length: 30_000 }, (_, at): Box => {
      const [x, y] = [(at % 150) * 70, Math.floor(at / 150) * 40];
      return [x, y, x + 60, y + 30];
    });
    page.push([0, 1, 60, 30], [5, 5, 20, 20], [70, 40, 130, 70]);
    const { nearlyEqual, contained, all } = nearBoxes(columns(page));
    // The last has the same four numbers as an earlier one, which is another matter.
    expect({ nearlyEqual: [...nearlyEqual], contained: [...contained], all }).toEqual({
      nearlyEqual: [0, 30_000],
      contained: [30_001],
      all: true,
    });
  });

  test('say that there may be more, where a pile of them is too high to look at all', () => {
    const pile = Array.from({ length: 20_000 }, (_, at): Box => [at / 1e6, 0, 100 + at / 1e6, 30]);
    const { nearlyEqual, contained, all } = nearBoxes(columns(pile));
    expect([nearlyEqual.length, contained.length, all]).toEqual([20_000, 0, false]);
  });

  test('a pile of equal ones is looked at as one', () => {
    const pile = Array.from({ length: 100_000 }, (): Box => [10, 10, 200, 40]);
    const { nearlyEqual, contained, all } = nearBoxes(columns([...pile, [0, 0, 300, 300]]));
    expect([nearlyEqual.length, contained.length, all]).toEqual([0, 100_000, true]);
  });
});

test('a sliver is far thinner than the others, or thinner than anything written', () => {
  const lines = Array.from({ length: 5 }, (_, at): Box => [0, at * 80, 600, at * 80 + 60]);
  const { slivers } = lintBoxes(
    ofOneLevel([...lines, [0, 500, 600, 505], [0, 600, 7, 660], [9, 700, 9, 760], refused]),
  );
  expect([...slivers]).toEqual([5]);
  expect([...lintBoxes(ofOneLevel([[0, 0, 600, 2.5]])).slivers]).toEqual([0]);
});

test('what lies in its block, or covers it, is no finding: only boxes of one level are compared', () => {
  const boxes: Box[] = [
    [0, 0, 600, 800],
    [10, 10, 300, 40],
    [10, 10, 300, 40.5],
    [20, 15, 90, 35],
    [30, 20, 60, 30],
    [10, 10, 301, 40],
  ];
  const level = Uint8Array.from(['page', 'line', 'word', 'word', 'word', 'line'] as const, levelCode);
  const { nearlyEqual, contained, all } = lintBoxes({ received: columns(boxes), level });
  expect([...nearlyEqual]).toEqual([1, 5]);
  expect([...contained]).toEqual([3, 4]);
  expect(all).toBe(true);
});

function ofOneLevel(some: readonly Box[]) {
  return { received: columns(some), level: new Uint8Array(some.length) };
}

function columns(some: readonly Box[]): Float64Array<ArrayBuffer> {
  return Float64Array.from(some.flat());
}

function rowsOf(some: readonly Box[], is: (one: Box, other: Box) => boolean): number[] {
  return [...some.keys()].filter((row) =>
    some.some(
      (other, at) => at !== row && hasArea(other) && hasArea(some[row] ?? refused) && is(some[row] ?? refused, other),
    ),
  );
}

function isNearlyEqual(one: Box, other: Box): boolean {
  return one.some((value, at) => value !== other[at]) && iou(one, other) > 0.9;
}

function isContained(one: Box, other: Box): boolean {
  return iou(one, other) <= 0.9 && shared(one, other) >= 0.95 * area(one);
}

function iou(one: Box, other: Box): number {
  return shared(one, other) / (area(one) + area(other) - shared(one, other));
}

function shared(one: Box, other: Box): number {
  const across = Math.min(high(one, 0), high(other, 0)) - Math.max(low(one, 0), low(other, 0));
  const down = Math.min(high(one, 1), high(other, 1)) - Math.max(low(one, 1), low(other, 1));
  return Math.max(across, 0) * Math.max(down, 0);
}

function area(one: Box): number {
  return (high(one, 0) - low(one, 0)) * (high(one, 1) - low(one, 1));
}

function hasArea(one: Box): boolean {
  return area(one) > 0;
}

function low(one: Box, axis: 0 | 1): number {
  return Math.min(one[axis], one[axis === 0 ? 2 : 3]);
}

function high(one: Box, axis: 0 | 1): number {
  return Math.max(one[axis], one[axis === 0 ? 2 : 3]);
}
