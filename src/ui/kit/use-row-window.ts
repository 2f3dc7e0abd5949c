import { type RefCallback, useCallback, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import {
  AT_TOP,
  isStuck,
  offsetOf,
  placedAt,
  ROW_HEIGHT,
  type RowScroll,
  scrolledTo,
  standing,
  TALLEST,
  trackOf,
} from './row-scroll.ts';

export interface PlacedRow {
  readonly index: number;
  /** Offset from the top of the content, CSS pixels. */
  readonly start: number;
}

export interface RowWindow {
  /** Rows to render, ascending. */
  readonly rows: readonly PlacedRow[];
  readonly contentHeight: number;
  /** For the element that scrolls. */
  readonly attach: RefCallback<HTMLElement>;
  readonly onScroll: () => void;
  readonly onScrollEnd: () => void;
  readonly focus: () => void;
  /** Whole rows that fit: what a page key moves by. */
  readonly pageRows: () => number;
  /** Scrolls as little as is needed, or puts a row that is far away into the middle. */
  readonly show: (position: number) => void;
}

/** What is rendered changes with these only, and not with every pixel that is scrolled. */
interface Sight {
  /** A row at or just above the upper edge. */
  readonly first: number;
  readonly ahead: number;
}

/** Rows rendered beyond each edge, so that they are there when they are scrolled into sight. */
const OVERSCAN = 8;
/** Rows come and go by so many at once. */
const STEP = 4;

/** Which rows of a long list are in the DOM. Lists taller than a browser can draw scroll as `row-scroll.ts` has it. */
export function useRowWindow(count: number, activePosition: number): RowWindow {
  const scroller = useRef<HTMLElement>(null);
  const scroll = useRef<RowScroll>(AT_TOP);
  const [height, setHeight] = useState(0);
  const [sight, setSight] = useState<Sight>({ first: 0, ahead: 0 });

  const stand = (next: RowScroll) => {
    scroll.current = next;
    const first = Math.floor(offsetOf(next) / ROW_HEIGHT / STEP) * STEP;
    setSight((before) =>
      before.first === first && before.ahead === next.ahead ? before : { first, ahead: next.ahead },
    );
  };
  const isLong = () => scroll.current.ahead !== 0 || count * ROW_HEIGHT > TALLEST;
  const track = () => trackOf(count, heightOf(scroller.current));
  const goTo = (offset: number, along = track()) => {
    if (!scroller.current) return;
    const place = placedAt(offset, along);
    if (place.scrollTop !== scroller.current.scrollTop) scroller.current.scrollTop = place.scrollTop;
    stand(standing(offsetOf(place), scroller.current.scrollTop, along));
  };

  const attach = useCallback((element: HTMLElement) => {
    scroller.current = element;
    scroll.current = AT_TOP;
    const measure = () => setHeight(heightOf(element));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
      scroller.current = null;
    };
  }, []);

  // More rows or fewer, or another height: what was at the upper edge stays there.
  const stay = useEffectEvent((rows: number, room: number) => {
    if (isLong()) goTo(offsetOf(scroll.current), trackOf(rows, room));
    else if (scroller.current) stand({ scrollTop: scroller.current.scrollTop, ahead: 0 });
  });
  useLayoutEffect(() => stay(count, height), [count, height]);

  return {
    rows: rowsToRender(sight, height, count, activePosition),
    contentHeight: Math.min(count * ROW_HEIGHT, TALLEST),
    attach,
    onScroll: () => {
      if (!scroller.current) return;
      const next = scrolledTo(scroll.current, scroller.current.scrollTop, track());
      if (isStuck(next, track())) goTo(offsetOf(next));
      else stand(next);
    },
    // The rows stand where they stood, and the thumb where it belongs.
    onScrollEnd: () => {
      if (isLong()) goTo(offsetOf(scroll.current));
    },
    focus: () => scroller.current?.focus(),
    pageRows: () => Math.max(Math.floor(heightOf(scroller.current) / ROW_HEIGHT) - 1, 1),
    show: (position) => {
      const room = heightOf(scroller.current);
      const offset = offsetOf(scroll.current);
      const top = position * ROW_HEIGHT - offset;
      const below = top + ROW_HEIGHT - room;
      if (top >= 0 && below <= 0) return;
      const near = top > -2 * ROW_HEIGHT && top < room + ROW_HEIGHT;
      goTo(offset + (near ? (top < 0 ? top : below) : top - (room - ROW_HEIGHT) / 2));
    },
  };
}

/** With its fraction, which `clientHeight` has not: a part of a pixel of the last row is seen too. */
function heightOf(element: HTMLElement | null): number {
  return element?.getBoundingClientRect().height ?? 0;
}

function rowsToRender({ first, ahead }: Sight, height: number, count: number, active: number): PlacedRow[] {
  const from = Math.max(first - OVERSCAN, 0);
  const to = Math.min(first + Math.ceil(height / ROW_HEIGHT) + STEP + OVERSCAN, count);
  const rows: PlacedRow[] = [];
  for (let index = from; index < to; index += 1) rows.push({ index, start: index * ROW_HEIGHT - ahead });
  // The active option is always in the DOM: `aria-activedescendant` must point to something.
  if (active < 0 || active >= count || (active >= from && active < to)) return rows;
  // Kept inside of the content, which would become taller for it.
  const content = Math.min(count * ROW_HEIGHT, TALLEST);
  const start = Math.min(Math.max(active * ROW_HEIGHT - ahead, -ROW_HEIGHT), content - ROW_HEIGHT);
  return active < from ? [{ index: active, start }, ...rows] : [...rows, { index: active, start }];
}
