import { useEffect, useLayoutEffect, useState } from 'react';
import { useView, type ViewState } from '../state/view-store.ts';
import type { KonvaLayer } from './konva.ts';

/** What a drawing may ask of its layer. The same object as long as the layer is there. */
export interface LayerHandle {
  /** The `ref` of the layer. */
  readonly attach: (layer: KonvaLayer | null) => void;
  readonly konva: () => KonvaLayer | null;
  /** Draws it again in the next frame. */
  readonly again: () => void;
  /** Draws the layers above it again: what they stand on has changed. */
  readonly redrawAbove: () => void;
}

/**
 * A layer that redraws when one of `parts` of the view changes, once a frame, without rendering React:
 * panning costs a repaint and nothing else.
 */
export function useLayer(parts: readonly (keyof ViewState)[], pixelRatio: number): LayerHandle {
  const [layer] = useState(createHandle);

  useEffect(
    () =>
      useView.subscribe((now, before) => {
        if (parts.some((part) => now[part] !== before[part])) layer.again();
      }),
    [parts, layer],
  );

  // The window may move to a screen of another density; Konva reads the density only when it makes a canvas.
  useLayoutEffect(() => {
    const canvas = layer.konva()?.getCanvas();
    if (!canvas || canvas.getPixelRatio() === pixelRatio) return;
    canvas.setPixelRatio(pixelRatio);
    layer.konva()?.batchDraw();
  }, [layer, pixelRatio]);

  return layer;
}

function createHandle(): LayerHandle {
  let own: KonvaLayer | null = null;
  return {
    attach: (layer) => {
      own = layer;
    },
    konva: () => own,
    again: () => {
      if (own) drawSoon(own);
    },
    redrawAbove: () => {
      for (const other of own?.getStage()?.getLayers() ?? []) if (own && other.index > own.index) drawSoon(other);
    },
  };
}

/** Filled while the other one is drawn. */
let waiting: KonvaLayer[] = [];
let drawing: KonvaLayer[] = [];
let frame = 0;

/** With the next frame, the lowest layer first whatever was asked first: the highlight stands on the labels below it. */
function drawSoon(layer: KonvaLayer): void {
  if (!waiting.includes(layer)) waiting.push(layer);
  if (frame === 0) frame = requestAnimationFrame(drawWaiting);
}

function drawWaiting(): void {
  frame = 0;
  [waiting, drawing] = [drawing, waiting];
  drawing.sort((one, other) => one.index - other.index);
  // One that left the stage since has nothing to draw on.
  for (const layer of drawing) if (layer.getStage()) layer.draw();
  drawing.length = 0;
}
