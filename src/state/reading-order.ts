import { create } from 'zustand';
import type { RegionTable } from '../core/inspection/region-table.ts';
import type { ReadingOrder } from '../core/order/choice.ts';
import { backOf, type Move, moved } from '../core/order/hand.ts';

/** The order in which the regions of one inspection are read, as the person chose it. */
export interface OrderChoice {
  readonly by: ReadingOrder;
  /** Takes the place of `by` while it is of the regions that are shown. */
  readonly hand: HandOrder | null;
}

/** An order by hand. Only moves are kept for the way back: a million rows are not held a hundred times. */
export interface HandOrder {
  /** Rows of another answer are others. */
  readonly regions: RegionTable;
  /** Where it started. */
  readonly start: Uint32Array;
  readonly order: Uint32Array;
  /** The last one last. */
  readonly done: readonly Move[];
  /** What was taken back, the next one to do again last. */
  readonly undone: readonly Move[];
}

interface OrdersState {
  /** By the key of the inspection. */
  readonly choices: Readonly<Record<string, OrderChoice>>;
  /** Clicks on regions number them: the place that the next one gets, from 0. null: clicks choose, as ever. */
  readonly numbering: number | null;
  /** An order is being worked out off the page. */
  readonly working: boolean;
}

interface OrdersActions {
  readonly chooseOrder: (key: string, by: ReadingOrder) => void;
  readonly orderByHand: (key: string, regions: RegionTable, start: Uint32Array) => void;
  readonly move: (key: string, move: Move) => void;
  readonly undo: (key: string) => void;
  readonly redo: (key: string) => void;
  /** Back to where the hand started. Redo does the moves again, one by one. */
  readonly reset: (key: string) => void;
  /** The regions of an inspection are these now: an order by hand of others is let go, and clicks choose again. */
  readonly shownAre: (key: string, regions: RegionTable) => void;
  readonly setNumbering: (place: number | null) => void;
  readonly setWorking: (working: boolean) => void;
}

export const AS_THEY_CAME: OrderChoice = { by: 'received', hand: null };

export const useOrders = create<OrdersState & OrdersActions>()((set, get) => {
  const put = (key: string, choice: OrderChoice) => set(({ choices }) => ({ choices: { ...choices, [key]: choice } }));
  const change = (key: string, next: (hand: HandOrder) => HandOrder | null) => {
    const choice = get().choices[key] ?? AS_THEY_CAME;
    const hand = choice.hand && next(choice.hand);
    if (hand) put(key, { ...choice, hand });
  };
  /** The next click goes on where the person is now, not where the clicks had come to. */
  const numberFrom = (place: number) => {
    if (get().numbering !== null) set({ numbering: place });
  };
  return {
    choices: {},
    numbering: null,
    working: false,
    chooseOrder: (key, by) => {
      put(key, { by, hand: null });
      set({ numbering: null });
    },
    orderByHand: (key, regions, start) => {
      const { by } = get().choices[key] ?? AS_THEY_CAME;
      put(key, { by, hand: { regions, start, order: start, done: [], undone: [] } });
    },
    move: (key, move) =>
      change(key, (hand) => ({
        ...hand,
        order: moved(hand.order, move),
        done: [...hand.done, move],
        undone: [],
      })),
    undo: (key) => {
      change(key, (hand) => {
        const last = hand.done.at(-1);
        if (!last) return null;
        const order = moved(hand.order, backOf(last));
        // A number taken back is the next one to give.
        numberFrom(last.to);
        return { ...hand, order, done: hand.done.slice(0, -1), undone: [...hand.undone, last] };
      });
    },
    redo: (key) => {
      change(key, (hand) => {
        const next = hand.undone.at(-1);
        if (!next) return null;
        const order = moved(hand.order, next);
        numberFrom(next.to + next.count);
        return { ...hand, order, done: [...hand.done, next], undone: hand.undone.slice(0, -1) };
      });
    },
    reset: (key) => {
      change(key, (hand) => {
        if (hand.done.length === 0) return null;
        numberFrom(0);
        return { ...hand, order: hand.start, done: [], undone: [...hand.undone, ...hand.done.toReversed()] };
      });
    },
    shownAre: (key, regions) => {
      set({ numbering: null });
      const choice = get().choices[key];
      if (choice?.hand && !handOf(choice, regions)) put(key, { ...choice, hand: null });
    },
    setNumbering: (numbering) => set({ numbering }),
    setWorking: (working) => {
      if (get().working !== working) set({ working });
    },
  };
});

/** The hand's order of an inspection, where it is of these regions. */
export function handOf(choice: OrderChoice | undefined, regions: RegionTable): HandOrder | null {
  return choice?.hand?.regions === regions ? choice.hand : null;
}
