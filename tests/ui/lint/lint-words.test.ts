import { describe, expect, test } from 'vitest';
import { lintBoxes } from '../../../src/core/lint/box-lint.ts';
import { type LintEvidence, lintOf } from '../../../src/core/lint/lint.ts';
import { stateWords } from '../../../src/ui/lint/lint-words.ts';
import { anInspection, type Box } from '../../core/geometry/an-inspection.ts';

const LINES: readonly Box[] = [
  [10, 10, 300, 40],
  [10, 60, 300, 90],
];
const boxes = lintBoxes(anInspection(LINES).regions);
const ink = { density: new Float32Array(2).fill(0.1), missed: new Float64Array(0) };
const missed = { ...ink, missed: new Float64Array(23 * 4) };

describe('beside the findings stands', () => {
  test.each<[string, LintEvidence]>([
    ['12 checks: nothing found.', { boxes, ink }],
    ['', { boxes, ink: missed }],
    ['Looking for ink…', { boxes, ink: 'coming' }],
    ['Looking for ink…', { boxes, ink, inkIsEarlier: true }],
    ['Looking for ink…', { boxes, ink: missed, inkIsEarlier: true }],
    ['Comparing boxes…', { boxes: 'coming', ink: missed }],
    ['Looking for ink and comparing boxes…', { boxes: 'coming', ink: 'coming' }],
    [
      'Comparing boxes… Could not be checked: Text without ink, Ink without text, Missed ink.',
      { boxes: 'coming', ink: 'failed' },
    ],
    ['9 checks: nothing found. Could not be checked: Slivers, Nearly equal, Inside another.', { boxes: 'failed', ink }],
  ])('%j', (words, evidence) => {
    const inspection = anInspection(LINES, { texts: ['a', 'b'], imageSize: { width: 400, height: 400 } });
    expect(stateWords(lintOf(inspection, evidence))).toBe(words);
  });
});
