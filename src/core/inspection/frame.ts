import type { Affine } from '../geometry/affine.ts';

/**
 * The one affine from received to image pixels.
 * Nothing in an answer says which image the service read, so this starts as the identity and only the person changes it.
 */
export type Frame = Affine;

export const IDENTITY_FRAME: Frame = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function isIdentity(frame: Frame): boolean {
  return frame.a === 1 && frame.b === 0 && frame.c === 0 && frame.d === 1 && frame.e === 0 && frame.f === 0;
}
