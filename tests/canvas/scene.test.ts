import { expect, test } from 'vitest';
import { contentOf } from '../../src/canvas/scene.ts';
import { regionIndexOf } from '../../src/core/geometry/region-index.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';

const INDEX = regionIndexOf(
  anInspection([
    [50, 60, 10, 20],
    [70, 30, 110, 40],
    [1, 1, 1, 900],
  ]),
);

test('the sheet without a picture is a page round the regions that can be drawn, with a little free paper', () => {
  expect(contentOf(null, INDEX)).toEqual({ x1: 7, y1: 17, x2: 113, y2: 63 });
});

test('without a picture and without a region there is no sheet', () => {
  expect(contentOf(null, regionIndexOf(anInspection([])))).toBeNull();
});
