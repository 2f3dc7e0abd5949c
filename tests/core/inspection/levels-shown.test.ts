import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regionIndexOf } from '../../../src/core/geometry/region-index.ts';
import { isDrawable } from '../../../src/core/inspection/inspection.ts';
import { LEVELS } from '../../../src/core/inspection/levels.ts';
import {
  bitOf,
  isLevelShown,
  levelCounts,
  levelsShown,
  shownItems,
  withLevels,
} from '../../../src/core/inspection/levels-shown.ts';
import { STYLES, stylesOf } from '../../../src/core/paint/region-styles.ts';
import { aGrid, anInspection } from '../geometry/an-inspection.ts';
import { aLayout, type LayoutRow, PAGE } from './a-layout.ts';

const listed = (rows: readonly LayoutRow[], levels: number | null = null) => [
  ...(shownItems(withLevels(aLayout(rows), levels)) ?? rows.keys()),
];

test('a page of lines and words opens with its lines, and every level says how many it has', () => {
  expect(listed(PAGE)).toEqual([2, 5]);
  expect(levelCounts(aLayout(PAGE).regions)).toEqual([
    { level: 'page', count: 1 },
    { level: 'block', count: 1 },
    { level: 'line', count: 2 },
    { level: 'word', count: 3 },
  ]);
});

test('without texts of lines, words are what one reads', () => {
  const rows = PAGE.map((row) => (row.level === 'word' ? row : { ...row, text: null }));
  expect(listed(rows)).toEqual([3, 4, 6]);
});

test('a caption that has no line is listed with the lines, for nothing else tells it; a photo without a word is not', () => {
  const caption: LayoutRow = { level: 'block', parent: 0, box: [0, 70, 90, 80], text: 'Figure 1' };
  const photo: LayoutRow = { level: 'paragraph', parent: 0, box: [0, 80, 90, 99] };
  expect(listed([...PAGE, caption, photo])).toEqual([1, 2, 5, 7]);
  expect(listed([...PAGE, photo])).toEqual([2, 5]);
});

test('a parent that goes round is no trap', () => {
  const round: LayoutRow = { level: 'block', parent: 0, box: [0, 0, 9, 9], text: 'round' };
  expect(listed([round, { level: 'line', box: [0, 0, 5, 5], text: 'line' }])).toEqual([0, 1]);
});

test('bare rectangles have one level, and nothing is left out or copied', () => {
  const bare = anInspection(aGrid(3, 3));
  expect(withLevels(bare, bitOf('word'))).toBe(bare);
  expect(shownItems(bare)).toBeNull();
});

test('levels chosen in another result are not kept where nothing would be left', () => {
  expect(listed(PAGE, bitOf('paragraph'))).toEqual([2, 5]);
  expect(listed(PAGE, bitOf('paragraph') | bitOf('word'))).toEqual([3, 4, 6]);
});

test('all levels at once is the inspection as it came', () => {
  const inspection = aLayout(PAGE);
  expect(withLevels(inspection, 0b111111)).toBe(inspection);
});

test('texts without a rectangle are listed at every level', () => {
  const inspection = withLevels(aLayout(PAGE, ['beside']), bitOf('page'));
  expect([...(shownItems(inspection) ?? [])]).toEqual([0, 7]);
});

const rows = fc.array(
  fc.record({
    level: fc.constantFrom(...LEVELS),
    box: fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40)),
    text: fc.option(fc.string()),
  }),
  { minLength: 1, maxLength: 80 },
);

test('whatever levels are shown: rows, hits and lists hold exactly the drawable rows of these', () => {
  fc.assert(
    fc.property(rows, fc.nat(63), fc.nat(40), fc.nat(40), (given, bits, x, y) => {
      const whole = aLayout(given);
      const seen = withLevels(whole, bits);
      const shown = given.map((_, row) => row).filter((row) => isLevelShown(seen, row));
      expect(shown.length).toBeGreaterThan(0);
      expect([...(shownItems(seen) ?? given.keys())]).toEqual(shown);
      const index = regionIndexOf(seen);
      expect([...index.rows]).toEqual(shown.filter((row) => isDrawable(seen, row)));
      const everywhere = regionIndexOf(whole).at({ x, y });
      const hits = everywhere.filter((row) => isLevelShown(seen, row));
      expect(index.at({ x, y })).toEqual(hits);
      expect(index.smallestAt({ x, y })).toBe(hits[0] ?? null);
      expect([...index.collect({ x1: x, y1: y, x2: x + 5, y2: y + 5 })].every((row) => isLevelShown(seen, row))).toBe(
        true,
      );
      // A page without a picture does not change its size.
      expect(index.extent).toEqual(regionIndexOf(whole).extent);
    }),
  );
});

test('switching there and back answers as before', () => {
  const inspection = aLayout(PAGE);
  const hit = (levels: number) => regionIndexOf(withLevels(inspection, levels)).smallestAt({ x: 60, y: 20 });
  expect([bitOf('word'), bitOf('line'), bitOf('block'), 63, bitOf('word')].map(hit)).toEqual([4, 2, 1, 4, 4]);
});

test('a word as large as its line is drawn when the line is not', () => {
  const { repeats } = stylesOf(withLevels(aLayout(PAGE), bitOf('word')), null);
  expect(repeats?.[6]).toBe(0);
  const together = stylesOf(aLayout(PAGE), null);
  expect(STYLES[together.codes[6] ?? 0]?.look).toBe('flagged');
});

test('what is shown is told in bits, also where all is', () => {
  expect(levelsShown(aLayout(PAGE))).toBe(bitOf('page') | bitOf('block') | bitOf('line') | bitOf('word'));
  expect(levelsShown(withLevels(aLayout(PAGE), null))).toBe(bitOf('line'));
});
