import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { toImage } from '../core/geometry/viewport.ts';
import { shownItems } from '../core/inspection/levels-shown.ts';
import { allItems } from '../core/inspection/listed.ts';
import { extendTo, NOTHING_SELECTED, selectOnly, toggleItem } from '../core/inspection/selection.ts';
import { numberNext } from '../state/number-next.ts';
import { reportPointer } from '../state/pointer-store.ts';
import { zoomToItem } from '../state/show-item.ts';
import { useView } from '../state/view-store.ts';
import { canvasKey } from './canvas-keys.ts';
import { createFrameHand, type FrameHand } from './frame-hand.ts';
import { attachGestures, type Gestures } from './gestures.ts';
import { followMoving } from './moving-focus.ts';
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
    const hand = createFrameHand(() => latest.current);
    const detach = attachGestures(
      element,
      gesturesOn(element, () => latest.current, hand),
    );
    const unlisten = listenToKeys(element, () => latest.current, hand);
    const unfollow = followMoving(element, element.parentElement ?? element);
    return () => {
      detach();
      unlisten();
      unfollow();
      hand.leave();
      useView.getState().setHover(null);
      reportPointer(null);
    };
  }, [container]);
}

function listenToKeys(element: HTMLElement, sceneNow: () => Scene, hand: FrameHand): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const press = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const known = plain && hand.isOn() && hand.key(event);
    if (event.target === element && (known || canvasKey(event, sceneNow()))) event.preventDefault();
  };
  /** Wherever the focus is, but in a field, a dialog or a menu; before Escape takes back what is selected. */
  const finish = (event: KeyboardEvent) => {
    const isEnd = event.key === 'Escape' || (event.key === 'Enter' && event.target === element);
    if (!isEnd || !hand.isOn() || isElsewhere(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    // Held down a little too long on the button that began it.
    if (event.repeat) return;
    if (event.key === 'Enter') hand.end('keep');
    else hand.escape();
  };
  element.addEventListener('keydown', press, { signal });
  element.addEventListener('keyup', ({ key }) => hand.release(key), { signal });
  element.addEventListener('blur', () => hand.rest(), { signal });
  addEventListener('keydown', finish, { signal, capture: true });
  return () => listening.abort();
}

/** Escape in these is theirs; a box that is ticked or a button needs none. */
const TYPED_INTO = 'input:not([type="checkbox"], [type="radio"], [type="file"], [type="button"]), select, textarea';

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [role="menu"]')) return true;
  return target instanceof Element && target.closest(TYPED_INTO) !== null;
}

function gesturesOn(element: HTMLElement, sceneNow: () => Scene, hand: FrameHand): Gestures {
  const pick = createClickCycle();
  let panning = false;
  const pointer = (over: number | null, look?: ReturnType<FrameHand['lookAt']>) => {
    element.dataset['pointer'] = panning ? 'panning' : (look ?? (over === null ? 'free' : 'region'));
  };
  return {
    hover(point) {
      const { viewport, setHover, blink } = useView.getState();
      const at = point && toImage(point, viewport);
      const isMoving = hand.isOn();
      const over = at && !blink && !isMoving ? pointedAt(sceneNow().index, at, viewport.scale) : null;
      reportPointer(at);
      setHover(over);
      if (!isMoving) pointer(over);
      else if (point) pointer(null, hand.lookAt(point));
    },
    click(point, { toggle, extend, again, touch }) {
      if (hand.isOn()) return;
      const { viewport, selection, select } = useView.getState();
      const { inspection, index, matches } = sceneNow();
      const hits = hitsAt(index, toImage(point, viewport), viewport.scale, touch);
      if (toggle || extend) {
        const [item] = hits;
        if (item === undefined || again) return;
        select(
          toggle
            ? toggleItem(selection, item)
            : extendTo(selection, item, matches ?? shownItems(inspection) ?? allItems(inspection.itemCount)),
        );
        return;
      }
      const item = pick(hits, point, again);
      if (item !== null && !again) numberNext(inspection.regions, item);
      if (item !== null) select(selectOnly(item));
      else if (selection.count > 0) select(NOTHING_SELECTED);
    },
    doubleClick(point) {
      if (hand.isOn()) return;
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
    grasp: (point, touch) => (hand.isOn() ? hand.grasp(point, touch) : null),
  };
}
