/** Two lines of text and the space around them, in CSS pixels. One height for all: a million rows need no measuring. */
export const ROW_HEIGHT = 44;

/**
 * The tallest content that is drawn, CSS pixels. Browsers end at 33 (Chromium) and 18 million (Firefox), and count positions
 * in 32-bit floats, which keep halves of a pixel up to 2^23.
 */
export const TALLEST = 8_000_000;
/** So near to the top and the bottom of the drawn content a pixel is a pixel of the rows: the ends are reached as everywhere. */
const TRUE_ENDS = 1_000_000;
/**
 * A longer step between two scroll events is the thumb of the scrollbar, whose smallest move is thousands of pixels here: it goes to
 * another place of the whole list. Wheel, touch and keys move by the pixels that they say.
 */
const LEAP = 2_000;

/** How far the list can be scrolled, CSS pixels: past all rows, and in the content that is drawn for them. Equal for short lists. */
export interface Track {
  readonly rows: number;
  readonly drawn: number;
}

/** Where the list stands: rows are drawn `ahead` px higher than they would be without an end to the content. A whole number. */
export interface RowScroll {
  readonly scrollTop: number;
  readonly ahead: number;
}

export const AT_TOP: RowScroll = { scrollTop: 0, ahead: 0 };

export function trackOf(count: number, height: number): Track {
  const content = count * ROW_HEIGHT;
  return { rows: Math.max(content - height, 0), drawn: Math.max(Math.min(content, TALLEST) - height, 0) };
}

/** Pixels of rows above the upper edge of the list. */
export function offsetOf({ scrollTop, ahead }: RowScroll): number {
  return scrollTop + ahead;
}

/** The browser scrolled to `scrollTop`. */
export function scrolledTo(before: RowScroll, scrollTop: number, track: Track): RowScroll {
  const leaps = Math.abs(scrollTop - before.scrollTop) > LEAP;
  const offset = leaps ? rowsAt(scrollTop, track) : scrollTop + before.ahead;
  return standing(offset, scrollTop, track);
}

/** With these rows at the upper edge, at the place of the scrollbar that is theirs. */
export function placedAt(offset: number, track: Track): RowScroll {
  const within = clamp(offset, 0, track.rows);
  return standing(within, Math.round(drawnAt(within, track)), track);
}

/** Whether the browser can scroll no further though there are rows left. */
export function isStuck(scroll: RowScroll, track: Track): boolean {
  const offset = offsetOf(scroll);
  return (scroll.scrollTop < 1 && offset >= 1) || (scroll.scrollTop > track.drawn - 1 && offset <= track.rows - 1);
}

/** The browser's own idea of `scrollTop` (it rounds to pixels of the device) with the rows where they were meant to be. */
export function standing(offset: number, scrollTop: number, track: Track): RowScroll {
  if (track.rows === track.drawn) return { scrollTop, ahead: 0 };
  return { scrollTop, ahead: Math.round(clamp(offset, 0, track.rows) - scrollTop) };
}

/** Pixels of rows above the upper edge when the thumb is let go there: rises with `scrollTop`, from 0 to all. */
export function rowsAt(scrollTop: number, { rows, drawn }: Track): number {
  if (rows === drawn || scrollTop <= TRUE_ENDS) return scrollTop;
  if (scrollTop >= drawn - TRUE_ENDS) return rows - (drawn - scrollTop);
  return TRUE_ENDS + ((scrollTop - TRUE_ENDS) * (rows - 2 * TRUE_ENDS)) / (drawn - 2 * TRUE_ENDS);
}

/** The inverse. */
export function drawnAt(offset: number, { rows, drawn }: Track): number {
  if (rows === drawn || offset <= TRUE_ENDS) return offset;
  if (offset >= rows - TRUE_ENDS) return drawn - (rows - offset);
  return TRUE_ENDS + ((offset - TRUE_ENDS) * (drawn - 2 * TRUE_ENDS)) / (rows - 2 * TRUE_ENDS);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
