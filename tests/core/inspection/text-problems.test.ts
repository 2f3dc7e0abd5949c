import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedProblems, packProblems } from '../../../src/core/inspection/text-problems.ts';
import type { Problem } from '../../../src/core/problem.ts';

const severity = fc.constantFrom('error', 'warning', 'note');
const problem = (index: number): fc.Arbitrary<Problem> =>
  fc.record(
    {
      where: fc.constantFrom(`results[${index}].data`, 'answer'),
      what: fc.constantFrom('a', 'b', 'c'),
      todo: fc.constant('x'),
      severity,
    },
    { requiredKeys: ['where', 'what', 'severity'] },
  );
const problems = fc
  .array(
    fc.nat(30).chain((index) => fc.tuple(fc.constant(index), fc.array(problem(index), { minLength: 1, maxLength: 3 }))),
  )
  .map((list) => new Map(list));

/** Of every text another. */
const one = (at: number): Problem => ({
  where: `results[${at}].data`,
  what: `fault ${at}`,
  severity: at % 2 === 0 ? 'note' : 'warning',
});

describe('problems of many texts', () => {
  it('come back as they were, each with the place of its text', () => {
    fc.assert(
      fc.property(problems, (given) => {
        const back = packedProblems(structuredClone(packProblems(given, 31)));
        expect(back.size).toBe(given.size);
        for (let index = -1; index < 32; index += 1) {
          expect(back.get(index)).toEqual(given.get(index));
          expect(back.has(index)).toBe(given.has(index));
        }
      }),
    );
  });

  it('are written once when a hundred thousand texts have the same', () => {
    const given = new Map(
      Array.from(
        { length: 100_000 },
        (_, at) => [at, [{ where: `results[${at}].data`, what: 'has white space', severity: 'note' }]] as const,
      ),
    );
    const packed = packProblems(given, 100_000);
    expect(packed.kinds.length).toBeLessThan(10);
    expect(packedProblems(packed).get(99_999)).toEqual(given.get(99_999));
  });

  it('that are all different lose their words after ten thousand, and neither their text nor their weight', () => {
    const back = packedProblems(
      packProblems(new Map(Array.from({ length: 20_000 }, (_, at) => [at, [one(at)]])), 20_000),
    );
    expect(back.get(9_999)).toEqual([one(9_999)]);
    expect([19_998, 19_999].map((at) => back.get(at)?.[0])).toMatchObject([
      { where: 'results[19998].data', severity: 'note' },
      { where: 'results[19999].data', severity: 'error' },
    ]);
  });
});
