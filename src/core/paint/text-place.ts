import { type Projection, type ScreenBox, screenBox } from './projection.ts';

/** How texts lie with their boxes under a turned frame; never upside down and never mirrored, so that they can be read. */
export interface TextTurn {
  /** Clockwise, a quarter at most, in radians. */
  readonly angle: number;
  /** CSS pixels per received pixel, along the lines of text and across them. */
  readonly along: number;
  readonly across: number;
}

const QUARTER = Math.PI / 2 + 1e-9;

/** null: texts stand upright. */
export function textTurn({ matrix: { a, b, c, d } }: Pick<Projection, 'matrix'>): TextTurn | null {
  if (b === 0 && c === 0) return null;
  const angle = Math.atan2(b, a);
  const readable = Math.abs(angle) > QUARTER ? angle - Math.sign(angle) * Math.PI : angle;
  return { angle: readable, along: Math.hypot(a, b), across: Math.hypot(c, d) };
}

/**
 * The box that a text is set into, in CSS pixels: where it is on the screen, or, turned, round its own middle, whose place
 * on the screen goes into `middle`.
 */
export function placeText(
  at: Projection,
  turn: TextTurn | null,
  received: Float64Array,
  row: number,
  into: ScreenBox,
  middle: { x: number; y: number },
): void {
  screenBox(at, received, row, into);
  if (!turn) return;
  middle.x = (into.x1 + into.x2) / 2;
  middle.y = (into.y1 + into.y2) / 2;
  const width = Math.abs((received[row * 4 + 2] ?? NaN) - (received[row * 4] ?? NaN)) * turn.along;
  const height = Math.abs((received[row * 4 + 3] ?? NaN) - (received[row * 4 + 1] ?? NaN)) * turn.across;
  into.x1 = -width / 2;
  into.y1 = -height / 2;
  into.x2 = width / 2;
  into.y2 = height / 2;
}
