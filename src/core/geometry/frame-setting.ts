import { type Affine, composeAffine } from './affine.ts';
import { type Orientation, orientationMatrix, swapsAxes } from './orientation.ts';
import type { Size } from './space.ts';

/**
 * How received pixels become those of the shown picture, as a person says it, in the order in which it is applied:
 * scaled, turned as a whole page, rotated about the middle of the picture, moved.
 */
export interface FrameSetting {
  readonly scaleX: number;
  readonly scaleY: number;
  /** As EXIF counts: 6 turns a quarter clockwise to show. */
  readonly orientation: Orientation;
  /** Clockwise. */
  readonly degrees: number;
  /** Pixels of the shown picture. */
  readonly x: number;
  readonly y: number;
}

/** Of what is typed, dragged and suggested. Degrees: as far as skew goes; beyond it one turns by quarters. */
export const SETTING_LIMITS = { leastScale: 0.01, mostScale: 100, degrees: 15, offset: 100_000 } as const;

export const AS_RECEIVED: FrameSetting = { scaleX: 1, scaleY: 1, orientation: 1, degrees: 0, x: 0, y: 0 };

/** From received pixels to pixels of the picture of `size`. */
export function frameOf({ scaleX, scaleY, orientation, degrees, x, y }: FrameSetting, size: Size): Affine {
  const stored = swapsAxes(orientation) ? { width: size.height, height: size.width } : size;
  const scaled: Affine = { a: scaleX, b: 0, c: 0, d: scaleY, e: 0, f: 0 };
  const turned = composeAffine(scaled, orientationMatrix(stored, orientation));
  return composeAffine(turned, rotatedAbout(degrees, size.width / 2, size.height / 2, x, y));
}

function rotatedAbout(degrees: number, atX: number, atY: number, x: number, y: number): Affine {
  const angle = (degrees * Math.PI) / 180;
  // The cosine of a quarter turn is computed as 6e-17, and boxes under it would count as slanted.
  const exact = degrees % 90 === 0 ? Math.round : (value: number) => value;
  const [cos, sin] = [exact(Math.cos(angle)), exact(Math.sin(angle))];
  return { a: cos, b: sin, c: -sin, d: cos, e: atX - cos * atX + sin * atY + x, f: atY - sin * atX - cos * atY + y };
}

export function isSameSetting(one: FrameSetting, other: FrameSetting): boolean {
  return (
    one.scaleX === other.scaleX &&
    one.scaleY === other.scaleY &&
    one.orientation === other.orientation &&
    one.degrees === other.degrees &&
    one.x === other.x &&
    one.y === other.y
  );
}

/** Nothing is changed: what the answer says is taken as pixels of the picture. */
export function isAsReceived(setting: FrameSetting): boolean {
  return isSameSetting(setting, AS_RECEIVED);
}
