/** A box on the screen in CSS pixels, as `getBoundingClientRect` gives it. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

export interface Placing {
  /** The side that is wanted. The opposite one is taken where only that one has room. */
  readonly side: Side;
  /** Along that side: which edges are in line. */
  readonly align: 'start' | 'center' | 'end';
  /** Between the two, in CSS pixels. */
  readonly gap: number;
}

/** Nothing comes nearer to the edge of the window. */
const MARGIN = 8;

/** Where a small layer goes beside what it belongs to, inside the window as far as it fits: left and top of `position: fixed`. */
export function placeBeside(
  anchor: ScreenBox,
  layer: Pick<ScreenBox, 'width' | 'height'>,
  room: Pick<ScreenBox, 'width' | 'height'>,
  { side, align, gap }: Placing,
): { readonly left: number; readonly top: number } {
  const across = spanOf(anchor, 'left', 'width');
  const down = spanOf(anchor, 'top', 'height');
  if (side === 'top' || side === 'bottom') {
    return {
      left: inside(along(across, layer.width, align), layer.width, room.width),
      top: inside(beyond(down, layer.height, room.height, side === 'bottom', gap), layer.height, room.height),
    };
  }
  return {
    left: inside(beyond(across, layer.width, room.width, side === 'right', gap), layer.width, room.width),
    top: inside(along(down, layer.height, align), layer.height, room.height),
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(box: ScreenBox, from: 'left' | 'top', length: 'width' | 'height'): Span {
  return { from: box[from], to: box[from] + box[length] };
}

function along({ from, to }: Span, length: number, align: Placing['align']): number {
  switch (align) {
    case 'start':
      return from;
    case 'center':
      return (from + to - length) / 2;
    case 'end':
      return to - length;
  }
}

function beyond({ from, to }: Span, length: number, room: number, after: boolean, gap: number): number {
  const fitsAfter = to + gap + length <= room - MARGIN;
  const fitsBefore = from - gap - length >= MARGIN;
  const goesAfter = after ? fitsAfter || !fitsBefore : !fitsBefore && fitsAfter;
  return goesAfter ? to + gap : from - gap - length;
}

/** Too large for the window, it begins at its edge, so that its beginning can be read. Whole pixels: text is crisp on them. */
function inside(at: number, length: number, room: number): number {
  return Math.round(Math.max(MARGIN, Math.min(at, room - MARGIN - length)));
}
