import { describe, expect, it, test } from 'vitest';
import { composeAffine } from '../../../src/core/geometry/affine.ts';
import { AS_RECEIVED, type FrameSetting } from '../../../src/core/geometry/frame-setting.ts';
import { settingInWords, TURN_WORDS } from '../../../src/core/geometry/frame-words.ts';
import { type Orientation, orientationMatrix, orientedSize } from '../../../src/core/geometry/orientation.ts';

const words = (patch: Partial<FrameSetting>) => settingInWords({ ...AS_RECEIVED, ...patch });

describe('a setting in words', () => {
  it.each<[string, Partial<FrameSetting>]>([
    ['as received', {}],
    ['scaled by 0.5', { scaleX: 0.5, scaleY: 0.5 }],
    ['scaled by 0.5 wide and 0.52 high', { scaleX: 0.5, scaleY: 0.52 }],
    ['scaled by 2', { scaleX: 2.0007, scaleY: 1.9992 }],
    ['scaled by 1.85', { scaleX: 1.8512, scaleY: 1.8512 }],
    ['scaled by 1 wide and 2 high', { scaleY: 2 }],
    ['turned 90° clockwise', { orientation: 6 }],
    ['mirrored left to right', { orientation: 2 }],
    ['turned 3.2° clockwise', { degrees: 3.2 }],
    ['turned 0.5° anticlockwise', { degrees: -0.5 }],
    ['moved 12 px right and 3 px up', { x: 12, y: -3 }],
    ['moved 4 px left', { x: -4 }],
    [
      'scaled by 0.333, turned 180°, turned 1° clockwise, moved 7 px down',
      { scaleX: 1 / 3, scaleY: 1 / 3, orientation: 3, degrees: 1, y: 7 },
    ],
  ])('%s', (said, patch) => expect(words(patch)).toBe(said));

  it('never calls what is there nothing', () => {
    expect(words({ degrees: 0.01 })).toBe('turned under 0.1° clockwise');
    expect(words({ x: -0.01 })).toBe('moved under 0.1 px left');
    expect(words({ scaleX: 1.0001, scaleY: 1.0001 })).toBe('scaled by 1.0001');
    expect(words({ scaleX: 1 + 1e-9, scaleY: 1 + 1e-9 })).toBe('scaled by almost 1');
  });
});

test('each of the eight turns is named once', () => {
  expect(new Set(TURN_WORDS.map(([orientation]) => orientation))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  expect(new Set(TURN_WORDS.map(([, said]) => said)).size).toBe(8);
});

test.each<[Orientation, Orientation]>([
  [5, 8],
  [7, 6],
])('orientation %i is what its words say: mirrored, then turned as %i', (both, turn) => {
  const stored = { width: 40, height: 30 };
  const mirrored = orientationMatrix(stored, 2);
  const then = composeAffine(mirrored, orientationMatrix(orientedSize(stored, 2), turn));
  for (const [name, value] of Object.entries(orientationMatrix(stored, both)))
    expect(then).toHaveProperty(name, expect.closeTo(value));
});
