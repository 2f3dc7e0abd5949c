import { expect, test } from 'vitest';
import { fittingInLines } from '../../../src/ui/lint/fitting-in-lines.ts';

const TWO_LINES = { width: 100, gap: 4, lines: 2, more: 30 };

test('all stand where they fit, to the last pixel', () => {
  expect(fittingInLines([], TWO_LINES)).toBe(0);
  expect(fittingInLines([48, 48, 48, 48], TWO_LINES)).toBe(4);
  expect(fittingInLines([300, 300], TWO_LINES)).toBe(2);
});

test('where they do not, the button for the others has its room at the end', () => {
  expect(fittingInLines([48, 48, 48, 48, 10], TWO_LINES)).toBe(3);
  expect(fittingInLines([48, 48, 66, 48, 48], TWO_LINES)).toBe(3);
  expect(fittingInLines([48, 48, 67, 48, 48], TWO_LINES)).toBe(2);
});

test('nothing is folded before it is laid out', () => {
  expect(fittingInLines([50, 50, 50, 50], { ...TWO_LINES, width: 0 })).toBe(4);
});
