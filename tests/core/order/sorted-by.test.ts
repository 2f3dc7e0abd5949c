import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedBy } from '../../../src/core/order/sorted-by.ts';

const key = fc.oneof(fc.constantFrom(0, -0, 1, -1, Infinity, -Infinity), fc.double({ noNaN: true }));

test.each([
  ['few', 1],
  ['many, by their bits', 600],
])('%s keys stand as comparing them one by one would put them', (_, times) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, key), { minLength: 8, maxLength: 40 }), (given) => {
      const pairs = Array.from({ length: times }, () => given).flat();
      const first = Float64Array.from(pairs, ([one]) => one);
      const second = Float64Array.from(pairs, ([, other]) => other);
      const compared = pairs
        .map((_pair, at) => at)
        .toSorted((one, other) => order(first, one, other) || order(second, one, other) || one - other);
      expect([...sortedBy(first, second)]).toEqual(compared);
    }),
    { numRuns: times === 1 ? 100 : 10 },
  );
});

function order(keys: Float64Array, one: number, other: number): number {
  const [a, b] = [keys[one] ?? 0, keys[other] ?? 0];
  return a === b ? 0 : a < b ? -1 : 1;
}
