import { useCallback } from 'react';
import { paintPaper } from '../core/paint/paper.ts';
import { useView } from '../state/view-store.ts';
import { type KonvaContext, Layer, nativeContext, Shape } from './konva.ts';
import { drawPicture } from './picture.ts';
import type { Scene } from './scene.ts';
import { useLayer } from './use-layer.ts';

const PARTS = ['viewport', 'stage'] as const;

/** The sheet and the picture on it. */
export function ImageLayer({ scene }: { readonly scene: Scene }) {
  const { image, content, palette, pixelRatio } = scene;
  const layer = useLayer(PARTS, pixelRatio);
  const draw = useCallback(
    (context: KonvaContext) => {
      const { viewport, stage } = useView.getState();
      const brush = nativeContext(context);
      if (content) paintPaper(brush, content, viewport, pixelRatio, palette);
      if (image) drawPicture(brush, image, viewport, stage, pixelRatio);
    },
    [image, content, palette, pixelRatio],
  );
  return (
    <Layer ref={layer} listening={false}>
      <Shape listening={false} perfectDrawEnabled={false} sceneFunc={draw} />
    </Layer>
  );
}
