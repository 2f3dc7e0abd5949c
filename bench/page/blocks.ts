import { uncounted } from './accounting.ts';

/** Watches how long the page could not answer. `stop` gives the longest gap in ms between two turns of its thread. */
export function watchBlocks(): { readonly stop: () => number } {
  let longest = 0;
  let last = performance.now();
  let on = true;
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    // Browsers hold a chain of timers to 4 ms a turn; that is taken off below.
    if (on) uncounted(beat, 1);
  };
  uncounted(beat, 1);
  return {
    stop: () => {
      on = false;
      beat();
      return Math.max(longest - 4, 0);
    },
  };
}
