import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { encloses, grown, overlaps } from '../core/geometry/rect.ts';
import type { ImageRect, Size } from '../core/geometry/space.ts';
import { rectToScreen, visibleRect } from '../core/geometry/viewport.ts';
import { minimapPoint, minimapSize, minimapView } from '../core/paint/minimap.ts';
import { imageRectOf, type Inspection, isDrawable } from '../core/inspection/inspection.ts';
import { useView, type ViewState } from '../state/view-store.ts';
import { capture } from './gestures.ts';
import { drawSheet } from './minimap-sheet.ts';
import styles from './region-canvas.module.css';
import type { Scene } from './scene.ts';

const LONGEST = 176;
/** Of the stage's shorter side, what the minimap may cover at most. */
const SHARE = 0.3;
/** From the edges of the stage, borders included, in CSS pixels: as in the style sheet. */
const MARGIN = 18;

/** The whole sheet in a corner with a frame round what the stage shows; there only while some of it is out of sight. */
export function Minimap({ scene }: { readonly scene: Scene }) {
  const needed = useView((state) => !seesAll(state));
  return scene.content && needed ? <MinimapOf scene={scene} content={scene.content} /> : null;
}

function MinimapOf({ scene, content }: { readonly scene: Scene; readonly content: ImageRect }) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const stage = useView((state) => state.stage);
  const size = useMemo(() => minimapSize(content, limitsOn(stage)), [content, stage]);

  const { inspection, image, index, palette, pixelRatio } = scene;
  // The sheet is drawn once; panning moves the frame, which costs no drawing at all.
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return undefined;
    element.width = Math.round(size.width * pixelRatio);
    element.height = Math.round(size.height * pixelRatio);
    element.style.width = `${size.width}px`;
    element.style.height = `${size.height}px`;
    const stop = drawSheet(context, { inspection, image, index, palette, pixelRatio }, content, size);
    return () => {
      stop();
      // Frees the pixels now, not when the collector comes by.
      element.width = 0;
      element.height = 0;
    };
  }, [inspection, image, index, palette, pixelRatio, content, size]);

  useLayoutEffect(() => {
    const place = () => {
      const view = useView.getState();
      if (frame.current) placeFrame(frame.current, content, size, view);
      if (holder.current) holder.current.dataset['corner'] = freeCorner(inspection, size, view);
    };
    place();
    return useView.subscribe((now, before) => {
      const moved = now.viewport !== before.viewport || now.stage !== before.stage;
      if (moved || now.selection !== before.selection) place();
    });
  }, [inspection, content, size]);

  useEffect(() => (holder.current ? attachDrag(holder.current, content, size) : undefined), [content, size]);

  return (
    <div ref={holder} className={styles.minimap} aria-hidden="true" data-testid="minimap">
      <canvas ref={canvas} />
      <div ref={frame} className={styles.minimapFrame} />
    </div>
  );
}

function limitsOn({ width, height }: Size): Size {
  const side = Math.min(LONGEST, Math.round(Math.min(width, height) * SHARE));
  return { width: side, height: side };
}

function seesAll({ viewport, stage, content }: ViewState): boolean {
  return encloses(grown(visibleRect(viewport, stage), 1 / viewport.scale), content);
}

function placeFrame(frame: HTMLElement, content: ImageRect, size: Size, { viewport, stage }: ViewState): void {
  const seen = rectToScreen(visibleRect(viewport, stage), minimapView(content, size));
  const x1 = Math.max(seen.x1, 0);
  const y1 = Math.max(seen.y1, 0);
  frame.style.transform = `translate(${x1}px, ${y1}px)`;
  frame.style.width = `${Math.max(Math.min(seen.x2, size.width) - x1, 4)}px`;
  frame.style.height = `${Math.max(Math.min(seen.y2, size.height) - y1, 4)}px`;
}

/** Bottom right; top left while the active region would lie under the minimap there and does not here. */
function freeCorner(inspection: Inspection, size: Size, { selection, viewport, stage }: ViewState): Corner {
  const { active } = selection;
  if (active === null || !isDrawable(inspection, active)) return 'bottom-right';
  const on = rectToScreen(imageRectOf(inspection, active), viewport);
  const width = size.width + MARGIN;
  const height = size.height + MARGIN;
  const under = overlaps(on, { x1: stage.width - width, y1: stage.height - height, x2: stage.width, y2: stage.height });
  return under && !overlaps(on, { x1: 0, y1: 0, x2: width, y2: height }) ? 'top-left' : 'bottom-right';
}

type Corner = 'bottom-right' | 'top-left';

/** A press or a drag on the minimap puts that place in the middle of the stage. */
function attachDrag(element: HTMLElement, content: ImageRect, size: Size): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const go = (event: PointerEvent) => {
    const { left, top } = element.getBoundingClientRect();
    const x = event.clientX - left - element.clientLeft;
    const y = event.clientY - top - element.clientTop;
    const point = minimapPoint(content, size, x, y);
    useView.getState().centreOn(point.x, point.y);
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      capture(element, event.pointerId);
      go(event);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (element.hasPointerCapture(event.pointerId)) go(event);
    },
    { signal },
  );
  return () => listening.abort();
}
