import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { useLevelChoice } from '../../src/state/levels.ts';

const choice = () => useLevelChoice.getState();
const part = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

beforeEach(() => useLevelChoice.setState(useLevelChoice.getInitialState(), true));

test('at first the levels one reads by are shown, without colours, low under 60 % and middle under 85 %', () => {
  expect(choice()).toMatchObject({ levels: null, confidence: false, thresholds: { low: 0.6, middle: 0.85 } });
});

test('a threshold goes where it is put, and the other one gives way', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('low' as const, 'middle' as const), part)), (moves) => {
      for (const [which, value] of moves) {
        choice().setThreshold(which, value);
        const { thresholds } = choice();
        expect(thresholds[which]).toBe(value);
        expect(thresholds.low).toBeLessThanOrEqual(thresholds.middle);
      }
    }),
  );
});
