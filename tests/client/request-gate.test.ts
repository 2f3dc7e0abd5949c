import { describe, expect, it } from 'vitest';
import { createRequestGate, type RequestGate } from '../../src/client/request-gate.ts';
import { fakeClock, settle } from './fake-clock.ts';

/** A signal that never aborts. */
const never = () => new AbortController().signal;

describe('a hundred tasks', () => {
  it('leave at most four at a time, five at once after a quiet time, then two a second', async () => {
    const clock = fakeClock();
    const gate = createRequestGate({ clock });
    const start = clock.now();
    const left: number[] = [];
    let inside = 0;
    let most = 0;
    for (let task = 0; task < 100; task += 1) {
      void enter(gate, (leave) => {
        left.push(clock.now() - start);
        inside += 1;
        most = Math.max(most, inside);
        clock.setTimeout(() => {
          inside -= 1;
          leave?.();
        }, 100);
      });
    }
    await clock.advance(60_000);
    expect(left).toHaveLength(100);
    expect(left.slice(0, 8)).toEqual([0, 0, 0, 0, 100, 500, 1_000, 1_500]);
    expect(left.at(-1)).toBe(47_500);
    expect(most).toBe(4);
    expect(clock.timers()).toBe(0);
  });

  it('go in the order in which they came, and slow answers keep the others waiting', async () => {
    const clock = fakeClock();
    const gate = createRequestGate({ clock });
    const entered: number[] = [];
    const leaves: ((() => void) | null)[] = [];
    for (let task = 0; task < 6; task += 1) {
      void enter(gate, (leave) => {
        entered.push(task);
        leaves.push(leave);
      });
    }
    await clock.advance(10_000);
    expect([entered, clock.timers()]).toEqual([[0, 1, 2, 3], 0]);
    leaves[1]?.();
    leaves[1]?.();
    await settle();
    expect(entered).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('who waits', () => {
  it('may give up, and takes no place and no ticket', async () => {
    const clock = fakeClock();
    const gate = createRequestGate({ clock, inFlight: 1 });
    const leave = await gate.enter(never(), false);
    const gone = new AbortController();
    const waiting = gate.enter(gone.signal, false);
    const next = gate.enter(never(), false);
    gone.abort();
    await expect(waiting).rejects.toThrow('aborted');
    leave?.();
    expect(await next).toBeTypeOf('function');
    await expect(gate.enter(gone.signal, false)).rejects.toThrow('aborted');
  });

  it('is sent away when a hold begins, and sets no timer for it', async () => {
    const clock = fakeClock();
    const gate = createRequestGate({ clock, inFlight: 1 });
    const leave = await gate.enter(never(), false);
    const waiting = gate.enter(never(), false);
    const urgent = gate.enter(never(), true);
    gate.hold({ until: clock.now() + 1e12, notBefore: clock.now() });
    expect(await waiting).toBeNull();
    leave?.();
    expect(await urgent).toBeTypeOf('function');
    expect(await gate.enter(never(), false)).toBeNull();
    expect(clock.timers()).toBe(0);
  });

  it('urgently still heeds the time that the service named', async () => {
    const clock = fakeClock();
    const gate = createRequestGate({ clock });
    gate.hold({ until: clock.now() + 9_000, notBefore: clock.now() + 6_000 });
    gate.hold({ until: clock.now() + 1_000, notBefore: clock.now() + 1_000 });
    expect(await gate.enter(never(), true)).toBeNull();
    await clock.advance(6_000);
    expect(await gate.enter(never(), false)).toBeNull();
    expect(await gate.enter(never(), true)).toBeTypeOf('function');
    await clock.advance(3_000);
    expect(await gate.enter(never(), false)).toBeTypeOf('function');
  });
});

async function enter(gate: RequestGate, entered: (leave: (() => void) | null) => void): Promise<void> {
  entered(await gate.enter(never(), false));
}
