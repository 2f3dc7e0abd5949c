import { type Affine, composeAffine, determinant } from '../core/geometry/affine.ts';

/** What a page does, as pdf.js lists it. */
export interface PageOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The numbers that pdf.js has for those that matter here. */
export interface OperatorNumbers {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly paintImageXObject: number;
  readonly paintImageMaskXObject: number;
  readonly paintInlineImageXObject: number;
}

/** A picture that covers less is no scan of the page: a logo may be as fine as it likes. */
const LEAST_COVERED = 0.5;
const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/**
 * Pixels per point of the picture that covers most of the page; null: none covers half of it.
 *
 * @param area of the page, in square points
 */
export function pictureScale({ fnArray, argsArray }: PageOperators, ops: OperatorNumbers, area: number): number | null {
  let now = IDENTITY;
  const saved: Affine[] = [];
  let covered = area * LEAST_COVERED;
  let scale: number | null = null;
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at];
    if (operator === ops.save || operator === ops.paintFormXObjectBegin) saved.push(now);
    if (operator === ops.restore || operator === ops.paintFormXObjectEnd) now = saved.pop() ?? IDENTITY;
    const matrix = operator === ops.transform ? args : operator === ops.paintFormXObjectBegin ? listed(args)[0] : null;
    now = composeAffine(affineOf(matrix) ?? IDENTITY, now);
    const size =
      operator === ops.paintImageXObject
        ? sizeOf(listed(args).slice(1))
        : operator === ops.paintImageMaskXObject || operator === ops.paintInlineImageXObject
          ? sizeOfPicture(listed(args)[0])
          : null;
    if (!size || Math.abs(determinant(now)) < covered) continue;
    covered = Math.abs(determinant(now));
    scale = Math.max(size[0] / Math.hypot(now.a, now.b), size[1] / Math.hypot(now.c, now.d));
  }
  return scale;
}

function affineOf(value: unknown): Affine | null {
  const [a, b, c, d, e, f] = listed(value);
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number') return null;
  if (typeof d !== 'number' || typeof e !== 'number' || typeof f !== 'number') return null;
  return { a, b, c, d, e, f };
}

function sizeOfPicture(value: unknown): readonly [number, number] | null {
  if (typeof value !== 'object' || value === null || !('width' in value) || !('height' in value)) return null;
  return sizeOf([value.width, value.height]);
}

function sizeOf([width, height]: readonly unknown[]): readonly [number, number] | null {
  return typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0 ? [width, height] : null;
}

function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value instanceof Float32Array || value instanceof Float64Array ? [...value] : [];
}
