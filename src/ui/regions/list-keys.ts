import { firstAfter, positionOf } from '../../core/inspection/listed.ts';
import {
  extendTo,
  NOTHING_SELECTED,
  type Selection,
  selectListed,
  selectOnly,
  toggleItem,
} from '../../core/inspection/selection.ts';

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean;
}

/** What a key means in the list. `moved`: the active item is another one and is to be shown. */
export type KeyMeaning =
  | { readonly does: 'select'; readonly selection: Selection; readonly moved: boolean }
  | { readonly does: 'zoom'; readonly item: number };

/**
 * The keyboard of a listbox whose selection follows the focus (WAI-ARIA APG, Listbox): arrows, Home, End and pages move and select,
 * Shift extends from the anchor, Ctrl moves alone and Space toggles. No type-ahead: letters are shortcuts of the page.
 * null: the key means nothing here.
 */
export function keyMeaning(
  press: KeyPress,
  selection: Selection,
  listed: ArrayLike<number>,
  pageRows: number,
): KeyMeaning | null {
  if (press.key === 'Escape') {
    const nothing = selection.count === 0 && selection.active === null;
    return nothing ? null : { does: 'select', selection: NOTHING_SELECTED, moved: false };
  }
  if (listed.length === 0) return null;
  if (press.ctrl && press.key.toLowerCase() === 'a') {
    return { does: 'select', selection: selectListed(listed, selection.active), moved: false };
  }
  if (press.key === 'Enter') return selection.active === null ? null : { does: 'zoom', item: selection.active };
  if (press.key === ' ') {
    if (selection.active === null || positionOf(listed, selection.active) < 0) return null;
    return { does: 'select', selection: toggleItem(selection, selection.active), moved: false };
  }
  const to = target(press.key, selection.active, listed, pageRows);
  const item = to === null ? undefined : listed[to];
  if (item === undefined) return null;
  if (press.shift) return { does: 'select', selection: extendTo(selection, item, listed), moved: true };
  if (press.ctrl && (press.key === 'ArrowDown' || press.key === 'ArrowUp'))
    return { does: 'select', selection: { ...selection, active: item }, moved: true };
  return { does: 'select', selection: selectOnly(item), moved: true };
}

/** A click on a row: plain chooses, Ctrl toggles, Shift takes the range from the anchor. */
export function clickMeaning(
  item: number,
  press: Pick<KeyPress, 'shift' | 'ctrl'>,
  selection: Selection,
  listed: ArrayLike<number>,
): Selection {
  if (press.shift) return extendTo(selection, item, listed);
  return press.ctrl ? toggleItem(selection, item) : selectOnly(item);
}

/** The position that a key leads to, or null for any other key. From an item that the search hides, to its neighbours. */
function target(key: string, active: number | null, listed: ArrayLike<number>, pageRows: number): number | null {
  const last = listed.length - 1;
  const at = active === null ? -1 : positionOf(listed, active);
  const found = at >= 0;
  const below = found ? at + 1 : active === null ? 0 : firstAfter(listed, active);
  const above = found ? at - 1 : active === null ? last : below - 1;
  const clamp = (position: number) => Math.min(Math.max(position, 0), last);
  switch (key) {
    case 'ArrowDown':
      return clamp(below);
    case 'ArrowUp':
      return clamp(above);
    case 'PageDown':
      return clamp(below - 1 + Math.max(pageRows, 1));
    case 'PageUp':
      return clamp(above + 1 - Math.max(pageRows, 1));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
