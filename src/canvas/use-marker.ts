import { useCallback } from 'react';
import { isMarkerDear, MANY_MARKED, markerSlices, paintMarker } from '../core/paint/marker.ts';
import { rowsInSight } from '../core/paint/view.ts';
import type { ViewState } from '../state/view-store.ts';
import type { Scene } from './scene.ts';
import type { LayerHandle } from './use-layer.ts';
import { useOverlay } from './use-overlay.ts';

/** Dyes what the search found: in every frame while it is a little, else once and then moved. Of a little nothing is kept. */
export function useMarker(
  scene: Scene,
): (brush: CanvasRenderingContext2D, view: ViewState, layer: LayerHandle) => void {
  const { inspection, matches, index, palette, pixelRatio, badges, thresholds } = scene;
  const overlay = useOverlay();
  return useCallback(
    (brush, { viewport, stage, blink }, layer) => {
      if (!matches || matches.length <= MANY_MARKED) overlay.dispose();
      if (blink || !matches) return;
      const shown = { viewport, stage, pixelRatio, palette, index, badges, thresholds };
      overlay.draw(
        brush,
        {
          subject: inspection.regions,
          content: [inspection, matches, palette],
          viewport,
          stage,
          pixelRatio,
          marks: index.extent,
          blend: palette.markerBlend,
          badges: null,
          isDear: () => isMarkerDear(inspection, shown, matches),
          paint: () => {
            paintMarker(brush, inspection, shown, matches);
            return false;
          },
          slices: (target, piece) => {
            const larger = { ...shown, ...piece };
            return markerSlices(target, inspection, larger, matches, rowsInSight(larger).slice());
          },
        },
        layer,
      );
    },
    [overlay, inspection, matches, index, palette, pixelRatio, badges, thresholds],
  );
}
