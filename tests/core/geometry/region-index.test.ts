import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEW_ROWS } from '../../../src/core/geometry/curve-order.ts';
import { contains, overlaps } from '../../../src/core/geometry/rect.ts';
import { regionIndexOf } from '../../../src/core/geometry/region-index.ts';
import type { ImageRect } from '../../../src/core/geometry/space.ts';
import { type Frame, IDENTITY_FRAME } from '../../../src/core/inspection/frame.ts';
import { imageRectOf, type Inspection, isDrawable } from '../../../src/core/inspection/inspection.ts';
import { aGrid, anInspection, type Box } from './an-inspection.ts';

const whole = fc.integer({ min: -100, max: 100 });
const boxes = fc.array<Box>(fc.tuple(whole, whole, whole, whole), { maxLength: 60 });
const REFUSED: Box = [NaN, NaN, NaN, NaN];

test('an image without regions answers every question with nothing', () => {
  const index = regionIndexOf(anInspection([]));
  expect(index.at({ x: 0, y: 0 })).toEqual([]);
  expect([...index.collect({ x1: -9, y1: -9, x2: 9, y2: 9 })]).toEqual([]);
  expect(index.extent).toBeNull();
  expect(index.nearest(0, 'left')).toBeNull();
});

test('at finds exactly the boxes that hold the point, smallest first', () => {
  fc.assert(
    fc.property(boxes, whole, whole, (given, x, y) => {
      const inspection = anInspection(given);
      const hits = regionIndexOf(inspection).at({ x, y });
      const expected = given
        .map((_, row) => row)
        .filter((row) => isDrawable(inspection, row) && contains(imageRectOf(inspection, row), { x, y }));
      expect(hits.toSorted((one, other) => one - other)).toEqual(expected);
      const areas = hits.map((row) => areaOf(imageRectOf(inspection, row)));
      expect(areas).toEqual(areas.toSorted((one, other) => one - other));
    }),
  );
});

test('search finds every box that shares area with the rectangle', () => {
  fc.assert(
    fc.property(boxes, whole, whole, (given, x, y) => {
      const inspection = anInspection(given);
      const asked: ImageRect = { x1: x, y1: y, x2: x + 40, y2: y + 30 };
      const found = new Set(regionIndexOf(inspection).collect(asked));
      const missed = given
        .map((_, row) => row)
        .filter((row) => isDrawable(inspection, row) && overlaps(imageRectOf(inspection, row), asked))
        .filter((row) => !found.has(row));
      expect(missed).toEqual([]);
    }),
  );
});

test('refused entries and boxes without area are never found', () => {
  const inspection = anInspection([REFUSED, [0, 0, 0, 50], [0, 0, 10, 10]]);
  const index = regionIndexOf(inspection);
  expect([...index.rows]).toEqual([2]);
  expect(index.at({ x: 0, y: 5 })).toEqual([2]);
  expect(index.extent).toEqual({ x1: 0, y1: 0, x2: 10, y2: 10 });
});

test('swapped corners are the same box', () => {
  expect(regionIndexOf(anInspection([[30, 40, 10, 20]])).at({ x: 15, y: 25 })).toEqual([0]);
});

test('slack finds a box that was missed by less than it', () => {
  const index = regionIndexOf(anInspection([[0, 0, 100, 1]]));
  expect(index.at({ x: 50, y: 3 })).toEqual([]);
  expect(index.at({ x: 50, y: 3 }, 3)).toEqual([0]);
  expect(index.at({ x: 50, y: 9 }, 3)).toEqual([]);
});

test('under a frame the pointer is mapped back: doubled boxes are found where they are shown', () => {
  const turned: Frame = { a: 0, b: 2, c: -2, d: 0, e: 500, f: 0 };
  const inspection = anInspection([[10, 20, 30, 40]], { frame: turned });
  const shown = imageRectOf(inspection, 0);
  expect(shown).toEqual({ x1: 420, y1: 20, x2: 460, y2: 60 });
  const index = regionIndexOf(inspection);
  expect(index.at({ x: 440, y: 40 })).toEqual([0]);
  expect(index.at({ x: 20, y: 30 })).toEqual([]);
  expect(index.extent).toEqual(shown);
  expect([...index.collect({ x1: 450, y1: 50, x2: 490, y2: 90 })]).toEqual([0]);
});

test('a frame without a way back hits nothing and breaks nothing', () => {
  const flat: Frame = { ...IDENTITY_FRAME, a: 0 };
  const index = regionIndexOf(anInspection([[0, 0, 10, 10]], { frame: flat }));
  expect(index.at({ x: 0, y: 5 })).toEqual([]);
  expect([...index.collect({ x1: 0, y1: 0, x2: 9, y2: 9 })]).toEqual([]);
});

test('one inspection is indexed once', () => {
  const inspection = anInspection(aGrid(3, 3));
  expect(regionIndexOf(inspection)).toBe(regionIndexOf(inspection));
});

