import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAILING, finishedAfter, LONG, NEVER_DONE, phaseAt, USUAL } from '../../src/emulator/task-script.ts';

const DAY = 86_400_000;

describe('how a task ages', () => {
  test.each([
    [0, 'Pending'],
    [1_499, 'Pending'],
    [1_500, 'Processing'],
    [3_299, 'Processing'],
    [3_300, 'Completed'],
    [DAY - 1, 'Completed'],
    [DAY, 'NotExist'],
  ])('after %i ms it is %s', (age, status) => {
    expect(phaseAt(USUAL, age).status).toBe(status);
  });

  test('it never goes back', () => {
    const order = ['Pending', 'Processing', 'Completed', 'Error', 'NotExist'];
    const age = fc.integer({ min: 0, max: 2 * DAY });
    fc.assert(
      fc.property(fc.constantFrom(USUAL, LONG, FAILING, NEVER_DONE), age, age, (script, a, b) => {
        const [earlier, later] = [phaseAt(script, Math.min(a, b)), phaseAt(script, Math.max(a, b))];
        expect(order.indexOf(earlier.status)).toBeLessThanOrEqual(order.indexOf(later.status));
      }),
    );
  });

  test('it is finished when it says so, and some never are', () => {
    expect([USUAL, LONG, FAILING, NEVER_DONE].map(finishedAfter)).toEqual([3_300, 40_000, 2_000, Infinity]);
  });
});
