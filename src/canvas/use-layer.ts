import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useView, type ViewState } from '../state/view-store.ts';
import type { KonvaLayer } from './konva.ts';

/**
 * A layer that redraws when one of `parts` of the view changes, once a frame, without rendering React:
 * panning costs a repaint and nothing else.
 */
export function useLayer(parts: readonly (keyof ViewState)[], pixelRatio: number): RefObject<KonvaLayer | null> {
  const layer = useRef<KonvaLayer>(null);

  useEffect(
    () =>
      useView.subscribe((now, before) => {
        if (parts.some((part) => now[part] !== before[part])) layer.current?.batchDraw();
      }),
    [parts],
  );

  // The window may move to a screen of another density; Konva reads the density only when it makes a canvas.
  useLayoutEffect(() => {
    const canvas = layer.current?.getCanvas();
    if (!canvas || canvas.getPixelRatio() === pixelRatio) return;
    canvas.setPixelRatio(pixelRatio);
    layer.current?.batchDraw();
  }, [pixelRatio]);

  return layer;
}
