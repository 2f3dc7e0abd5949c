import { expect, test } from 'vitest';
import { createClickCycle, hitsAt } from '../../src/canvas/pick.ts';
import { contentOf } from '../../src/canvas/scene.ts';
import { tooltipText } from '../../src/canvas/tooltip.tsx';
import { regionIndexOf } from '../../src/core/geometry/region-index.ts';
import { anInspection } from '../core/geometry/an-inspection.ts';

const SPOT = { x: 50, y: 50 };

test('clicks on one spot go round, a click elsewhere starts with the smallest', () => {
  const pick = createClickCycle();
  expect([1, 2, 3, 4].map(() => pick([7, 4, 9], SPOT, false))).toEqual([7, 4, 9, 7]);
  expect(pick([7, 4, 9], { x: 80, y: 50 }, false)).toBe(7);
});

test('the second half of a double click keeps the choice of the first', () => {
  const pick = createClickCycle();
  expect(pick([7, 4], SPOT, false)).toBe(7);
  expect(pick([7, 4], SPOT, true)).toBe(7);
});

test('a click on nothing forgets', () => {
  const pick = createClickCycle();
  pick([7, 4], SPOT, false);
  expect(pick([], SPOT, false)).toBeNull();
  expect(pick([7, 4], SPOT, false)).toBe(7);
});

test('a near miss hits, nearer for a mouse than for a finger, and the same on the screen at any zoom', () => {
  const index = regionIndexOf(anInspection([[0, 0, 100, 2]]));
  const at = (y: number, scale: number, touch: boolean) => hitsAt(index, { x: 50, y }, scale, touch);
  expect(at(4, 1, false)).toEqual([0]);
  expect(at(9, 1, false)).toEqual([]);
  expect(at(9, 1, true)).toEqual([0]);
  expect(at(4, 10, false)).toEqual([]);
});

test('without a picture the sheet is the regions and a margin; without either there is none', () => {
  const page = contentOf(null, regionIndexOf(anInspection([[100, 100, 1100, 600]])));
  expect(page).toEqual({ x1: 70, y1: 70, x2: 1130, y2: 630 });
  expect(contentOf(null, regionIndexOf(anInspection([])))).toBeNull();
});

test('the tooltip names the region and cuts a long text, whole letters only', () => {
  const boxes = [1, 2, 3].map(() => [0, 0, 9, 9] as const);
  const inspection = anInspection(boxes, { texts: ['two\nlines', null, '👍'.repeat(200)] });
  expect(tooltipText(inspection, 0)).toBe('Region 1: two lines');
  expect(tooltipText(inspection, 1)).toBe('Region 2');
  expect(tooltipText(inspection, 2)).toBe(`Region 3: ${'👍'.repeat(90)}…`);
});
