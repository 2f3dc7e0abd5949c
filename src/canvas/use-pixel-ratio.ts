import { useSyncExternalStore } from 'react';
import { MOST_CANVAS_PIXELS } from '../core/geometry/limits.ts';
import type { Size } from '../core/geometry/space.ts';

/** Of a huge window the density is lowered by these steps, so that it does not change with every pixel of its size. */
const STEPS = 8;

/** Device pixels per CSS pixel, kept up to date: it changes with the browser's zoom and from screen to screen. */
export function usePixelRatio(stage: Size): number {
  const ratio = useSyncExternalStore(onChange, read);
  return ratioWithin(ratio, stage);
}

/** The ratio, lowered where a canvas as large as the stage would have more pixels than browsers allow. */
export function ratioWithin(ratio: number, { width, height }: Size): number {
  const most = Math.sqrt(MOST_CANVAS_PIXELS / Math.max(width * height, 1));
  return ratio <= most ? ratio : Math.max(Math.floor(most * STEPS), 1) / STEPS;
}

function read(): number {
  return window.devicePixelRatio || 1;
}

/** A media query tells of the next change only, so each change asks a new one. */
function onChange(tell: () => void): () => void {
  let query = matchMedia(`(resolution: ${read()}dppx)`);
  const changed = () => {
    query.removeEventListener('change', changed);
    query = matchMedia(`(resolution: ${read()}dppx)`);
    query.addEventListener('change', changed);
    tell();
  };
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
