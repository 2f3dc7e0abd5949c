import { useCallback, useEffect } from 'react';
import { paintMissedInk } from '../core/paint/missed-ink.ts';
import { paintPaper } from '../core/paint/paper.ts';
import { useView } from '../state/view-store.ts';
import { type KonvaContext, Layer, nativeContext, Shape } from './konva.ts';
import { drawPicture } from './picture.ts';
import type { Scene } from './scene.ts';
import { useLayer } from './use-layer.ts';
import { useMarker } from './use-marker.ts';

const PARTS = ['viewport', 'stage'] as const;
const PARTS_MARKED = ['viewport', 'stage', 'blink'] as const;
const PARTS_MISSED = ['viewport', 'stage', 'blink', 'missedInk', 'liveFrame'] as const;

/** The sheet, the picture on it, what the search marked in it, and ink that no region covers. */
export function ImageLayer({ scene }: { readonly scene: Scene }) {
  const { image, matches, content, palette, pixelRatio, missed } = scene;
  const layer = useLayer(missed ? PARTS_MISSED : matches ? PARTS_MARKED : PARTS, pixelRatio);
  const { attach } = layer;
  const mark = useMarker(scene);
  const draw = useCallback(
    (context: KonvaContext) => {
      const view = useView.getState();
      const { viewport, stage, missedInk, liveFrame, blink } = view;
      const brush = nativeContext(context);
      if (content) paintPaper(brush, content, viewport, pixelRatio, palette);
      if (image) drawPicture(brush, image, viewport, stage, pixelRatio);
      mark(brush, view, layer);
      // Under another frame it is another ink.
      if (missed && missedInk && !blink && !liveFrame)
        paintMissedInk(brush, missed, { viewport, stage, pixelRatio, palette });
    },
    [image, content, palette, pixelRatio, missed, mark, layer],
  );
  // Large pictures come in pieces.
  useEffect(() => image?.source.onChange(() => layer.again()), [image, layer]);
  return (
    <Layer ref={attach} listening={false}>
      <Shape listening={false} perfectDrawEnabled={false} sceneFunc={draw} />
    </Layer>
  );
}
