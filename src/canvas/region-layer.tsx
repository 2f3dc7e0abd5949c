import { useCallback } from 'react';
import { paintMoved } from '../core/paint/moved.ts';
import { isDear, paintRegions, type RegionsView } from '../core/paint/regions.ts';
import { regionSlices } from '../core/paint/slices.ts';
import { rowsInSight } from '../core/paint/view.ts';
import type { ViewState } from '../state/view-store.ts';
import type { OverlayPicture } from './overlay.ts';
import { PaintedLayer } from './painted-layer.tsx';
import type { Scene } from './scene.ts';
import type { LayerHandle } from './use-layer.ts';
import { useOverlay } from './use-overlay.ts';

const PARTS = ['viewport', 'stage', 'labels', 'text', 'order', 'blink', 'liveFrame'] as const;
/** Texts that are measured in one frame. */
const FITS = 100;

/** All regions: painted in every frame while they are few, else once and then moved. */
export function RegionLayer({ scene }: { readonly scene: Scene }) {
  const { inspection, matches, index, palette, pixelRatio, badges, way, thresholds } = scene;
  const overlay = useOverlay();
  const paint = useCallback(
    (brush: CanvasRenderingContext2D, view: ViewState, layer: LayerHandle) => {
      const { viewport, stage, labels, text, order, blink, liveFrame } = view;
      if (blink) return;
      const shown: RegionsView = {
        viewport,
        stage,
        pixelRatio,
        palette,
        index,
        badges,
        way,
        thresholds,
        matches,
        labels,
        text,
        order,
      };
      if (liveFrame) {
        badges.clear();
        paintMoved(brush, inspection, shown, liveFrame);
        return;
      }
      const picture = {
        subject: inspection.regions,
        content: [inspection, matches, palette, labels, text, order, way, thresholds],
        viewport,
        stage,
        pixelRatio,
        marks: index.extent,
        blend: 'source-over',
        badges,
        isDear: () => isDear(shown),
        paint: () => paintRegions(brush, inspection, shown, { left: FITS }),
        slices: (target, piece) => {
          const larger = { ...shown, ...piece };
          return regionSlices(target, inspection, larger, rowsInSight(larger).slice());
        },
      } satisfies OverlayPicture;
      overlay.draw(brush, picture, layer);
    },
    [overlay, inspection, matches, index, palette, pixelRatio, badges, way, thresholds],
  );
  return <PaintedLayer parts={PARTS} pixelRatio={pixelRatio} paint={paint} />;
}
