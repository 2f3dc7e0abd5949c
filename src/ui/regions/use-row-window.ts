import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';

/** Two lines of text and the space around them, in CSS pixels. One height for all: a million rows need no measuring. */
export const ROW_HEIGHT = 44;

export interface RowWindow {
  /** Rows to render, ascending; `start` is the offset from the top of the content. */
  readonly rows: readonly VirtualItem[];
  readonly totalHeight: number;
  /** Whole rows that fit: what a page key moves by. */
  readonly pageRows: () => number;
  /** Scrolls as little as is needed, or puts a row that is far away into the middle. */
  readonly show: (position: number) => void;
}

/**
 * Which rows of a long list are in the DOM. The only file that knows the virtualizer, so that a scaled scroll offset
 * for lists past the tallest element that a browser can draw (33 million pixels in Chromium) has one place to go.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  activePosition: number,
): RowWindow {
  // The active option is always in the DOM: `aria-activedescendant` must point to something.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const positions = defaultRangeExtractor(range);
      const first = positions[0] ?? 0;
      if (activePosition < 0 || activePosition >= range.count || positions.includes(activePosition)) return positions;
      return activePosition < first ? [activePosition, ...positions] : [...positions, activePosition];
    },
    [activePosition],
  );
  // oxlint-disable-next-line react/incompatible-library -- that is about the React Compiler, which is not used
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    rangeExtractor,
    useFlushSync: false,
  });

  return {
    rows: virtualizer.getVirtualItems(),
    totalHeight: virtualizer.getTotalSize(),
    pageRows: () => Math.max(Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1, 1),
    show: (position) => {
      const element = scroller.current;
      if (!element) return;
      const top = position * ROW_HEIGHT - element.scrollTop;
      const near = top > -2 * ROW_HEIGHT && top < element.clientHeight + ROW_HEIGHT;
      virtualizer.scrollToIndex(position, { align: near ? 'auto' : 'center' });
    },
  };
}
