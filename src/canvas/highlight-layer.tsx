import { useCallback } from 'react';
import { paintHighlight } from '../core/paint/highlight.ts';
import { useView } from '../state/view-store.ts';
import { type KonvaContext, Layer, nativeContext, Shape } from './konva.ts';
import type { Scene } from './scene.ts';
import { useLayer } from './use-layer.ts';

const PARTS = ['viewport', 'stage', 'selection', 'hover', 'labels', 'order', 'blink'] as const;

/** Hovered and selected regions on a layer of their own: moving the mouse repaints one or two boxes. */
export function HighlightLayer({ scene }: { readonly scene: Scene }) {
  const { inspection, index, palette, pixelRatio, badges } = scene;
  const layer = useLayer(PARTS, pixelRatio);
  const draw = useCallback(
    (context: KonvaContext) => {
      const { viewport, stage, selection, hover, labels, order, blink } = useView.getState();
      if (blink) return;
      paintHighlight(nativeContext(context), inspection, {
        viewport,
        stage,
        pixelRatio,
        palette,
        index,
        badges,
        selection,
        hover,
        labels,
        order,
      });
    },
    [inspection, index, palette, pixelRatio, badges],
  );
  return (
    <Layer ref={layer} listening={false}>
      <Shape listening={false} perfectDrawEnabled={false} sceneFunc={draw} />
    </Layer>
  );
}
