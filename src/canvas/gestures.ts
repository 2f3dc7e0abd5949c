import type { ScreenPoint } from '../core/geometry/space.ts';

/** What the hand does on the canvas. Points and distances in CSS pixels of the element. */
export interface Gestures {
  /** The pointer is over `point` with no button pressed; null: it left, or is busy panning. */
  hover(point: ScreenPoint | null): void;
  click(point: ScreenPoint, how: ClickKind): void;
  doubleClick(point: ScreenPoint): void;
  panBy(dx: number, dy: number): void;
  zoomBy(factor: number, at: ScreenPoint): void;
  panning(on: boolean): void;
  /** A press with the first button takes hold of something other than the picture; null: a drag pans. */
  grasp(point: ScreenPoint, touch: boolean): Grasp | null;
}

/** Something that is dragged. */
export interface Grasp {
  /** `free`: Shift is held. */
  move(point: ScreenPoint, free: boolean): void;
  letGo(): void;
}

export interface ClickKind {
  /** Ctrl or Cmd: add or remove. */
  readonly toggle: boolean;
  /** Shift: everything up to here. */
  readonly extend: boolean;
  /** The second of a double click: not a new choice. */
  readonly again: boolean;
  /** A finger: less exact than a mouse. */
  readonly touch: boolean;
}

/** A hand is not still while it clicks: less than this is not a drag. */
const STILL = { mouse: 4, touch: 9 };
const ZOOM_PER_PIXEL = 0.0015;
/** Trackpads send a pinch as small wheel steps with Ctrl. */
const ZOOM_PER_PINCH = 0.01;
/** One notch never zooms by more than this, whatever the mouse reports. */
const MOST_PER_EVENT = 1.25;
const PIXELS_PER_LINE = 16;

/** Listens on the element until the returned function is called. */
export function attachGestures(element: HTMLElement, on: Gestures): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const held = new Map<number, ScreenPoint>();
  let from: ScreenPoint = { x: 0, y: 0 };
  let moved = false;
  let grasp: Grasp | null = null;
  /** With it a drag pans, as in drawing programs. */
  let space = false;

  const letGo = () => {
    grasp?.letGo();
    grasp = null;
  };

  const pointOf = (event: MouseEvent): ScreenPoint => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };

  const press = (event: PointerEvent) => {
    if (event.button > 1) return;
    // A middle press would start the browser's own scrolling.
    if (event.button === 1) event.preventDefault();
    capture(element, event.pointerId);
    held.set(event.pointerId, pointOf(event));
    moved = held.size > 1;
    from = pointOf(event);
    letGo();
    if (moved) on.panning(true);
    else if (event.button === 0 && !space) grasp = on.grasp(from, event.pointerType !== 'mouse');
  };

  const move = (event: PointerEvent) => {
    const point = pointOf(event);
    const before = held.get(event.pointerId);
    if (!before) {
      on.hover(point);
      return;
    }
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    held.set(event.pointerId, point);
    if (other) pinch(on, before, point, other);
    else if (moved && grasp) grasp.move(point, event.shiftKey);
    else if (moved) on.panBy(point.x - before.x, point.y - before.y);
    else if (distance(from, point) > (event.pointerType === 'mouse' ? STILL.mouse : STILL.touch)) {
      moved = true;
      on.hover(null);
      if (grasp) {
        grasp.move(point, event.shiftKey);
        return;
      }
      on.panning(true);
      on.panBy(point.x - from.x, point.y - from.y);
    }
  };

  const release = (event: PointerEvent) => {
    if (!held.delete(event.pointerId)) return;
    letGo();
    if (held.size === 0) on.panning(false);
  };

  const click = (event: MouseEvent) => {
    if (moved || event.button !== 0) return;
    on.click(pointOf(event), {
      toggle: event.ctrlKey || event.metaKey,
      extend: event.shiftKey,
      again: event.detail > 1,
      touch: event instanceof PointerEvent && event.pointerType === 'touch',
    });
  };

  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 0 ? 1 : PIXELS_PER_LINE);
    const factor = Math.exp(-pixels * (event.ctrlKey ? ZOOM_PER_PINCH : ZOOM_PER_PIXEL));
    on.zoomBy(Math.min(Math.max(factor, 1 / MOST_PER_EVENT), MOST_PER_EVENT), pointOf(event));
  };

  const key = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    space = event.type === 'keydown';
    // Or the page would scroll.
    event.preventDefault();
  };

  element.addEventListener('keydown', key, { signal });
  element.addEventListener('keyup', key, { signal });
  element.addEventListener('blur', () => (space = false), { signal });
  element.addEventListener('pointerdown', press, { signal });
  element.addEventListener('pointermove', move, { signal });
  element.addEventListener('pointerup', release, { signal });
  element.addEventListener('pointercancel', release, { signal });
  element.addEventListener('lostpointercapture', release, { signal });
  element.addEventListener('pointerleave', () => on.hover(null), { signal });
  element.addEventListener('click', click, { signal });
  element.addEventListener('dblclick', (event) => moved || on.doubleClick(pointOf(event)), { signal });
  // React's own wheel listener is passive, and the page would scroll or zoom as well.
  element.addEventListener('wheel', wheel, { signal, passive: false });
  return () => {
    letGo();
    listening.abort();
  };
}

/** Two fingers: the picture stays under both of them. */
function pinch(on: Gestures, before: ScreenPoint, now: ScreenPoint, other: ScreenPoint): void {
  const apart = distance(before, other);
  const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
  on.panBy((now.x - before.x) / 2, (now.y - before.y) / 2);
  if (apart > 0) on.zoomBy(distance(now, other) / apart, middle);
}

function distance(one: ScreenPoint, other: ScreenPoint): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Capture keeps a drag alive outside the canvas. A pointer that is gone already cannot be captured, which is no loss. */
export function capture(element: HTMLElement, pointer: number): void {
  try {
    element.setPointerCapture(pointer);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
