import { type FrameDrag, dragFrame, type FrameGrip } from '../core/geometry/frame-drag.ts';
import { type FrameSetting, frameOf, isSameSetting } from '../core/geometry/frame-setting.ts';
import { treeExtent, treeOf } from '../core/geometry/region-tree.ts';
import type { ImagePoint, ScreenPoint } from '../core/geometry/space.ts';
import { toImage } from '../core/geometry/viewport.ts';
import { frameHandles, type FrameHandles, gripAt, isFalling } from '../core/paint/frame-handles.ts';
import { currentInspection, useInspections } from '../state/inspections.ts';
import { useView } from '../state/view-store.ts';
import type { Grasp } from './gestures.ts';
import type { Scene } from './scene.ts';

/** Up to so many regions all of the page follows the hand, at most once in so many milliseconds; beyond, when it lets go. */
const FOLLOWED_UP_TO = 5_000;
const TELL_EVERY = 120;
/** Image pixels an arrow key moves by. */
const STEP = { fine: 1, coarse: 10 };

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves the regions against the image, by pointer and by keys, while `moving` is on. One gesture is one step of Undo. */
export interface FrameHand {
  /** Whether there is something to move now. */
  readonly isOn: () => boolean;
  /** How the pointer looks over a point: what a press there would do. */
  readonly lookAt: (point: ScreenPoint) => 'move' | 'turn' | 'falling' | 'rising';
  readonly grasp: (point: ScreenPoint, touch: boolean) => Grasp;
  /** A key on the canvas; true when it was one of these. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** A key is let go of. With the last arrow key, what they did is one step. */
  readonly release: (key: string) => void;
  /** The focus is elsewhere now: keys that are let go of are not told any more. */
  readonly rest: () => void;
  /** Ends moving. What was done by keys that are still held is kept, or all is put back to where moving began, as one step. */
  readonly end: (how: 'keep' | 'put back') => void;
  /** Puts back the drag under way; without one all, and ends moving. */
  readonly escape: () => void;
  /** The canvas goes away. */
  readonly leave: () => void;
}

export function createFrameHand(sceneNow: () => Scene): FrameHand {
  let held: Held | null = null;
  let nudged: ImagePoint = { x: 0, y: 0 };
  const down = new Set<string>();
  let began = startNow();
  const unsubscribe = useView.subscribe(({ moving }, before) => {
    if (moving && !before.moving) began = startNow();
  });

  const isOn = () => useView.getState().moving && isMovable(sceneNow());
  const letGo = (how: 'keep' | 'put back') => {
    held?.letGo(how);
    held = null;
  };
  const take = (grip: FrameGrip, from: ImagePoint): Held | null => {
    letGo('keep');
    held = hold(sceneNow(), grip, from);
    return held;
  };
  const rest = () => {
    down.clear();
    if (held?.byKeys) letGo('keep');
  };
  const end = (how: 'keep' | 'put back') => {
    // Held keys put back with the rest: else the way back would be two steps.
    letGo(how);
    if (how === 'put back') began.putBack();
    useView.getState().setMoving(false);
  };

  return {
    isOn,
    lookAt(point) {
      const handles = handlesOf(sceneNow());
      const grip = handles ? gripAt(handles, point) : 'all';
      if (!handles || grip === 'all') return 'move';
      if (grip === 'turn') return 'turn';
      return isFalling(handles, grip) ? 'falling' : 'rising';
    },
    grasp(point, touch) {
      const handles = handlesOf(sceneNow());
      const { viewport } = useView.getState();
      const mine = take(handles ? gripAt(handles, point, touch) : 'all', toImage(point, viewport));
      // Keys may have ended it, or taken hold themselves.
      const now = () => (held === mine ? mine : null);
      return {
        move: (to, free) => now()?.to(toImage(to, useView.getState().viewport), free),
        letGo: () => now() && letGo('keep'),
      };
    },
    key(event) {
      const arrow = ARROWS[event.key];
      if (!arrow) return false;
      down.add(event.key);
      if (!held?.byKeys) {
        nudged = { x: 0, y: 0 };
        const mine = take('all', nudged);
        if (mine) mine.byKeys = true;
      }
      const step = event.shiftKey ? STEP.coarse : STEP.fine;
      nudged = { x: nudged.x + arrow[0] * step, y: nudged.y + arrow[1] * step };
      held?.to(nudged, false);
      return true;
    },
    release(key) {
      if (down.delete(key) && down.size === 0 && held?.byKeys) letGo('keep');
    },
    rest,
    end,
    escape() {
      if (held && !held.byKeys) letGo('put back');
      else end('put back');
    },
    leave() {
      rest();
      unsubscribe();
    },
  };
}

/** The frame at this moment, and what puts it back as one step of Undo; for other pixels it would be another frame. */
function startNow(): { readonly putBack: () => void } {
  const { frame, key, image, rawPixels } = currentInspection(useInspections.getState());
  return {
    putBack() {
      const now = currentInspection(useInspections.getState());
      const isSame = now.key === key && now.image === image && now.rawPixels === rawPixels;
      const start = frame.from ?? frame.setting;
      if (isSame && !isSameSetting(now.frame.setting, start)) useInspections.getState().setFrame(start);
    },
  };
}

export function isMovable({ image, index }: Scene): boolean {
  return image !== null && index.extent !== null;
}

function handlesOf({ inspection: { regions, frame } }: Scene): FrameHandles | null {
  const extent = treeExtent(treeOf(regions));
  const { viewport, liveFrame } = useView.getState();
  return extent && frameHandles(liveFrame ?? frame, extent, viewport);
}

interface Held {
  byKeys: boolean;
  to(point: ImagePoint, free: boolean): void;
  letGo(how: 'keep' | 'put back'): void;
}

/** The gesture itself. It ends where the picture changed under it. */
function hold({ image, inspection: { regions } }: Scene, grip: FrameGrip, from: ImagePoint): Held | null {
  const extent = treeExtent(treeOf(regions));
  if (!image || !extent) return null;
  const { size } = image;
  const { frame, ...open } = currentInspection(useInspections.getState());
  const start = frame.setting;
  const drag: FrameDrag = { grip, setting: start, size, extent, from };
  const isSame = () => {
    const now = currentInspection(useInspections.getState());
    return now.key === open.key && now.image === open.image && now.rawPixels === open.rawPixels;
  };
  let now: FrameSetting = start;
  let told = performance.now();
  return {
    byKeys: false,
    to(point, free) {
      if (!isSame()) return;
      now = dragFrame(drag, point, free);
      useView.getState().setLiveFrame(frameOf(now, size));
      if (regions.count > FOLLOWED_UP_TO || performance.now() - told < TELL_EVERY) return;
      told = performance.now();
      useInspections.getState().setFrame(now, 'live');
    },
    letGo(how) {
      useView.getState().setLiveFrame(null);
      if (!isSame()) return;
      const { setFrame } = useInspections.getState();
      const end = how === 'keep' ? now : start;
      const { setting, from: begun } = currentInspection(useInspections.getState()).frame;
      if (begun !== null || !isSameSetting(setting, end)) setFrame(end);
    },
  };
}
