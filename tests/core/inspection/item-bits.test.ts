import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsFor, countBits, hasBit, itemsIn, setBit, setRange } from '../../../src/core/inspection/item-bits.ts';

const MOST = 140;
const items = fc.uniqueArray(fc.nat(MOST - 1)).map((list) => list.toSorted((one, other) => one - other));

test('a set of bits holds what was put into it', () => {
  fc.assert(
    fc.property(items, fc.nat(MOST + 40), (list, end) => {
      const bits = bitsFor(MOST);
      for (const item of list) setBit(bits, item);
      expect([...itemsIn(bits)]).toEqual(list);
      expect(countBits(bits)).toBe(list.length);
      expect(countBits(bits, end)).toBe(list.filter((item) => item < end).length);
      expect(hasBit(bits, end)).toBe(list.includes(end));
    }),
  );
});

test('a range is its items, whatever words it begins and ends in', () => {
  fc.assert(
    fc.property(items, fc.nat(MOST - 1), fc.nat(MOST - 1), (list, from, to) => {
      const one = bitsFor(MOST);
      const other = bitsFor(MOST);
      for (const item of list) {
        setBit(one, item);
        setBit(other, item);
      }
      setRange(one, from, to);
      for (let item = from; item <= to; item += 1) setBit(other, item);
      expect(one).toEqual(other);
    }),
  );
});
