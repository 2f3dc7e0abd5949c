import { useEffect, useId, useMemo, useRef } from 'react';
import { regionIndexOf } from '../core/geometry/region-index.ts';
import { union } from '../core/geometry/rect.ts';
import type { Thresholds } from '../core/inspection/confidence.ts';
import type { Inspection } from '../core/inspection/inspection.ts';
import { drawnOf } from '../core/order/drawn.ts';
import { BadgeList } from '../core/paint/badge-list.ts';
import { paletteOf, type Theme } from '../core/paint/palette.ts';
import type { ImageView } from '../image/image-view.ts';
import { useView } from '../state/view-store.ts';
import { HighlightLayer } from './highlight-layer.tsx';
import { isMovable } from './frame-hand.ts';
import { ImageLayer } from './image-layer.tsx';
import { Stage } from './konva.ts';
import { Minimap } from './minimap.tsx';
import { MovingHint } from './moving-hint.tsx';
import styles from './region-canvas.module.css';
import { RegionLayer } from './region-layer.tsx';
import { contentOf, type Scene } from './scene.ts';
import { Tooltip } from './tooltip.tsx';
import { useCanvasInput } from './use-canvas-input.ts';
import { usePixelRatio } from './use-pixel-ratio.ts';
import { useStageSize } from './use-stage-size.ts';

export interface RegionCanvasProps {
  readonly inspection: Inspection;
  readonly image: ImageView | null;
  /** Items found by the search, ascending; null while nothing is searched for. */
  readonly matches: Uint32Array | null;
  readonly theme: Theme;
  /** Ink with no region round it: boxes in image pixels, four numbers each; null while it is not known. */
  readonly missed?: Float64Array | null;
  /** Regions as they are read; null: as received. */
  readonly way?: Uint32Array | null;
  /** By which regions are coloured by confidence; null: by what is odd about them. */
  readonly thresholds?: Thresholds | null;
}

/**
 * The picture with its regions. Fills its parent. What is seen and chosen lives in `useView`; the list is the twin of
 * this canvas for those who do not see it.
 */
export function RegionCanvas({
  inspection,
  image,
  matches,
  theme,
  missed = null,
  way = null,
  thresholds = null,
}: RegionCanvasProps) {
  const container = useRef<HTMLDivElement>(null);
  const hint = useId();
  const stage = useView((state) => state.stage);
  const pixelRatio = usePixelRatio(stage);

  const scene = useMemo<Scene>(() => {
    const index = regionIndexOf(inspection);
    const content = contentOf(image, index);
    return {
      inspection,
      image,
      matches,
      index,
      palette: paletteOf(theme, image !== null),
      pixelRatio,
      content,
      missed,
      way: way && drawnOf(way, inspection),
      thresholds,
      badges: new BadgeList(),
    };
  }, [inspection, image, matches, theme, missed, way, thresholds, pixelRatio]);

  useStageSize(container);
  useCanvasInput(container, scene);
  useEffect(() => {
    const { content, index } = scene;
    if (content) useView.getState().setContent(content, index.extent ? union(content, index.extent) : content);
  }, [scene]);

  return (
    <div className={styles.frame}>
      <div
        ref={container}
        className={styles.canvas}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset groups form controls, and this is a picture
        role="group"
        aria-label="Image with regions"
        aria-describedby={hint}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it takes arrow keys and Enter
        tabIndex={0}
      >
        {stage.width > 0 && stage.height > 0 && (
          <Stage width={stage.width} height={stage.height} listening={false}>
            <ImageLayer scene={scene} />
            <RegionLayer scene={scene} />
            <HighlightLayer scene={scene} />
          </Stage>
        )}
      </div>
      <p id={hint} className={styles.hint}>
        Arrow keys move the picture, Shift and an arrow key choose the nearest region that way, Enter zooms to it. The
        list of regions holds the same regions as text.
      </p>
      <Minimap scene={scene} />
      <Tooltip inspection={inspection} />
      {isMovable(scene) && <MovingHint />}
    </div>
  );
}
