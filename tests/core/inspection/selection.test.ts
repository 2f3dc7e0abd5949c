import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countSelected,
  extendTo,
  isSelected,
  NOTHING_SELECTED,
  type Selection,
  selectedItems,
  selectItems,
  selectListed,
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

test('a range of neighbours is the same as its items one by one', () => {
  const spans = fc.tuple(fc.nat(200), fc.nat(200));
  fc.assert(
    fc.property(spans, fc.nat(90), ([one, other], start) => {
      const listed = Uint32Array.from({ length: 201 }, (_, at) => start + at);
      const range = extendTo(selectOnly(start + one), start + other, listed);
      const expected = listed.slice(Math.min(one, other), Math.max(one, other) + 1);
      expect(selectedItems(range)).toEqual([...expected]);
      expect(range.count).toBe(expected.length);
      expect(range).toMatchObject({ active: start + other, anchor: start + one });
    }),
  );
});

test('a range that begins with a merged text takes it and the regions behind it', () => {
  const listed = [40, ...Array.from({ length: 40 }, (_, row) => row)];
  expect(selectedItems(extendTo(selectOnly(40), 2, listed))).toEqual([0, 1, 2, 40]);
});

test('everything listed is selected, and the active item stays when it is among it', () => {
  const listed = Uint32Array.of(3, 4, 5, 64);
  expect(selectedItems(selectListed(listed, 5))).toEqual([3, 4, 5, 64]);
  expect(selectListed(listed, 5)).toMatchObject({ count: 4, active: 5, anchor: 3 });
  expect(selectListed(listed, 9)).toMatchObject({ active: 3 });
  expect(selectListed(new Uint32Array(0), 5)).toEqual(NOTHING_SELECTED);
});

test('counts the selected below an end', () => {
  fc.assert(
    fc.property(items, fc.nat(320), (chosen, end) => {
      const below = new Set(chosen.filter((item) => item < end));
      expect(countSelected(selectItems(chosen, null), end)).toBe(below.size);
    }),
  );
});