test('arrows go through a grid from neighbour to neighbour and stop at its edge', () => {
  const index = regionIndexOf(anInspection(aGrid(3, 3)));
  expect(index.nearest(4, 'right')).toBe(5);
  expect(index.nearest(4, 'left')).toBe(3);
  expect(index.nearest(4, 'up')).toBe(1);
  expect(index.nearest(4, 'down')).toBe(7);
  expect(index.nearest(5, 'right')).toBeNull();
  expect(index.nearest(1, 'up')).toBeNull();
});

test('arrows mean the directions of the image as shown', () => {
  const quarterTurn: Frame = { a: 0, b: 1, c: -1, d: 0, e: 100, f: 0 };
  const index = regionIndexOf(anInspection(aGrid(3, 3, 10, 10), { frame: quarterTurn }));
  // Turned clockwise, the next in a received line lies below.
  expect(index.nearest(4, 'down')).toBe(5);
  expect(index.nearest(4, 'left')).toBe(7);
});

test('what an arrow finds lies that way', () => {
  const directions = fc.constantFrom('left' as const, 'right' as const, 'up' as const, 'down' as const);
  fc.assert(
    fc.property(boxes, directions, (given, direction) => {
      const inspection = anInspection(given);
      const index = regionIndexOf(inspection);
      const from = index.rows[0];
      if (from === undefined) return;
      const next = index.nearest(from, direction);
      if (next === null) return;
      const a = imageRectOf(inspection, from);
      const b = imageRectOf(inspection, next);
      const dx = b.x1 + b.x2 - a.x1 - a.x2;
      const dy = b.y1 + b.y2 - a.y1 - a.y2;
      expect({ left: -dx, right: dx, up: -dy, down: dy }[direction]).toBeGreaterThan(0);
    }),
  );
});

/** More than are ordered along the curve, and what would break an index that trusted its numbers. */
const MANY = FEW_ROWS + 2_345;
const some = (seed: number) => ((seed * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
const HOSTILE: Record<string, (row: number) => Box> = {
  'words of a page': (row) => [
    (row % 150) * 20,
    Math.floor(row / 150) * 30,
    (row % 150) * 20 + 15,
    Math.floor(row / 150) * 30 + 20,
  ],
  'any order': (row) => [some(row) * 3000, some(row + 7) * 4000, some(row) * 3000 + 20, some(row + 7) * 4000 + 9],
  'all equal': () => [5, 5, 50, 60],
  'all huge': (row) => [-row, -row, 4000 + row, 4000 + row],
  'one inside the other': (row) => [row / 10, row / 10, 3000 - row / 10, 3000 - row / 10],
  'two far away': (row) =>
    row === 7 ? [9e15, 9e15, 9.001e15, 9.001e15] : row === 9 ? [-9e15, 3, 2, 9] : [row, row, row + 3, row + 2],
  'beyond any sum': (row) => [-1e300 * some(row), -1e308, 1e300, 1e308],
  'swapped, below zero, without area': (row) => [row % 90, -(row % 70), (row % 90) - (row % 4), row % 5],
};

test.each(Object.keys(HOSTILE))('finds what looking at every row finds: %s', (name) => {
  const box = HOSTILE[name] ?? (() => REFUSED);
  const inspection = anInspection(Array.from({ length: MANY }, (_, row) => (row % 997 === 5 ? REFUSED : box(row))));
  const index = regionIndexOf(inspection);
  const rows = Array.from({ length: MANY }, (_, row) => row).filter((row) => isDrawable(inspection, row));
  expect([...index.rows]).toEqual(rows);
  for (const [x, y, size] of [
    [10, 10, 5],
    [1500, 1500, 400],
    [0, 0, 5000],
    [2999, 3999, 1],
    [-10, -10, 3],
  ] as const) {
    const asked = { x1: x, y1: y, x2: x + size, y2: y + size };
    const touched = rows.filter((row) => touches(imageRectOf(inspection, row), asked));
    expect([...index.collect(asked)]).toEqual(touched);
    const held = rows.filter((row) => contains(imageRectOf(inspection, row), { x, y }));
    const smallest = held.toSorted((one, other) => bySize(inspection, one, other) || one - other);
    expect(index.smallestAt({ x, y })).toBe(smallest[0] ?? null);
    expect(index.at({ x, y })).toEqual(smallest);
  }
});

test('collecting fills the same buffer again, and the list of all rows is nobody’s to fill', () => {
  const index = regionIndexOf(anInspection(aGrid(100, 100)));
  const first = index.collect({ x1: 0, y1: 0, x2: 200, y2: 200 });
  const second = index.collect({ x1: 500, y1: 500, x2: 700, y2: 600 });
  expect(second.buffer).toBe(first.buffer);
  expect(index.collect({ x1: -1, y1: -1, x2: 1e6, y2: 1e6 })).toBe(index.rows);
});

function touches(one: ImageRect, other: ImageRect): boolean {
  return one.x1 <= other.x2 && other.x1 <= one.x2 && one.y1 <= other.y2 && other.y1 <= one.y2;
}

function bySize(inspection: Inspection, one: number, other: number): number {
  const [a, b] = [areaOf(imageRectOf(inspection, one)), areaOf(imageRectOf(inspection, other))];
  return a < b ? -1 : a > b ? 1 : 0;
}

function areaOf({ x1, y1, x2, y2 }: ImageRect): number {
  return (x2 - x1) * (y2 - y1);
}
