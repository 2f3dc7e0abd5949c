import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelCode } from '../../../src/core/inspection/levels.ts';
import { byLevel, mostTelling } from '../../../src/core/inspection/nested-boxes.ts';

const tables = fc.array(fc.record({ level: fc.nat(5), up: fc.nat(3) }), { maxLength: 40 }).map((rows) => ({
  received: Float64Array.from(rows.flatMap((_, row) => [row, row, row + 1, row + 1])),
  level: Uint8Array.from(rows, ({ level }) => level),
  // Parents stand before their children.
  parent: Int32Array.from(rows, ({ up }, row) => (up === 0 ? -1 : row - up < 0 ? -1 : row - up)),
}));

test('pixels are asked about lines, and about what holds nothing and is in no line', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const boxes = mostTelling(table);
      const isLine = (row: number) => table.level[row] === levelCode('line');
      const isInLine = (row: number): boolean => {
        const above = table.parent[row] ?? -1;
        return above >= 0 && (isLine(above) || isInLine(above));
      };
      const asked = [...table.level.keys()].filter(
        (row) => !isInLine(row) && (isLine(row) || !table.parent.includes(row)),
      );
      expect([...table.level.keys()].filter((row) => !Number.isNaN(boxes[row * 4]))).toEqual(asked);
    }),
  );
});

test('a line whose box was refused is asked about by its words', () => {
  const received = Float64Array.from([NaN, NaN, NaN, NaN, 1, 2, 3, 4]);
  const level = Uint8Array.from([levelCode('line'), levelCode('word')]);
  expect(mostTelling({ received, level, parent: Int32Array.from([-1, 0]) })).toEqual(received);
});

test('each box stands once, beside those of its level, in its row', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const parts = byLevel(table);
      table.level.forEach((code, row) => {
        const holding = parts.filter((boxes) => boxes[row * 4] === row);
        expect(holding).toHaveLength(1);
        const beside = holding[0]?.filter((x, at) => at % 4 === 0 && !Number.isNaN(x));
        expect(beside).toEqual(Float64Array.from([...table.level.keys()].filter((at) => table.level[at] === code)));
      });
    }),
  );
});
