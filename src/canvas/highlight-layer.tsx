import { useCallback } from 'react';
import { treeExtent, treeOf } from '../core/geometry/region-tree.ts';
import { frameHandles, paintFrameHandles } from '../core/paint/frame-handles.ts';
import { paintHighlight, paintSelectedInSight, MANY_SELECTED } from '../core/paint/highlight.ts';
import { selectionSlices } from '../core/paint/selected.ts';
import { areMany, rowsInSight } from '../core/paint/view.ts';
import type { ViewState } from '../state/view-store.ts';
import { isMovable } from './frame-hand.ts';
import { PaintedLayer } from './painted-layer.tsx';
import type { Scene } from './scene.ts';
import type { LayerHandle } from './use-layer.ts';
import { useOverlay } from './use-overlay.ts';

const PARTS = ['viewport', 'stage', 'selection', 'hover', 'labels', 'order', 'blink', 'moving', 'liveFrame'] as const;

/** Hovered and selected regions on a layer of their own: moving the mouse repaints one or two boxes. Of a few nothing is kept. */
export function HighlightLayer({ scene }: { readonly scene: Scene }) {
  const { inspection, index, palette, pixelRatio, badges, way, thresholds } = scene;
  const overlay = useOverlay();
  const paint = useCallback(
    (brush: CanvasRenderingContext2D, view: ViewState, layer: LayerHandle) => {
      const { viewport, stage, selection, hover, labels, order, blink, moving, liveFrame } = view;
      if (selection.count <= MANY_SELECTED) overlay.dispose();
      if (blink) return;
      const shown = {
        viewport,
        stage,
        pixelRatio,
        palette,
        index,
        badges,
        way,
        thresholds,
        selection,
        hover,
        labels,
        order,
      };
      const extent = moving && isMovable(scene) ? treeExtent(treeOf(inspection.regions)) : null;
      const drawHandles = () => {
        if (!extent) return;
        const handles = frameHandles(liveFrame ?? inspection.frame, extent, viewport);
        paintFrameHandles(brush, handles, palette, pixelRatio);
      };
      if (liveFrame) {
        drawHandles();
        return;
      }
      const drawMany = () =>
        overlay.draw(
          brush,
          {
            subject: inspection.regions,
            content: [inspection, selection.bits, palette],
            viewport,
            stage,
            pixelRatio,
            marks: index.extent,
            blend: 'source-over',
            badges: null,
            isDear: () => areMany(shown, MANY_SELECTED),
            paint: () => {
              paintSelectedInSight(brush, inspection, shown);
              return false;
            },
            slices: (target, piece) => {
              const larger = { ...shown, ...piece };
              return selectionSlices(target, inspection, larger, selection, rowsInSight(larger).slice());
            },
          },
          layer,
        );
      paintHighlight(brush, inspection, { ...shown, drawMany });
      drawHandles();
    },
    [overlay, scene, inspection, index, palette, pixelRatio, badges, way, thresholds],
  );
  return <PaintedLayer parts={PARTS} pixelRatio={pixelRatio} paint={paint} />;
}
