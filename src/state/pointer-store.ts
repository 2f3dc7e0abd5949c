import { create } from 'zustand';
import type { ImagePoint } from '../core/geometry/space.ts';

interface PointerState {
  /** Where the pointer is over the picture, in image pixels (may lie outside it); null when it is elsewhere. */
  readonly position: ImagePoint | null;
}

/** Apart from the view store, so that moving the mouse renders the status bar and nothing else. */
export const usePointer = create<PointerState>()(() => ({ position: null }));

let latest: ImagePoint | null = null;
let frame = 0;

/** Reports the pointer, at most once a frame whatever the mouse's rate. Leaving (null) is told at once. */
export function reportPointer(position: ImagePoint | null): void {
  latest = position;
  if (position === null) {
    cancelAnimationFrame(frame);
    tell();
  } else if (frame === 0) frame = requestAnimationFrame(tell);
}

function tell(): void {
  frame = 0;
  if (usePointer.getState().position !== latest) usePointer.setState({ position: latest });
}
