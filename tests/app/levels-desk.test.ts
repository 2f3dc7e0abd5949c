import { beforeEach, expect, test } from 'vitest';
import { nextLowItem, shownItems, showLevelOf, toggleConfidence, withLevels } from '../../src/app/levels-desk.ts';
import type { Inspection } from '../../src/core/inspection/inspection.ts';
import { allItems } from '../../src/core/inspection/listed.ts';
import { useLevelChoice } from '../../src/state/levels.ts';
import { aLayout, PAGE } from '../core/inspection/a-layout.ts';

const choice = () => useLevelChoice.getState();
/** As the page shows it now. */
const seen = (): Inspection => withLevels(aLayout(PAGE), choice().levels);
const listed = () => shownItems(seen()) ?? allItems(PAGE.length);

beforeEach(() => useLevelChoice.setState(useLevelChoice.getInitialState(), true));

test('colours by confidence come with the level that has any: lines without one give way to their words', () => {
  expect([...listed()]).toEqual([2, 5]);
  toggleConfidence(seen());
  expect(choice().confidence).toBe(true);
  expect([...listed()]).toEqual([3, 4, 6]);
  toggleConfidence(seen());
  expect(choice().confidence).toBe(false);
  expect([...listed()]).toEqual([3, 4, 6]);
});

test('levels that have some confidence are left as they are', () => {
  choice().showLevels(0b111111);
  toggleConfidence(seen());
  expect(choice().levels).toBe(0b111111);
});

test('the next region of low confidence is found from the lines as well, and stays within what is listed', () => {
  expect(nextLowItem(seen(), listed(), null)).toBe(4);
  expect([...listed()]).toContain(4);
  expect(nextLowItem(seen(), listed(), 4)).toBe(4);
  expect(nextLowItem(seen(), Uint32Array.of(3, 6), null)).toBeNull();
  choice().setThreshold('low', 1);
  expect(nextLowItem(seen(), listed(), 4)).toBe(3);
});

test('a result that tells no confidence has no next one, and its levels stay', () => {
  const without = withLevels(aLayout(PAGE.map(({ level, box, text }) => ({ level, box, text: text ?? null }))), null);
  expect(nextLowItem(without, allItems(PAGE.length), null)).toBeNull();
  expect(choice().levels).toBeNull();
});

test('a region that is asked for by its number is listed, beside what was', () => {
  showLevelOf(seen(), 1);
  expect([...listed()]).toEqual([1, 2, 5]);
  const before = choice().levels;
  showLevelOf(seen(), 5);
  expect(choice().levels).toBe(before);
});
