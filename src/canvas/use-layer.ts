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
        if (layer.current && parts.some((part) => now[part] !== before[part])) drawSoon(layer.current);
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

const waiting = new Set<KonvaLayer>();
let frame = 0;

/** With the next frame, the lowest layer first whatever was asked first: the highlight stands on the labels below it. */
function drawSoon(layer: KonvaLayer): void {
  waiting.add(layer);
  if (frame === 0) frame = requestAnimationFrame(drawWaiting);
}

function drawWaiting(): void {
  frame = 0;
  const layers = [...waiting].toSorted((one, other) => one.index - other.index);
  waiting.clear();
  // One that left the stage since has nothing to draw on.
  for (const layer of layers) if (layer.getStage()) layer.draw();
}
