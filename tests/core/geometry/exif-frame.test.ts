import { describe, expect, it } from 'vitest';
import { type Affine, invertAffine } from '../../../src/core/geometry/affine.ts';
import { isExifTurn } from '../../../src/core/geometry/exif-frame.ts';
import { AS_RECEIVED, frameOf, type FrameSetting } from '../../../src/core/geometry/frame-setting.ts';
import { type Orientation, orientationMatrix, orientedSize } from '../../../src/core/geometry/orientation.ts';

const STORED = { width: 40, height: 30 };
const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
const TURNED: readonly Orientation[] = [2, 3, 4, 5, 6, 7, 8];

const same = (one: Affine, other: Affine | null) =>
  other !== null &&
  Object.entries(one).every(([name, value]) =>
    Object.entries(other).some(([n, v]) => n === name && Math.abs(v - value) < 1e-9),
  );

describe.each(TURNED)('a file with EXIF orientation %i', (exif) => {
  const settings = ORIENTATIONS.map((orientation): FrameSetting => ({ ...AS_RECEIVED, orientation }));
  const upright = orientationMatrix(STORED, exif);

  it('shown upright: the setting that puts rectangles of the stored pixels where they belong, and no other', () => {
    const size = orientedSize(STORED, exif);
    const found = settings.filter((setting) => isExifTurn(setting, exif, exif));
    expect(found).toHaveLength(1);
    expect(found.map((setting) => same(frameOf(setting, size), upright))).toEqual([true]);
  });

  it('shown as stored: the way back', () => {
    const found = settings.filter((setting) => isExifTurn(setting, exif, 1));
    expect(found).toHaveLength(1);
    expect(found.map((setting) => same(frameOf(setting, STORED), invertAffine(upright)))).toEqual([true]);
  });

  it('is not what a scaled, skewed or moved page means', () => {
    const turn: FrameSetting = { ...AS_RECEIVED, orientation: exif };
    expect(isExifTurn({ ...turn, scaleX: 0.5, scaleY: 0.5 }, exif, exif)).toBe(false);
    expect(isExifTurn({ ...turn, degrees: 1 }, exif, exif)).toBe(false);
    expect(isExifTurn({ ...turn, y: -9 }, exif, exif)).toBe(false);
    expect(isExifTurn({ ...turn, scaleX: 1.002, x: 0.4 }, exif, exif)).toBe(true);
  });
});

it('a file without orientation has nothing to ignore', () => {
  expect(isExifTurn({ ...AS_RECEIVED, orientation: 6 }, 1, 1)).toBe(false);
  expect(isExifTurn(AS_RECEIVED, 1, 1)).toBe(false);
});
