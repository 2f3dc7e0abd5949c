import { AS_RECEIVED, type FrameSetting } from './frame-setting.ts';
import type { Orientation } from './orientation.ts';

/** How far a setting that was found in pixels may be from the plain turn that it means. */
const NEAR = { scale: 0.01, degrees: 0.1, pixels: 2 };

/**
 * Whether a setting only undoes what the page did to the pixels, or did not do: turn them as EXIF `exif` asks.
 *
 * @param shown the turn that is applied to the picture: `exif`, or 1 for the pixels as stored
 */
export function isExifTurn(setting: FrameSetting, exif: Orientation, shown: Orientation): boolean {
  if (exif === 1) return false;
  const { scaleX, scaleY, orientation, degrees, x, y } = setting;
  return (
    // Upright, the rectangles of the stored pixels need the turn; stored, those of the upright ones need the way back.
    orientation === (shown === 1 ? turnBack(exif) : exif) &&
    Math.abs(scaleX - AS_RECEIVED.scaleX) < NEAR.scale &&
    Math.abs(scaleY - AS_RECEIVED.scaleY) < NEAR.scale &&
    Math.abs(degrees) < NEAR.degrees &&
    Math.abs(x) < NEAR.pixels &&
    Math.abs(y) < NEAR.pixels
  );
}

/** All but the quarter turns are their own way back. */
function turnBack(orientation: Orientation): Orientation {
  if (orientation === 6) return 8;
  return orientation === 8 ? 6 : orientation;
}
