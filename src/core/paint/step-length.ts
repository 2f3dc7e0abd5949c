import type { Inspection } from '../inspection/inspection.ts';

/** Of a million steps some thousands tell the middle well enough. */
const MOST_SAMPLES = 4_000;

const known = new WeakMap<Inspection, { readonly rows: Uint32Array; readonly median: number }>();

/** How far it is from a region to the next one in `rows`, in image pixels: the median. 0 for fewer than two. */
export function medianStep(inspection: Inspection, rows: Uint32Array): number {
  const before = known.get(inspection);
  if (before?.rows === rows) return before.median;
  const { regions, frame } = inspection;
  const stride = Math.max(1, Math.floor(rows.length / MOST_SAMPLES));
  const steps = new Float64Array(Math.max(0, Math.ceil((rows.length - 1) / stride)));
  for (let i = 0; i < steps.length; i += 1) {
    const from = (rows[i * stride] ?? 0) * 4;
    const to = (rows[i * stride + 1] ?? 0) * 4;
    const x = twiceMiddle(regions.received, to) - twiceMiddle(regions.received, from);
    const y = twiceMiddle(regions.received, to + 1) - twiceMiddle(regions.received, from + 1);
    steps[i] = Math.hypot(frame.a * x + frame.c * y, frame.b * x + frame.d * y) / 2;
  }
  const median = steps.toSorted()[steps.length >> 1] ?? 0;
  known.set(inspection, { rows, median });
  return median;
}

function twiceMiddle(received: Float64Array, at: number): number {
  return (received[at] ?? NaN) + (received[at + 2] ?? NaN);
}
