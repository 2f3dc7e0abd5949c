import { useCallback } from 'react';
import { paintMarker } from '../core/paint/marker.ts';
import { paintPaper } from '../core/paint/paper.ts';
import { useView } from '../state/view-store.ts';
import { type KonvaContext, Layer, nativeContext, Shape } from './konva.ts';
import { drawPicture } from './picture.ts';
import type { Scene } from './scene.ts';
import { useLayer } from './use-layer.ts';

const PARTS = ['viewport', 'stage'] as const;
const PARTS_MARKED = ['viewport', 'stage', 'blink'] as const;

/** The sheet, the picture on it, and what the search marked in it. */
export function ImageLayer({ scene }: { readonly scene: Scene }) {
  const { inspection, image, matches, index, content, palette, pixelRatio, badges } = scene;
  const layer = useLayer(matches ? PARTS_MARKED : PARTS, pixelRatio);
  const draw = useCallback(
    (context: KonvaContext) => {
      const { viewport, stage, blink } = useView.getState();
      const brush = nativeContext(context);
      if (content) paintPaper(brush, content, viewport, pixelRatio, palette);
      if (image) drawPicture(brush, image, viewport, stage, pixelRatio);
      if (!blink) paintMarker(brush, inspection, { viewport, stage, pixelRatio, palette, index, badges }, matches);
    },
    [inspection, image, matches, index, content, palette, pixelRatio, badges],
  );
  return (
    <Layer ref={layer} listening={false}>
      <Shape listening={false} perfectDrawEnabled={false} sceneFunc={draw} />
    </Layer>
  );
}
