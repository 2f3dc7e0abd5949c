import { type RefObject, useLayoutEffect } from 'react';
import { useView } from '../state/view-store.ts';

/** Tells the view how large the canvas is, before the first paint and whenever the layout changes it. */
export function useStageSize(container: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      // A panel that is folded away keeps the view as it was.
      if (width > 0 && height > 0) useView.getState().setStage({ width, height });
    };
    // Its first call comes after the layout of this frame and before its paint: a task of its own for the Stage, where
    // measuring now would mount it together with the rest of the page.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [container]);
}
