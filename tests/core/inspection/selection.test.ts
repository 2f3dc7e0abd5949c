import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  extendTo,
  isSelected,
  NOTHING_SELECTED,
  positionOf,
  type Selection,
  selectedItems,
  selectItems,
  selectOnly,
  toggleItem,
} from '../../../src/core/inspection/selection.ts';

const items = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 50 });

test('a selection holds what was put into it, each once, ascending', () => {
  fc.assert(
    fc.property(items, (chosen) => {
      const selection = selectItems(chosen, null);
      const expected = [...new Set(chosen)].toSorted((one, other) => one - other);
      expect(selectedItems(selection)).toEqual(expected);
      expect(selection.count).toBe(expected.length);
    }),
  );
});

test('toggling behaves as a set does, and never changes the selection before it', () => {
  fc.assert(
    fc.property(items, (toggled) => {
      const set = new Set<number>();
      let selection: Selection = NOTHING_SELECTED;
      for (const item of toggled) {
        const before = selectedItems(selection);
        const next = toggleItem(selection, item);
        expect(selectedItems(selection)).toEqual(before);
        if (!set.delete(item)) set.add(item);
        expect(isSelected(next, item)).toBe(set.has(item));
        expect(next.count).toBe(set.size);
        expect(next.active).toBe(item);
        selection = next;
      }
      expect(selectedItems(selection)).toEqual([...set].toSorted((one, other) => one - other));
    }),
  );
});

test('item 31 and 32 live in different words of the bitset', () => {
  const selection = toggleItem(selectOnly(31), 32);
  expect(selectedItems(selection)).toEqual([31, 32]);
  expect(isSelected(selection, 63)).toBe(false);
});

test('Shift takes everything between in the order listed, and goes back when the other end moves', () => {
  const listed = [0, 2, 5, 9, 14];
  const first = selectOnly(2);
  const down = extendTo(first, 14, listed);
  expect(selectedItems(down)).toEqual([2, 5, 9, 14]);
  expect(down.anchor).toBe(2);
  const up = extendTo(down, 0, listed);
  expect(selectedItems(up)).toEqual([0, 2]);
  expect(up.active).toBe(0);
});

test('Shift to or from something that is not listed chooses that one alone', () => {
  expect(selectedItems(extendTo(selectOnly(7), 5, [0, 5]))).toEqual([5]);
});

test('a position is found in ascending and in other lists', () => {
  expect(positionOf(Uint32Array.from([1, 4, 9]), 9)).toBe(2);
  expect(positionOf([9, 1, 4], 4)).toBe(2);
  expect(positionOf([1, 4], 5)).toBe(-1);
});
