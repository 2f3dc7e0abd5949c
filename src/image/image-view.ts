import {
  type Orientation,
  type OrientationMatrix,
  orientationMatrix,
  orientedSize,
} from '../core/geometry/orientation.ts';
import type { Size } from '../core/geometry/space.ts';
import type { ImageSource, PixelBox, Pixels } from './image-source.ts';
import { storedBox, turnPixels } from './turn.ts';

/** `upright`: turned as EXIF asks. `raw`: the pixels as they are stored. */
export type PixelChoice = 'upright' | 'raw';

/** An image as the page shows it. Costs nothing to make: switching between upright and raw decodes nothing again. */
export interface ImageView {
  readonly source: ImageSource;
  readonly choice: PixelChoice;
  /** The turn that is applied: 1 for raw pixels. */
  readonly orientation: Orientation;
  /** Size as shown. */
  readonly size: Size;
  /** From stored to shown pixels, for the canvas. */
  readonly matrix: OrientationMatrix;
  /** Where a box of the shown picture lies in the stored one. */
  toStored(box: PixelBox): PixelBox;
  /** Exact pixels of a box of the shown picture. Throws RangeError when it does not lie inside. */
  read(box: PixelBox, signal?: AbortSignal): Promise<Pixels>;
}

export function viewImage(source: ImageSource, choice: PixelChoice): ImageView {
  const orientation = choice === 'raw' ? 1 : source.orientation;
  const toStored = (box: PixelBox) => storedBox(box, source.stored, orientation);
  return {
    source,
    choice,
    orientation,
    size: orientedSize(source.stored, orientation),
    matrix: orientationMatrix(source.stored, orientation),
    toStored,
    read: async (box, signal) => turnPixels(await source.read(toStored(box), signal), orientation),
  };
}
