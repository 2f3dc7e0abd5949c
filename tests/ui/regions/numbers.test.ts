import { describe, expect, it } from 'vitest';
import { PAIR_BY_POSITION } from '../../../src/core/inspection/pairing.ts';
import { coordinateWords, matchWords, otherMatchWords, sizeWords } from '../../../src/ui/regions/numbers.ts';
import { inspectionOf, manyRegions } from '../support/inspections.ts';

describe('the numbers of a region', () => {
  const inspection = inspectionOf({ rectangles: [[0, 8, 697, 441], [30.5, 20, 10.25, 5], null] });

  it('are the ones that the service sent, in its order', () => {
    expect(coordinateWords(inspection, 0)).toBe('0, 8, 697, 441');
    expect(coordinateWords(inspection, 1)).toBe('30.5, 20, 10.25, 5');
  });

  it('give a size whose corners came swapped', () => {
    expect(sizeWords(inspection, 1)).toBe('20.25 x 15 px');
  });

  it('are none for an entry that is no rectangle', () => {
    expect(coordinateWords(inspection, 2)).toBeNull();
    expect(sizeWords(inspection, 2)).toBeNull();
  });
});

describe('the count of matches', () => {
  it('says n of m regions', () => {
    expect(matchWords(manyRegions(37), Uint32Array.of(0, 1, 36))).toBe('3 of 37 regions');
    expect(matchWords(manyRegions(1200), new Uint32Array(1200))).toBe('1200 of 1200 regions');
  });

  it('counts texts without a rectangle for themselves', () => {
    const made = {
      rectangles: [
        [0, 0, 1, 1],
        [0, 0, 2, 2],
      ] as const,
      texts: ['a', 'b', 'c'],
      pairing: PAIR_BY_POSITION,
    };
    expect(matchWords(inspectionOf(made), Uint32Array.of(1, 2))).toBe('1 of 2 regions');
    expect(otherMatchWords(inspectionOf(made), Uint32Array.of(1, 2))).toBe('1 of 1 other text');
    const onlyTexts = inspectionOf({ rectangles: [], texts: ['a', 'b'] });
    expect(matchWords(onlyTexts, Uint32Array.of(1))).toBe('');
    expect(otherMatchWords(onlyTexts, Uint32Array.of(1))).toBe('1 of 2 texts');
  });
});
