import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOf, moveAfter, moved, moveTo } from '../../../src/core/order/hand.ts';

const FLAT = new Int32Array(6).fill(-1);
const order = Uint32Array.of(0, 1, 2, 3, 4, 5);
const after = (row: number, other: number, parent = FLAT) => {
  const step = moveAfter(order, parent, row, other);
  return step && [...moved(order, step)];
};

test('a region is read after another one, further up or further down', () => {
  expect(after(4, 0)).toEqual([0, 4, 1, 2, 3, 5]);
  expect(after(0, 4)).toEqual([1, 2, 3, 4, 0, 5]);
  expect(after(1, 0)).toBeNull();
  expect(after(1, 1)).toBeNull();
});

test('a region takes what stands in it along, and comes after what stands in the other', () => {
  const parent = Int32Array.of(-1, 0, 0, -1, 3, -1);
  expect(after(0, 3, parent)).toEqual([3, 4, 0, 1, 2, 5]);
  expect(after(5, 0, parent)).toEqual([0, 1, 2, 5, 3, 4]);
  // Nothing can be read after what stands in it.
  expect(after(0, 2, parent)).toBeNull();
});

test('a place in the order is given to a region; what came there follows it', () => {
  const step = moveTo(order, FLAT, 5, 0);
  expect(step && [...moved(order, step)]).toEqual([5, 0, 1, 2, 3, 4]);
});

test('no move loses a region, and its way back undoes it', () => {
  const place = fc.integer({ min: 0, max: 29 });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 20 }), (pairs) => {
      const start = Uint32Array.from({ length: 30 }, (_, i) => i);
      const parent = Int32Array.from(start, (row) => (row % 5 === 0 ? -1 : row - (row % 5)));
      const orders: Uint32Array[] = [start];
      const steps = pairs.flatMap(([row, other]) => {
        const step = moveAfter(orders.at(-1) ?? start, parent, row, other);
        if (step) orders.push(moved(orders.at(-1) ?? start, step));
        return step ?? [];
      });
      expect((orders.at(-1) ?? start).toSorted()).toEqual(start);
      for (const step of steps.toReversed()) {
        const now = orders.pop() ?? start;
        expect(moved(now, backOf(step))).toEqual(orders.at(-1));
      }
    }),
  );
});
