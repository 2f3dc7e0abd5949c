import { useCallback } from 'react';
import { paintRegions } from '../core/paint/regions.ts';
import { useView } from '../state/view-store.ts';
import { type KonvaContext, Layer, nativeContext, Shape } from './konva.ts';
import type { Scene } from './scene.ts';
import { useLayer } from './use-layer.ts';

const PARTS = ['viewport', 'stage', 'labels', 'text', 'order', 'blink'] as const;

/** All regions as one Shape: a node per region costs three hundred times as much a frame. */
export function RegionLayer({ scene }: { readonly scene: Scene }) {
  const { inspection, matches, index, palette, pixelRatio, badges } = scene;
  const layer = useLayer(PARTS, pixelRatio);
  const draw = useCallback(
    (context: KonvaContext) => {
      const { viewport, stage, labels, text, order, blink } = useView.getState();
      if (blink) return;
      paintRegions(nativeContext(context), inspection, {
        viewport,
        stage,
        pixelRatio,
        palette,
        index,
        badges,
        matches,
        labels,
        text,
        order,
      });
    },
    [inspection, matches, index, palette, pixelRatio, badges],
  );
  return (
    <Layer ref={layer} listening={false}>
      <Shape listening={false} perfectDrawEnabled={false} sceneFunc={draw} />
    </Layer>
  );
}
