import type { Size } from '../../geometry/space.ts';
import type { Thresholds } from '../../inspection/confidence.ts';
import type { Brush } from '../../paint/brush.ts';
import type { Palette } from '../../paint/palette.ts';

/** What an annotated picture is made of, and how regions look on the screen when it is asked for. */
export interface AnnotatedPicture {
  /** As shown. */
  readonly size: Size;
  /** Exact pixels of whole rows, straight RGBA. */
  readonly read: (y: number, height: number, signal: AbortSignal) => Promise<Uint8ClampedArray<ArrayBuffer>>;
  /** Whole PNG chunks that give its numbers their colours. */
  readonly colourChunks: Uint8Array;
  readonly palette: Palette;
  /** Items found by the search; null: no search. */
  readonly matches: Uint32Array | null;
  readonly labels: boolean;
  readonly text: boolean;
  readonly order: boolean;
  /** Boxes of ink that no region covers, when they are marked; null otherwise. */
  readonly missed: Float64Array | null;
  /** Regions are coloured by confidence; absent or null: they are not. */
  readonly thresholds?: Thresholds | null;
  /** A canvas as wide as the picture. @throws Error in words where the browser has none */
  readonly openCanvas: (size: Size) => BandCanvas;
}

/** A canvas for some rows of a picture at a time. Whoever opens it closes it. */
export interface BandCanvas {
  readonly brush: Brush;
  /** Puts rows in place of what is there. */
  readonly put: (rgba: Uint8ClampedArray<ArrayBuffer>) => void;
  /** What is there now, as many rows from the top. */
  readonly take: (height: number) => Uint8ClampedArray<ArrayBuffer>;
  /** Draws what was asked for so far: browsers put it off, and then draw it all in one go. */
  readonly settle: () => void;
  readonly close: () => void;
}
