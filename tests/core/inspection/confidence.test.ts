import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bandCounts,
  bandOf,
  BANDS,
  confidenceWords,
  levelsWithConfidence,
  lowRows,
  nextLow,
  USUAL_THRESHOLDS,
} from '../../../src/core/inspection/confidence.ts';
import { bitOf, withLevels } from '../../../src/core/inspection/levels-shown.ts';
import { lookOf, STYLES, stylesOf } from '../../../src/core/paint/region-styles.ts';
import { aLayout, PAGE } from './a-layout.ts';

const percent = fc.integer({ min: 0, max: 100 });
const words = withLevels(aLayout(PAGE), bitOf('word'));

test.each([
  [0.59, 'low'],
  [0.6, 'middle'],
  [0.84, 'middle'],
  [0.85, 'high'],
  [1, 'high'],
  [0, 'low'],
  [NaN, 'untold'],
])('%d is %s', (value, band) => {
  expect(BANDS[bandOf(Math.fround(value), USUAL_THRESHOLDS)]).toBe(band);
});

test('whole per cent stand on the side of a threshold that they read like, though columns hold floats', () => {
  fc.assert(
    fc.property(percent, percent, (value, low) => {
      const confidence = Float32Array.of(value / 100);
      expect(bandOf(confidence[0] ?? NaN, { low: low / 100, middle: 1 }) === 1).toBe(value < low);
      expect(confidenceWords({ confidence }, 0)).toBe(`${value} %`);
    }),
  );
});

test('words are counted by band, those without any among them; low ones are the rows to look at', () => {
  expect(bandCounts(words, USUAL_THRESHOLDS)).toEqual([1, 1, 0, 1]);
  expect([...lowRows(words, USUAL_THRESHOLDS)]).toEqual([4]);
  expect([...lowRows(words, { low: 1, middle: 1 })]).toEqual([3, 4]);
  expect(confidenceWords(words, 6)).toBeNull();
});

test('lines of which none has a confidence have no low ones, and the levels that have one are known', () => {
  const lines = withLevels(aLayout(PAGE), bitOf('line'));
  expect([...lowRows(lines, USUAL_THRESHOLDS)]).toEqual([]);
  expect(levelsWithConfidence(lines)).toBe(bitOf('word'));
  expect(levelsWithConfidence(aLayout([{ level: 'line', box: [0, 0, 9, 9], text: 'a' }]))).toBe(0);
});

test('the next low one is behind the active one, then the first again', () => {
  const low = Uint32Array.of(3, 8, 20);
  expect([null, 0, 3, 9, 20, 99].map((active) => nextLow(low, active))).toEqual([3, 3, 8, 20, 3, 3]);
  expect(nextLow(Uint32Array.of(), 5)).toBeNull();
  expect(nextLow(Uint32Array.of(7), 7)).toBe(7);
});

test('rows are coloured by band, found or not, and as before when confidence is switched off', () => {
  const looks = (matches: Uint32Array | null) =>
    [3, 4, 6].map((row) => STYLES[stylesOf(words, matches, USUAL_THRESHOLDS).codes[row] ?? 0]);
  expect(looks(null)).toEqual(['high', 'low', 'untold'].map((look) => ({ look, emphasis: 'normal' })));
  expect(looks(Uint32Array.of(4)).map((style) => style?.emphasis)).toEqual(['dimmed', 'matched', 'dimmed']);
  expect(lookOf(words, 4, USUAL_THRESHOLDS)).toBe('low');
  expect(lookOf(words, 4)).toBe('plain');
  expect(STYLES[stylesOf(words, null).codes[4] ?? 0]?.look).toBe('plain');
});
