import { browserIsIdle } from './idle.ts';
import type { RegionTable } from '../core/inspection/region-table.ts';
import { type BoxLint, FEW_BOXES, lintBoxes } from '../core/lint/box-lint.ts';
import { run } from '../workers/run.ts';

// Reached through `full-view.ts`: there is nothing to find before regions are shown, and the first screen need not bring it.

export { inBoth, itemsOfKinds } from '../core/lint/filter.ts';
export { lintOf } from '../core/lint/lint.ts';

/** null: there are too many to look at them here and now. */
export function lintFew(regions: RegionTable): BoxLint | null {
  return regions.count > FEW_BOXES ? null : lintBoxes(regions);
}

/** In a worker, when the page has nothing else to do. Rejects when `signal` aborts or the worker breaks. */
export async function lintMany({ received, level }: RegionTable, signal: AbortSignal): Promise<BoxLint> {
  await browserIsIdle();
  signal.throwIfAborted();
  // The evidence desk makes a copy of its own: each worker takes what it is given. Both do it when the page is idle.
  const copy = { received: received.slice(), level: level.slice() };
  return run('lintBoxes', copy, { signal, transfer: [copy.received.buffer, copy.level.buffer] });
}
