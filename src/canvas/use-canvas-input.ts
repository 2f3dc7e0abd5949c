import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { toImage } from '../core/geometry/viewport.ts';
import { allItems } from '../core/inspection/listed.ts';
import { extendTo, NOTHING_SELECTED, selectOnly, toggleItem } from '../core/inspection/selection.ts';
import { reportPointer } from '../state/pointer-store.ts';
import { zoomToItem } from '../state/show-item.ts';
import { useView } from '../state/view-store.ts';
import { canvasKey } from './canvas-keys.ts';
import { attachGestures, type Gestures } from './gestures.ts';
import { createClickCycle, hitsAt, pointedAt } from './pick.ts';
import type { Scene } from './scene.ts';

/** What a double click on empty paper enlarges by. */
const STEP_IN = 2;

/** Mouse, fingers and keys on the canvas. The listeners stay while scenes come and go, so that no drag is cut off. */
export function useCanvasInput(container: RefObject<HTMLElement | null>, scene: Scene): void {
  const latest = useRef(scene);
  useLayoutEffect(() => {
    latest.current = scene;
  }, [scene]);

  const { image, inspection, content } = scene;
  const place = content && Object.values(content).join(' ');
  // Where the mouse rests is another place of another picture; it is told again when the mouse moves.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- they say when, not what
  useEffect(() => reportPointer(null), [image, inspection.regions, place]);

  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const detach = attachGestures(
      element,
      gesturesOn(element, () => latest.current),
    );
    const press = (event: KeyboardEvent) => {
      if (event.target === element && canvasKey(event, latest.current)) event.preventDefault();
    };
    element.addEventListener('keydown', press);
    return () => {
      detach();
      element.removeEventListener('keydown', press);
      useView.getState().setHover(null);
      reportPointer(null);
    };
  }, [container]);
}

function gesturesOn(element: HTMLElement, sceneNow: () => Scene): Gestures {
  const pick = createClickCycle();
  let panning = false;
  const pointer = (over: number | null) => {
    element.dataset['pointer'] = panning ? 'panning' : over === null ? 'free' : 'region';
  };
  return {
    hover(point) {
      const { viewport, setHover, blink } = useView.getState();
      const at = point && toImage(point, viewport);
      const over = at && !blink ? pointedAt(sceneNow().index, at, viewport.scale) : null;
      reportPointer(at);
      setHover(over);
      pointer(over);
    },
    click(point, { toggle, extend, again, touch }) {
      const { viewport, selection, select } = useView.getState();
      const { inspection, index, matches } = sceneNow();
      const hits = hitsAt(index, toImage(point, viewport), viewport.scale, touch);
      if (toggle || extend) {
        const [item] = hits;
        if (item === undefined || again) return;
        select(
          toggle ? toggleItem(selection, item) : extendTo(selection, item, matches ?? allItems(inspection.itemCount)),
        );
        return;
      }
      const item = pick(hits, point, again);
      if (item !== null) select(selectOnly(item));
      else if (selection.count > 0) select(NOTHING_SELECTED);
    },
    doubleClick(point) {
      const { viewport, selection, zoomBy } = useView.getState();
      const { inspection, index } = sceneNow();
      const hits = hitsAt(index, toImage(point, viewport), viewport.scale);
      const item = selection.active !== null && hits.includes(selection.active) ? selection.active : hits[0];
      if (item === undefined) zoomBy(STEP_IN, point);
      else zoomToItem(inspection, item);
    },
    panBy: (dx, dy) => useView.getState().panBy(dx, dy),
    zoomBy: (factor, at) => useView.getState().zoomBy(factor, at),
    panning(on) {
      panning = on;
      if (on) useView.getState().setHover(null);
      pointer(null);
    },
  };
}
