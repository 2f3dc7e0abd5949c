import { useCallback } from 'react';
import { useView, type ViewState } from '../state/view-store.ts';
import { type KonvaContext, Layer, nativeContext, Shape } from './konva.ts';
import { type LayerHandle, useLayer } from './use-layer.ts';

export interface PaintedLayerProps {
  /** The layer is drawn again when one of these changes. The same array every time. */
  readonly parts: readonly (keyof ViewState)[];
  readonly pixelRatio: number;
  /** Draws onto a clear canvas that is scaled to CSS pixels. Another function: the layer is drawn again. */
  readonly paint: (brush: CanvasRenderingContext2D, view: ViewState, layer: LayerHandle) => void;
}

/** A layer with one Shape that does all the drawing: a node per region costs three hundred times as much a frame. */
export function PaintedLayer({ parts, pixelRatio, paint }: PaintedLayerProps) {
  const layer = useLayer(parts, pixelRatio);
  const { attach } = layer;
  const draw = useCallback(
    (context: KonvaContext) => {
      // Konva draws a layer as it is added, within React's commit, and again with the next frame: the first picture is left
      // to that one.
      if (layer.konva()) paint(nativeContext(context), useView.getState(), layer);
    },
    [paint, layer],
  );
  return (
    <Layer ref={attach} listening={false}>
      <Shape listening={false} perfectDrawEnabled={false} sceneFunc={draw} />
    </Layer>
  );
}
