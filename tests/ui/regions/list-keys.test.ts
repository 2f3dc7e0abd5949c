import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSelected,
  NOTHING_SELECTED,
  selectedItems,
  selectOnly,
  type Selection,
} from '../../../src/core/inspection/selection.ts';
import { clickMeaning, keyMeaning, type KeyMeaning } from '../../../src/ui/regions/list-keys.ts';

const LISTED = Uint32Array.of(2, 5, 6, 9, 14);
const press = (key: string, modifiers: { shift?: boolean; ctrl?: boolean } = {}) => ({
  key,
  shift: modifiers.shift ?? false,
  ctrl: modifiers.ctrl ?? false,
});
const chosen = (meaning: KeyMeaning | null) => (meaning?.does === 'select' ? meaning.selection : null);
const after = (key: string, from: Selection) => chosen(keyMeaning(press(key), from, LISTED, 2))?.active;

describe('moving through the list', () => {
  it('begins at the top with Down and at the bottom with Up when nothing is chosen', () => {
    expect(after('ArrowDown', NOTHING_SELECTED)).toBe(2);
    expect(after('ArrowUp', NOTHING_SELECTED)).toBe(14);
  });

  it('goes to the neighbours among the matches, not among all regions', () => {
    expect(after('ArrowDown', selectOnly(6))).toBe(9);
    expect(after('ArrowUp', selectOnly(5))).toBe(2);
  });

  it('stays at the ends', () => {
    expect(after('ArrowDown', selectOnly(14))).toBe(14);
    expect(after('ArrowUp', selectOnly(2))).toBe(2);
  });

  it('goes by pages and to the ends', () => {
    expect(after('PageDown', selectOnly(5))).toBe(9);
    expect(after('PageUp', selectOnly(9))).toBe(5);
    expect(after('PageUp', selectOnly(5))).toBe(2);
    expect(after('End', selectOnly(5))).toBe(14);
    expect(after('Home', selectOnly(9))).toBe(2);
  });

  it('goes on from where the chosen region would stand when the search hides it', () => {
    expect(after('ArrowDown', selectOnly(7))).toBe(9);
    expect(after('ArrowUp', selectOnly(7))).toBe(6);
    expect(after('ArrowDown', selectOnly(99))).toBe(14);
  });

  it('has no type-ahead and leaves other keys to the page', () => {
    for (const key of ['a', 'l', 'Tab', 'ArrowLeft', '+'])
      expect(keyMeaning(press(key), selectOnly(2), LISTED, 2)).toBeNull();
  });
});

describe('choosing several', () => {
  it('extends from the anchor with Shift, and shrinks again on the way back', () => {
    let selection = selectOnly(5);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) {
      selection = chosen(keyMeaning(press(key, { shift: true }), selection, LISTED, 2)) ?? selection;
    }
    expect(selectedItems(selection)).toEqual([5, 6]);
    expect(selection.active).toBe(6);
  });

  it('takes all matches, and only those, with Ctrl+A', () => {
    const selection = chosen(keyMeaning(press('a', { ctrl: true }), selectOnly(6), LISTED, 2));
    expect(selection && selectedItems(selection)).toEqual([...LISTED]);
    expect(selection?.active).toBe(6);
  });

  it('moves alone with Ctrl and toggles with Space', () => {
    const moved = chosen(keyMeaning(press('ArrowDown', { ctrl: true }), selectOnly(5), LISTED, 2));
    expect(moved?.active).toBe(6);
    expect(moved && selectedItems(moved)).toEqual([5]);
    const toggled = moved && chosen(keyMeaning(press(' '), moved, LISTED, 2));
    expect(toggled && selectedItems(toggled)).toEqual([5, 6]);
  });

  it('takes a range by Shift+click and one more by Ctrl+click', () => {
    const range = clickMeaning(9, { shift: true, ctrl: false }, selectOnly(5), LISTED);
    expect(selectedItems(range)).toEqual([5, 6, 9]);
    expect(selectedItems(clickMeaning(6, { shift: false, ctrl: true }, range, LISTED))).toEqual([5, 9]);
  });

  it('lets go of everything with Escape, and leaves the next Escape to the page', () => {
    const cleared = chosen(keyMeaning(press('Escape'), selectOnly(5), LISTED, 2));
    expect(cleared).toEqual(NOTHING_SELECTED);
    expect(keyMeaning(press('Escape'), NOTHING_SELECTED, LISTED, 2)).toBeNull();
  });
});

it('looks at a few of a million regions, however many a key selects', () => {
  let looks = 0;
  const listed = new Proxy<ArrayLike<number>>(
    { length: 1_000_000 },
    {
      get: (list, key) => {
        if (key === 'length') return list.length;
        looks += 1;
        return Number(key);
      },
    },
  );
  const all = chosen(keyMeaning(press('a', { ctrl: true }), selectOnly(6), listed, 2));
  expect(all?.count).toBe(1_000_000);
  const range = chosen(keyMeaning(press('End', { shift: true }), selectOnly(6), listed, 2));
  expect(range?.count).toBe(999_994);
  const hidden = chosen(keyMeaning(press('ArrowDown'), selectOnly(2_000_000), listed, 2));
  expect(hidden?.active).toBe(999_999);
  expect(looks).toBeLessThan(500);
});

it('always leaves the active region inside the list and selected, whatever is pressed', () => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
  const presses = fc.array(fc.record({ key: keys, shift: fc.boolean(), ctrl: fc.constant(false) }), { minLength: 1 });
  const listed = fc.uniqueArray(fc.nat(200), { minLength: 1 }).map((items) => Uint32Array.from(items).toSorted());
  fc.assert(
    fc.property(presses, listed, fc.integer({ min: 1, max: 9 }), (sequence, items, page) => {
      let selection = NOTHING_SELECTED;
      for (const one of sequence) selection = chosen(keyMeaning(one, selection, items, page)) ?? selection;
      expect(items).toContain(selection.active);
      expect(isSelected(selection, selection.active ?? -1)).toBe(true);
      expect(selectedItems(selection)).toHaveLength(selection.count);
    }),
  );
});
