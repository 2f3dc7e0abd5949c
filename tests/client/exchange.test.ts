import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/client/clock.ts';
import { ask, given, problemOf, WHOLE } from './a-client.ts';
import { settle } from './fake-clock.ts';

describe('time', () => {
  it('without headers runs out after 60 s, and leaves no timer', async () => {
    const { client, clock, asked } = given(() => new Promise<Response>(() => undefined));
    const attempt = ask(client);
    await clock.advance(59_999);
    expect(clock.timers()).toBe(1);
    await clock.advance(1);
    expect(await attempt).toMatchObject({ kind: 'transient', fault: 'timeout' });
    expect(asked[0]?.init.signal?.aborted).toBe(true);
    expect(clock.timers()).toBe(0);
  });

  it('of a body that stalls runs out after 15 s, and what came can be viewed', async () => {
    const { client, clock } = given(() => new Response(stream([WHOLE.slice(0, 10)], 'stall')));
    const attempt = ask(client);
    await clock.advance(15_000);
    const outcome = await attempt;
    expect(outcome).toMatchObject({ kind: 'transient', fault: 'timeout', status: 200 });
    expect('raw' in outcome && new TextDecoder().decode(outcome.raw ?? undefined)).toBe(WHOLE.slice(0, 10));
    expect(clock.timers()).toBe(0);
  });

  it('is not limited in all while bytes arrive', async () => {
    const { client, clock } = given(() => new Response(dripping(WHOLE, clock.setTimeout)));
    const attempt = ask(client);
    await clock.advance(14_000 * (WHOLE.length + 1));
    expect(await attempt).toMatchObject({ kind: 'answer' });
  });

  it('ends at once when nobody waits any more, and leaves no timer', async () => {
    const { client, clock, asked } = given(() => new Response(stream([WHOLE.slice(0, 10)], 'stall')));
    const gone = new AbortController();
    const attempt = ask(client, gone.signal);
    await settle();
    gone.abort();
    await expect(attempt).rejects.toThrow('aborted');
    expect(asked[0]?.init.signal?.aborted).toBe(true);
    expect(clock.timers()).toBe(0);
  });
});

describe('size', () => {
  it('beyond 64 MiB is refused while it arrives', async () => {
    const piece = new Uint8Array(8 * 1024 * 1024).fill(32);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(piece);
      },
    });
    const outcome = await ask(given(() => new Response(endless)).client);
    expect(outcome).toMatchObject({ kind: 'rejected', status: 200 });
    expect(problemOf(outcome)).toContain('64 MiB');
    expect(pulled).toBeLessThan(12);
  });

  it('that is announced beyond 64 MiB is not read at all', async () => {
    const outcome = await ask(
      given(() => new Response(WHOLE, { headers: { 'Content-Length': String(2 ** 30) } })).client,
    );
    expect(outcome).toMatchObject({ kind: 'rejected' });
  });

  it('of an error page does not matter: the status says what is wrong', async () => {
    const { client } = given(() => new Response(stream(['x'.repeat(3_000_000)], 'break'), { status: 500 }));
    expect(await ask(client)).toMatchObject({ kind: 'transient', fault: 'server-error', raw: { length: 1024 * 1024 } });
  });

  it('that breaks off is said to be cut', async () => {
    const { client } = given(() => new Response(stream([WHOLE.slice(0, 20)], 'break')));
    expect(await ask(client)).toMatchObject({ kind: 'transient', fault: 'cut-body', raw: { length: 20 } });
  });
});

function stream(pieces: readonly string[], then: 'stall' | 'break'): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = pieces[next];
      next += 1;
      if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
      else if (then === 'break') controller.error(new TypeError('network error'));
      else return new Promise<void>(() => undefined);
      return undefined;
    },
  });
}

function dripping(text: string, wait: Clock['setTimeout']): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull: (controller) =>
      new Promise((resolve) => {
        wait(() => {
          controller.enqueue(new TextEncoder().encode(text[at]));
          at += 1;
          if (at === text.length) controller.close();
          resolve();
        }, 14_000);
      }),
  });
}
