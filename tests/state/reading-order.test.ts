import { beforeEach, expect, test } from 'vitest';
import { moveAfter } from '../../src/core/order/hand.ts';
import { numberNext } from '../../src/state/number-next.ts';
import { handOf, useOrders } from '../../src/state/reading-order.ts';
import { anInspection, type Box } from '../core/geometry/an-inspection.ts';

const { regions } = anInspection(Array.from({ length: 5 }, (_, i): Box => [0, i * 20, 50, i * 20 + 14]));
const START = Uint32Array.of(0, 1, 2, 3, 4);
const orders = () => useOrders.getState();
const now = () => [...(orders().choices['own']?.hand?.order ?? [])];
const readAfter = (row: number, other: number) => {
  const step = moveAfter(Uint32Array.from(now()), regions.parent, row, other);
  if (step) orders().move('own', step);
};

beforeEach(() => {
  useOrders.setState(useOrders.getInitialState(), true);
  orders().orderByHand('own', regions, START);
});

test('moves are taken back and done again one by one; a new one ends what could be done again', () => {
  readAfter(4, 0);
  readAfter(0, 3);
  expect(now()).toEqual([4, 1, 2, 3, 0]);
  orders().undo('own');
  expect(now()).toEqual([0, 4, 1, 2, 3]);
  orders().undo('own');
  orders().undo('own');
  expect(now()).toEqual([0, 1, 2, 3, 4]);
  orders().redo('own');
  orders().redo('own');
  expect(now()).toEqual([4, 1, 2, 3, 0]);
  orders().undo('own');
  readAfter(1, 3);
  orders().redo('own');
  expect(now()).toEqual([0, 4, 2, 3, 1]);
});

test('Reset goes back to where the hand started, and what it took away can be done again', () => {
  readAfter(4, 0);
  readAfter(0, 3);
  orders().reset('own');
  expect(now()).toEqual([...START]);
  orders().redo('own');
  orders().redo('own');
  expect(now()).toEqual([4, 1, 2, 3, 0]);
});

test('clicks number one after the other, what was numbered before among them', () => {
  orders().setNumbering(0);
  for (const row of [3, 1, 4]) numberNext(regions, row);
  expect(now()).toEqual([3, 1, 4, 0, 2]);
  expect(orders().numbering).toBe(3);
  numberNext(regions, 3);
  expect(now()).toEqual([1, 4, 3, 0, 2]);
  numberNext(regions, 2);
  expect(now()).toEqual([1, 4, 3, 2, 0]);
});

test('what is taken back, done again or reset while clicks number takes the count with it', () => {
  orders().setNumbering(0);
  for (const row of [3, 1, 4]) numberNext(regions, row);
  orders().undo('own');
  expect(orders().numbering).toBe(2);
  orders().undo('own');
  expect(orders().numbering).toBe(1);
  orders().redo('own');
  expect(orders().numbering).toBe(2);
  orders().reset('own');
  expect(orders().numbering).toBe(0);
  orders().setNumbering(null);
  orders().redo('own');
  expect(orders().numbering).toBeNull();
});

test('while clicks choose, they number nothing', () => {
  numberNext(regions, 3);
  expect(now()).toEqual([...START]);
});

test('regions of another answer have another order: clicks number none of them', () => {
  const other = anInspection([[0, 0, 9, 9]]).regions;
  orders().setNumbering(0);
  numberNext(other, 0);
  expect(now()).toEqual([...START]);
});

test('another answer ends the order by hand and the numbering; the same answer shown again does not', () => {
  orders().shownAre('own', regions);
  expect(now()).toEqual([...START]);
  orders().setNumbering(2);
  orders().shownAre('own', anInspection([[0, 0, 9, 9]]).regions);
  expect(orders().numbering).toBeNull();
  expect(orders().choices['own']).toEqual({ by: 'received', hand: null });
});

test('an order by hand is of the answer it was made for, and of its inspection alone', () => {
  const other = anInspection([[0, 0, 9, 9]]).regions;
  expect(handOf(orders().choices['own'], regions)?.order).toBe(START);
  expect(handOf(orders().choices['own'], other)).toBeNull();
  expect(handOf(orders().choices['sample-book'], regions)).toBeNull();
  orders().chooseOrder('own', 'columns');
  expect(orders().choices['own']).toEqual({ by: 'columns', hand: null });
});
