/**
 * Coordinates name the space they are in, and the compiler knows it.
 *
 * - `received`: pixels as the service sent them, before any frame is applied.
 * - `image`: pixels of the picture as it is shown (after the EXIF choice), origin top left, y down.
 * - `screen`: CSS pixels of the canvas, origin at the canvas' top left corner.
 *
 * The space is a phantom: it exists for the compiler only, so a literal `{ x, y }` fits where its space is expected.
 */
export type Space = 'received' | 'image' | 'screen';

export interface Point<S extends Space> {
  readonly x: number;
  readonly y: number;
  readonly space?: S;
}

/** Half-open box: x1 <= x < x2, y1 <= y < y2. Right and bottom edges are outside. */
export interface Rect<S extends Space> {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly space?: S;
}

/** Whole pixels, unless a docstring says otherwise. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export type ImagePoint = Point<'image'>;
export type ScreenPoint = Point<'screen'>;
export type ReceivedRect = Rect<'received'>;
export type ImageRect = Rect<'image'>;
export type ScreenRect = Rect<'screen'>;
