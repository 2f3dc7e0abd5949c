import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AT_TOP,
  drawnAt,
  isStuck,
  offsetOf,
  placedAt,
  ROW_HEIGHT,
  rowsAt,
  scrolledTo,
  TALLEST,
  trackOf,
} from '../../../src/ui/kit/row-scroll.ts';

const HEIGHT = 400;
const MILLION = trackOf(1_000_000, HEIGHT);
const SHORT = trackOf(5_000, HEIGHT);

const tracks = fc
  .tuple(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 0, max: 2_000 }))
  .map(([count, height]) => trackOf(count, height));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a list that is taller than a browser can draw', () => {
  it('is as long as it is drawn, and the thumb covers all of it', () => {
    expect(MILLION.drawn).toBe(TALLEST - HEIGHT);
    expect(rowsAt(0, MILLION)).toBe(0);
    expect(rowsAt(MILLION.drawn, MILLION)).toBe(1_000_000 * ROW_HEIGHT - HEIGHT);
    expect(rowsAt(MILLION.drawn / 2, MILLION)).toBeCloseTo(MILLION.rows / 2, 3);
  });

  it('goes further down when the thumb does, and every place is somewhere on the scrollbar', () => {
    fc.assert(
      fc.property(tracks, share, share, (track, one, other) => {
        const [low, high] = [Math.min(one, other) * track.drawn, Math.max(one, other) * track.drawn];
        expect(rowsAt(low, track)).toBeLessThanOrEqual(rowsAt(high, track));
        expect(drawnAt(rowsAt(low, track), track)).toBeCloseTo(low, 3);
        expect(rowsAt(low, track)).toBeGreaterThanOrEqual(0);
        expect(rowsAt(low, track)).toBeLessThanOrEqual(track.rows);
      }),
    );
  });

  it('can show every row at the upper edge to the pixel', () => {
    fc.assert(
      fc.property(tracks, share, (track, where) => {
        const offset = Math.round(where * track.rows);
        const place = placedAt(offset, track);
        expect(offsetOf(place)).toBe(offset);
        expect(Number.isInteger(place.scrollTop)).toBe(true);
        expect(place.scrollTop).toBeLessThanOrEqual(track.drawn);
        expect(isStuck(place, track)).toBe(false);
      }),
    );
  });

  it('moves by the pixels of the wheel, anywhere, and back to where it was', () => {
    const steps = fc.array(fc.integer({ min: -1_500, max: 1_500 }), { maxLength: 40 });
    fc.assert(
      fc.property(share, steps, (where, moves) => {
        const start = placedAt(Math.round(100_000 + where * (MILLION.rows - 200_000)), MILLION);
        let scroll = start;
        for (const by of [...moves, ...moves.toReversed().map((move) => -move)]) {
          const next = scrolledTo(scroll, scroll.scrollTop + by, MILLION);
          expect(offsetOf(next)).toBe(offsetOf(scroll) + by);
          scroll = next;
        }
        expect(scroll).toEqual(start);
      }),
    );
  });

  it('never leaves the rows, and at rest stands where the thumb says, the rows unmoved', () => {
    const moves = fc.array(fc.oneof(fc.integer({ min: -1_900, max: 1_900 }), fc.integer({ min: -9e6, max: 9e6 })));
    fc.assert(
      fc.property(tracks, moves, (track, sequence) => {
        let scroll = AT_TOP;
        for (const by of sequence) {
          const scrollTop = Math.min(Math.max(scroll.scrollTop + by, 0), track.drawn);
          scroll = scrolledTo(scroll, scrollTop, track);
          expect(offsetOf(scroll)).toBeGreaterThanOrEqual(0);
          expect(offsetOf(scroll)).toBeLessThanOrEqual(track.rows);
        }
        const rest = placedAt(offsetOf(scroll), track);
        expect(offsetOf(rest)).toBe(offsetOf(scroll));
        expect(Math.abs(rowsAt(rest.scrollTop, track) - offsetOf(rest))).toBeLessThan(20);
      }),
    );
  });

  it('says when the browser is at its end and the rows are not', () => {
    expect(isStuck({ scrollTop: 0, ahead: 5_000 }, MILLION)).toBe(true);
    expect(isStuck({ scrollTop: MILLION.drawn, ahead: 5_000 }, MILLION)).toBe(true);
    expect(isStuck({ scrollTop: 4_000_000, ahead: 5_000 }, MILLION)).toBe(false);
  });
});

it('a short list scrolls as the browser has it', () => {
  fc.assert(
    fc.property(share, share, (from, to) => {
      const before = placedAt(from * SHORT.rows, SHORT);
      expect(scrolledTo(before, to * SHORT.drawn, SHORT)).toEqual({ scrollTop: to * SHORT.drawn, ahead: 0 });
    }),
  );
  expect(trackOf(3, HEIGHT)).toEqual({ rows: 0, drawn: 0 });
});
