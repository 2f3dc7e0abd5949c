/**
 * Counts what callbacks cost, so that work which is spread over frames and timers counts as much as work done at once.
 * The first import of a page: libraries keep `requestAnimationFrame` as they found it.
 */
const nextFrame = window.requestAnimationFrame.bind(window);
const later = window.setTimeout.bind(window);
const whenIdle = window.requestIdleCallback.bind(window);
let spent = 0;

Object.assign(window, {
  requestAnimationFrame: (run: FrameRequestCallback) => nextFrame(counted(run)),
  requestIdleCallback: (run: IdleRequestCallback, options?: IdleRequestOptions) => whenIdle(counted(run), options),
  setTimeout: (run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) =>
    later(counted(run), ms, ...given),
});

function counted<A extends unknown[]>(run: (...given: A) => void): (...given: A) => void {
  return (...given) => {
    const started = performance.now();
    try {
      run(...given);
    } finally {
      spent += performance.now() - started;
    }
  };
}

/** Milliseconds of callbacks since it was last asked. */
export function takeSpent(): number {
  const ms = spent;
  spent = 0;
  return ms;
}

/** Resolves inside the next frame, after the callbacks that were asked for before this was called. Not counted itself. */
export function frame(): Promise<number> {
  return new Promise((shown) => nextFrame(shown));
}

/** A timer that does not count as work of a contestant. */
export function uncounted(run: () => void, ms: number): number {
  return later(run, ms);
}
