import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairTexts, shiftedBy } from '../../../src/core/inspection/pair.ts';
import { PAIR_BY_POSITION, type PairingChoice } from '../../../src/core/inspection/pairing.ts';

const paired = (
  regions: number,
  texts: number,
  choice: PairingChoice = PAIR_BY_POSITION,
  order: number[] | null = null,
) => {
  const { textOfRow, loose } = pairTexts(regions, texts, choice, order);
  return { textOfRow: [...textOfRow], loose };
};
const shifts = (...pairs: [row: number, by: 1 | -1][]): PairingChoice => ({
  by: 'position',
  shifts: pairs.map(([row, by]) => ({ row, by })),
});

const counts = fc.record({ regions: fc.nat(12), texts: fc.nat(12) });
const shift = fc.record({ row: fc.integer({ min: -1, max: 13 }), by: fc.constantFrom<1 | -1>(1, -1) });
const choice = fc.record({
  by: fc.constantFrom<'position' | 'order'>('position', 'order'),
  shifts: fc.array(shift, { maxLength: 6 }),
});
const order = fc.option(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 12 }));

describe('pairing texts with regions', () => {
  it('goes by position, and leaves over what there is too much of', () => {
    expect(paired(3, 3)).toEqual({ textOfRow: [0, 1, 2], loose: [] });
    expect(paired(2, 4)).toEqual({ textOfRow: [0, 1], loose: [2, 3] });
    expect(paired(4, 2)).toEqual({ textOfRow: [0, 1, -1, -1], loose: [] });
    expect(paired(0, 2)).toEqual({ textOfRow: [], loose: [0, 1] });
    expect(paired(1, 1)).toEqual({ textOfRow: [0], loose: [] });
  });

  it('takes one text for several regions as the text of the whole', () => {
    expect(pairTexts(3, 1, PAIR_BY_POSITION, null)).toMatchObject({ whole: true, loose: [0] });
    expect(pairTexts(1, 1, PAIR_BY_POSITION, null).whole).toBe(false);
    expect(pairTexts(0, 1, PAIR_BY_POSITION, null).whole).toBe(false);
  });

  it("goes by the request's order, ties by position", () => {
    const byOrder: PairingChoice = { by: 'order', shifts: [] };
    expect(paired(4, 4, byOrder, [2, 0, 1, 0])).toEqual({ textOfRow: [3, 0, 2, 1], loose: [] });
    expect(paired(3, 3, byOrder, null).textOfRow).toEqual([0, 1, 2]);
  });

  it('goes by any order as sorting by it would, and shifts as a list is cut and stuffed', () => {
    const anyOrder = fc.array(fc.oneof(fc.integer({ min: -3, max: 30 }), fc.double({ noNaN: true })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(counts, choice, anyOrder, ({ regions, texts }, given, orders) => {
        const rows = Array.from({ length: regions }, (_, row) => row);
        if (given.by === 'order') rows.sort((a, b) => (orders[a] ?? 0) - (orders[b] ?? 0) || a - b);
        const sequence = Array.from({ length: Math.max(regions, texts) }, (_, at) => (at < texts ? at : -1));
        const made = given.shifts.filter((one) => one.row >= 0 && one.row < regions);
        // A shift undone at once leaves no trace; that one has a test of its own.
        const undoes = made.some(({ row, by }, at) => made[at + 1]?.row === row && made[at + 1]?.by === -by);
        fc.pre(!undoes && !(texts === 1 && regions > 1));
        for (const { row, by } of made) {
          sequence.splice(rows.indexOf(row), by === 1 ? 0 : 1, ...(by === 1 ? [-1] : []));
        }
        const expected = rows.map((_, row) => sequence[rows.indexOf(row)] ?? -1);
        expect(paired(regions, texts, given, orders).textOfRow).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('moves the texts down from a region on, which gets none', () => {
    expect(paired(4, 4, shifts([1, 1]))).toEqual({ textOfRow: [0, -1, 1, 2], loose: [3] });
  });

  it('moves the texts up from a region on, whose own becomes loose', () => {
    expect(paired(4, 4, shifts([1, -1]))).toEqual({ textOfRow: [0, 2, 3, -1], loose: [1] });
    expect(paired(2, 4, shifts([0, -1]))).toEqual({ textOfRow: [1, 2], loose: [0, 3] });
  });

  it('does several shifts one after another', () => {
    expect(paired(5, 5, shifts([1, 1], [3, 1])).textOfRow).toEqual([0, -1, 1, -1, 2]);
    expect(paired(5, 5, shifts([1, 1], [3, -1])).textOfRow).toEqual([0, -1, 1, 3, 4]);
  });

  it('moves along the order when that is what it pairs by', () => {
    const moved: PairingChoice = { by: 'order', shifts: [{ row: 2, by: 1 }] };
    expect(paired(3, 3, moved, [3, 1, 2]).textOfRow).toEqual([1, 0, -1]);
  });

  it('uses every text exactly once: for one region, or loose', () => {
    fc.assert(
      fc.property(counts, choice, order, ({ regions, texts }, given, orders) => {
        const pairing = pairTexts(regions, texts, given, orders);
        const used = [...pairing.textOfRow].filter((text) => text >= 0);
        expect([...used, ...pairing.loose].toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: texts }, (_, text) => text),
        );
        expect(pairing.loose).toEqual(pairing.loose.toSorted((a, b) => a - b));
        expect(pairing.textOfRow).toHaveLength(regions);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('is undone by the opposite shift at the same region', () => {
    fc.assert(
      fc.property(
        counts,
        choice,
        order,
        fc.nat(11),
        fc.constantFrom<1 | -1>(1, -1),
        ({ regions, texts }, given, orders, row, by) => {
          const there = shiftedBy(given, row, by);
          const back = shiftedBy(there, row, by === 1 ? -1 : 1);
          const before = pairTexts(regions, texts, given, orders);
          const after = pairTexts(regions, texts, back, orders);
          expect(after.textOfRow).toEqual(before.textOfRow);
          expect(after.loose).toEqual(before.loose);
        },
      ),
      { numRuns: 1_000 },
    );
  }, 60_000);

  it('changes nothing before the region of the shift', () => {
    fc.assert(
      fc.property(counts, shift, ({ regions, texts }, one) => {
        const after = paired(regions, texts, { by: 'position', shifts: [one] }).textOfRow;
        const before = paired(regions, texts).textOfRow;
        const upTo = Math.max(0, one.row);
        expect(after.slice(0, upTo)).toEqual(before.slice(0, upTo));
      }),
    );
  });
});
