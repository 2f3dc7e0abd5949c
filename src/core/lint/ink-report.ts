/** What the pixels say of the regions, under the frame they were asked for. */
export interface InkReport {
  /** Per row: share of its box that is ink, 0 to 1; NaN where there is no box on the image to look into. */
  readonly density: Float32Array<ArrayBuffer>;
  /** Ink with no box round it, as boxes in image pixels: four numbers each (x1, y1, x2, y2), the most ink first. */
  readonly missed: Float64Array<ArrayBuffer>;
}

/** Missed boxes that are told, the most ink first. */
export const MOST_MISSED = 2_000;

/** `all` false: there may be more than are told. */
export function missedIn({ missed }: InkReport): { readonly count: number; readonly all: boolean } {
  const count = missed.length / 4;
  return { count, all: count < MOST_MISSED };
}
