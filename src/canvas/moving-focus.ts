import { useView } from '../state/view-store.ts';

/**
 * Where the keys go while the regions are moved: to the canvas, when moving was begun by a key, because the hint promises the arrows.
 * At its end the focus goes back to the button that began it, if that is still there and the focus is not elsewhere by now.
 *
 * @param frame what holds the canvas and the hint with its button
 * @returns stops it
 */
export function followMoving(canvas: HTMLElement, frame: Element): () => void {
  let begunBy: HTMLElement | null = null;
  return useView.subscribe(({ moving }, before) => {
    if (moving === before.moving) return;
    const { activeElement } = document;
    const byKey = activeElement?.matches(':focus-visible') === true;
    if (moving) {
      begunBy = activeElement instanceof HTMLElement && activeElement.matches('button') ? activeElement : null;
      if (begunBy && byKey) canvas.focus({ preventScroll: true });
      return;
    }
    const isHere = activeElement === null || activeElement === document.body || frame.contains(activeElement);
    // Nobody who works by hand wants the page scrolled away from the picture.
    if (isHere) (begunBy?.checkVisibility() ? begunBy : canvas).focus({ preventScroll: !byKey });
    begunBy = null;
  });
}
