import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside, type Side } from '../../../src/ui/kit/place-beside.ts';

const MARGIN = 8;
const room = { width: 1_000, height: 700 };
const side = fc.constantFrom<Side[]>('top', 'right', 'bottom', 'left');
const align = fc.constantFrom<('start' | 'center' | 'end')[]>('start', 'center', 'end');
const anchor = fc
  .record({ left: fc.integer({ min: 0, max: 950 }), top: fc.integer({ min: 0, max: 650 }) })
  .chain(({ left, top }) =>
    fc.record({
      left: fc.constant(left),
      top: fc.constant(top),
      width: fc.integer({ min: 1, max: room.width - left }),
      height: fc.integer({ min: 1, max: room.height - top }),
    }),
  );
const layer = fc.record({ width: fc.integer({ min: 1, max: 900 }), height: fc.integer({ min: 1, max: 600 }) });

test('a layer that fits the window is wholly inside it', () => {
  fc.assert(
    fc.property(anchor, layer, side, align, (at, size, wanted, line) => {
      const { left, top } = placeBeside(at, size, room, { side: wanted, align: line, gap: 4 });
      expect(left).toBeGreaterThanOrEqual(MARGIN);
      expect(top).toBeGreaterThanOrEqual(MARGIN);
      expect(left + size.width).toBeLessThanOrEqual(room.width - MARGIN);
      expect(top + size.height).toBeLessThanOrEqual(room.height - MARGIN);
    }),
  );
});

test('a layer never covers what it belongs to where one of the two sides has room', () => {
  fc.assert(
    fc.property(anchor, layer, fc.constantFrom<Side[]>('top', 'bottom'), align, (at, size, wanted, line) => {
      const fitsAbove = at.top - 4 - size.height >= MARGIN;
      const fitsBelow = at.top + at.height + 4 + size.height <= room.height - MARGIN;
      fc.pre(fitsAbove || fitsBelow);
      const { top } = placeBeside(at, size, room, { side: wanted, align: line, gap: 4 });
      const isBelow = top >= at.top + at.height;
      expect(isBelow || top + size.height <= at.top).toBe(true);
      // The wanted side, as long as it has room.
      expect(isBelow).toBe(wanted === 'bottom' ? fitsBelow : !fitsAbove);
    }),
  );
});

test('edges are in line as asked, as long as there is room', () => {
  const at = { left: 400, top: 300, width: 60, height: 20 };
  const size = { width: 100, height: 50 };
  const leftOf = (line: 'start' | 'center' | 'end') =>
    placeBeside(at, size, room, { side: 'bottom', align: line, gap: 0 }).left;
  expect([leftOf('start'), leftOf('center'), leftOf('end')]).toEqual([400, 380, 360]);
});

test('what is larger than the window begins at its edge', () => {
  const at = { left: 400, top: 300, width: 60, height: 20 };
  const { left, top } = placeBeside(at, { width: 2_000, height: 2_000 }, room, {
    side: 'bottom',
    align: 'end',
    gap: 4,
  });
  expect({ left, top }).toEqual({ left: MARGIN, top: MARGIN });
});
