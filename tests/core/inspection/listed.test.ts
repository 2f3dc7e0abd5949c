import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allItems, countBelow, firstAfter, positionOf } from '../../../src/core/inspection/listed.ts';

const ascending = fc
  .uniqueArray(fc.nat(300), { maxLength: 60 })
  .map((items) => items.toSorted((one, other) => one - other));
/** As the list shows them: a merged text, the highest of all, may come first. */
const listed = fc.tuple(ascending, fc.boolean()).map(([items, leads]) => (leads ? [301, ...items] : items));

test('an item is found where it stands, and what is not listed nowhere', () => {
  fc.assert(
    fc.property(listed, fc.nat(302), (items, item) => {
      expect(positionOf(items, item)).toBe(items.indexOf(item));
    }),
  );
});

test('what is below an end is counted', () => {
  fc.assert(
    fc.property(listed, fc.nat(303), (items, end) => {
      expect(countBelow(items, end)).toBe(items.filter((item) => item < end).length);
    }),
  );
});

test('behind an item that is not listed come the ones above it', () => {
  fc.assert(
    fc.property(ascending, fc.nat(302), (items, item) => {
      const found = items.findIndex((one) => one > item);
      expect(firstAfter(items, item)).toBe(found < 0 ? items.length : found);
    }),
  );
  expect(firstAfter([40, 0, 1, 2], 1)).toBe(3);
});

test('all items are made once for one count', () => {
  expect([...allItems(3)]).toEqual([0, 1, 2]);
  expect(allItems(3)).toBe(allItems(3));
  expect(allItems(0)).toHaveLength(0);
});

test('a place among a million is found by looking at a few of them', () => {
  let looks = 0;
  const counted = new Proxy<ArrayLike<number>>(
    { length: 1_000_000 },
    {
      get: (list, key) => {
        if (key === 'length') return list.length;
        looks += 1;
        return Number(key) * 2;
      },
    },
  );
  expect(positionOf(counted, 777_776)).toBe(388_888);
  expect(positionOf(counted, 777_777)).toBe(-1);
  expect(looks).toBeLessThan(100);
});
