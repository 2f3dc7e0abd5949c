import { describe, expect, it } from 'vitest';
import { listingOrder } from '../../../src/core/inspection/items.ts';
import { searchItems } from '../../../src/core/inspection/search.ts';
import { positionOf } from '../../../src/core/inspection/listed.ts';
import { inspectionOf, manyRegions, type Four } from '../../ui/support/inspections.ts';

describe('the order of the list', () => {
  const merged = mergedOver(40);

  it('has a merged text before the regions', () => {
    const listed = listingOrder(merged, searchItems(merged, ''));
    expect(listed.slice(0, 3)).toEqual(Uint32Array.of(40, 0, 1));
    expect(listed).toHaveLength(41);
  });

  it('finds every item at its place', () => {
    for (const regions of [2, 3, 4, 5, 40]) {
      const inspection = mergedOver(regions);
      const listed = listingOrder(inspection, searchItems(inspection, ''));
      expect([...listed].map((item) => positionOf(listed, item))).toEqual([...listed.keys()]);
    }
  });

  it('stays as it is when it is asked for twice', () => {
    const once = listingOrder(merged, searchItems(merged, ''));
    expect(listingOrder(merged, once)).toBe(once);
  });

  it('leaves what the search left, and a list without a merged text, as they are', () => {
    const found = searchItems(merged, '#7');
    expect(listingOrder(merged, found)).toBe(found);
    const plain = manyRegions(3);
    const all = searchItems(plain, '');
    expect(listingOrder(plain, all)).toBe(all);
    expect([...listingOrder(merged, searchItems(merged, 'whole'))]).toEqual([40]);
    expect(listingOrder(merged, new Uint32Array(0))).toHaveLength(0);
  });
});

/** One text for `count` regions. */
function mergedOver(count: number) {
  return inspectionOf({
    rectangles: Array.from({ length: count }, (_, row): Four => [0, row * 9, 9, row * 9 + 9]),
    texts: ['the whole page'],
  });
}
