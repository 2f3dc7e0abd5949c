import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import type { Inspection } from '../../core/inspection/inspection.ts';
import { positionOf } from '../../core/inspection/listed.ts';
import { isSelected, type Selection } from '../../core/inspection/selection.ts';
import { useView } from '../../state/view-store.ts';
import { cx } from '../kit/cx.ts';
import { NoMatches, NoRegions, type WithoutRegions } from './empty-list.tsx';
import { clickMeaning, keyMeaning, type KeyPress } from './list-keys.ts';
import { RegionRow } from './region-row.tsx';
import css from './region-list.module.css';
import { useRowWindow } from '../kit/use-row-window.ts';

export interface RegionListProps {
  readonly inspection: Inspection;
  /** Items that search and filter left, in `listingOrder`. */
  readonly matches: Uint32Array;
  /** Why there is nothing to list, where an answer did not bring it. */
  readonly without?: WithoutRegions;
  /** The person chose an item: bring it into sight on the canvas. */
  readonly onShow: (item: number) => void;
  /** Enter or a double click: zoom to it. */
  readonly onZoom: (item: number) => void;
  /** Nothing matches and the person wants all again. */
  readonly onShowAll: () => void;
  readonly ref?: Ref<RegionListHandle>;
}

export interface RegionListHandle {
  /** Takes the focus; nothing chosen yet, the first match is. */
  readonly focus: () => void;
  /** Chooses the next (+1) or previous (-1) match and leaves the focus where it is. */
  readonly step: (by: 1 | -1) => void;
}

/**
 * The listbox **Regions**: the mute canvas's twin. One tab stop; the focus stays on the listbox and `aria-activedescendant`
 * names the row, so that rows may come and go while they scroll.
 */
export function RegionList({ inspection, matches, without, onShow, onZoom, onShowAll, ref }: RegionListProps) {
  const selection = useView((view) => view.selection);
  const search = useView((view) => view.search);
  const filtered = useView((view) => view.filter.length > 0);
  const listId = useId();
  /** The last selection made here: the list does not scroll itself under the pointer for its own. */
  const own = useRef<{ readonly selection: Selection; readonly position: number } | null>(null);

  const followed = useRef<number | null>(null);

  const activePosition = selection.active === null ? -1 : positionOf(matches, selection.active);
  const { attach, ...rowWindow } = useRowWindow(matches.length, activePosition);
  const optionId = (item: number) => `${listId}-${item}`;

  const follow = useEffectEvent((chosen: Selection, position: number) => {
    const moved = followed.current !== chosen.active;
    followed.current = chosen.active;
    if (position < 0 || (own.current?.selection === chosen && own.current.position === position)) return;
    // More or fewer are selected, by whatever: that alone is no reason to scroll.
    if (chosen.count > 1 && !moved) return;
    rowWindow.show(position);
  });
  useEffect(() => follow(selection, activePosition), [selection, activePosition]);

  const choose = (next: Selection, moved: boolean) => {
    own.current = { selection: next, position: next.active === null ? -1 : positionOf(matches, next.active) };
    const room = rowWindow.pageRows();
    const { position } = own.current;
    useView.getState().select(next);
    // The details of the first choice take from the list, and the row that was pressed stays in sight.
    requestAnimationFrame(() => {
      if (position >= 0 && rowWindow.pageRows() < room) rowWindow.show(position);
    });
    if (moved && next.active !== null) onShow(next.active);
  };

  const press = (key: KeyPress): boolean => {
    const meaning = keyMeaning(key, useView.getState().selection, matches, rowWindow.pageRows());
    if (!meaning) return false;
    if (meaning.does === 'zoom') {
      onZoom(meaning.item);
      return true;
    }
    choose(meaning.selection, meaning.moved);
    const position = meaning.moved ? positionOf(matches, meaning.selection.active ?? -1) : -1;
    if (position >= 0) rowWindow.show(position);
    return true;
  };

  useImperativeHandle(ref, () => ({
    focus: () => {
      rowWindow.focus();
      if (activePosition < 0) press({ key: 'ArrowDown', shift: false, ctrl: false });
    },
    step: (by) => press({ key: by > 0 ? 'ArrowDown' : 'ArrowUp', shift: false, ctrl: false }),
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || !press({ key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey })) return;
    // The page's own shortcuts (pan, zoom, back out) must not act on the same key.
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = (event: MouseEvent) => {
    const item = itemUnder(event);
    if (item === null) return;
    const modifiers = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
    choose(clickMeaning(item, modifiers, useView.getState().selection, matches), true);
  };

  const onDoubleClick = (event: MouseEvent) => {
    const item = itemUnder(event);
    if (item !== null) onZoom(item);
  };

  if (inspection.itemCount === 0) return <NoRegions answered={inspection.regionSource !== null} without={without} />;
  if (matches.length === 0) return <NoMatches search={search} filtered={filtered} onClear={onShowAll} />;

  const active = activePosition >= 0 ? selection.active : null;
  return (
    <div
      ref={attach}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native select cannot hold rows that come and go
      role="listbox"
      aria-label="Regions"
      aria-multiselectable
      aria-activedescendant={active === null ? undefined : optionId(active)}
      tabIndex={0}
      className={cx(css.list, active === null && css.inactive)}
      style={numberWidth(inspection.itemCount)}
      onScroll={rowWindow.onScroll}
      onScrollEnd={rowWindow.onScrollEnd}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onPointerOver={(event) => useView.getState().setHover(itemUnder(event))}
      onPointerLeave={() => useView.getState().setHover(null)}
    >
      <div role="presentation" className={css.content} style={{ height: rowWindow.contentHeight }}>
        {rowWindow.rows.map(({ index, start }) => {
          const item = matches[index];
          if (item === undefined) return null;
          return (
            <RegionRow
              key={item}
              id={optionId(item)}
              inspection={inspection}
              item={item}
              position={index}
              setSize={matches.length}
              top={start}
              search={search}
              selected={isSelected(selection, item)}
              active={item === active}
            />
          );
        })}
      </div>
    </div>
  );
}

/** As many digits as the largest number has, so that the texts begin on one line. */
function numberWidth(count: number): CSSProperties & Record<'--number-width', string> {
  return { '--number-width': `${Math.max(String(count).length, 2)}ch` };
}

/** The item of the row under the pointer. */
function itemUnder(event: MouseEvent): number | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null;
  return row?.dataset.item === undefined ? null : Number(row.dataset.item);
}
