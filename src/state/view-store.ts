import { create } from 'zustand';
import { contains, encloses } from '../core/geometry/rect.ts';
import type { Affine } from '../core/geometry/affine.ts';
import type { ImageRect, ScreenPoint, Size } from '../core/geometry/space.ts';
import {
  fillStage,
  fit,
  keepInSight,
  reveal,
  scaleLimits,
  type Viewport,
  zoomAt,
  zoomToRect,
} from '../core/geometry/viewport.ts';
import type { LintId } from '../core/lint/kinds.ts';
import { NOTHING_SELECTED, type Selection } from '../core/inspection/selection.ts';

/** What the person sees and points at. Choices only: nothing here came from a server. */
export interface ViewState {
  readonly viewport: Viewport;
  /** Size of the canvas in CSS pixels; 0 x 0 until it is laid out. */
  readonly stage: Size;
  /** What `fit` shows: the image, or the extent of the regions when there is none. */
  readonly content: ImageRect;
  /** What can be panned to: the content, and regions that lie outside it. */
  readonly bounds: ImageRect;
  /** The viewport follows `fit` on resize until the person moves it. */
  readonly fitted: boolean;
  readonly selection: Selection;
  readonly hover: number | null;
  readonly search: string;
  /** Kinds of findings that the list is narrowed to, any of them; none: it is not. */
  readonly filter: readonly LintId[];
  readonly labels: boolean;
  readonly text: boolean;
  readonly order: boolean;
  /** The overlay is blinked away while the key is held. */
  readonly blink: boolean;
  /** Dragging on the canvas moves the regions against the image: the frame is set by hand. */
  readonly moving: boolean;
  /** Where a hand that moves them has them now. The canvas alone follows it: all else is told when it lets go, or now and then. */
  readonly liveFrame: Affine | null;
  /** Ink that no region covers is marked, once it is known. */
  readonly missedInk: boolean;
}

export interface ViewActions {
  readonly setStage: (stage: Size) => void;
  readonly setContent: (content: ImageRect, bounds?: ImageRect) => void;
  readonly fit: () => void;
  readonly actualSize: () => void;
  readonly zoomBy: (factor: number, at?: ScreenPoint) => void;
  readonly panBy: (dx: number, dy: number) => void;
  /** Puts the image point in the middle of the stage. */
  readonly centreOn: (x: number, y: number) => void;
  /** Puts the box in the middle, as large as it can be, `mostHeight` CSS pixels at most. Never smaller than it is, if all of it fits. */
  readonly zoomTo: (rect: ImageRect, mostHeight?: number) => void;
  readonly reveal: (rect: ImageRect) => void;
  readonly select: (selection: Selection) => void;
  readonly setHover: (item: number | null) => void;
  readonly setSearch: (search: string) => void;
  readonly setFilter: (filter: readonly LintId[]) => void;
  /** No search and no filter any more. */
  readonly showAll: () => void;
  readonly toggle: (what: 'labels' | 'text' | 'order' | 'missedInk') => void;
  readonly setBlink: (blink: boolean) => void;
  readonly setMoving: (moving: boolean) => void;
  readonly setLiveFrame: (frame: Affine | null) => void;
  /** Another inspection is shown: selection, search, filter and hover start afresh, moving ends; toggles stay. */
  readonly reset: () => void;
}

const NO_CONTENT: ImageRect = { x1: 0, y1: 0, x2: 1, y2: 1 };

const START: ViewState = {
  viewport: { scale: 1, x: 0, y: 0 },
  stage: { width: 0, height: 0 },
  content: NO_CONTENT,
  bounds: NO_CONTENT,
  fitted: true,
  selection: NOTHING_SELECTED,
  hover: null,
  search: '',
  filter: [],
  labels: true,
  text: false,
  order: false,
  blink: false,
  moving: false,
  liveFrame: null,
  missedInk: false,
};

export const useView = create<ViewState & ViewActions>()((set, get) => {
  const move = (viewport: Viewport) => {
    const { bounds, stage } = get();
    set({ viewport: keepInSight(viewport, bounds, stage), fitted: false });
  };
  const middle = (): ScreenPoint => ({ x: get().stage.width / 2, y: get().stage.height / 2 });
  const fitNow = (stage: Size, content: ImageRect) =>
    set({ stage, content, viewport: fit(content, stage), fitted: true });

  return {
    ...START,
    setStage: (stage) => {
      const { content, bounds, fitted, viewport, stage: before } = get();
      if (stage.width === before.width && stage.height === before.height) return;
      if (fitted) fitNow(stage, content);
      else set({ stage, viewport: keepInSight(viewport, bounds, stage) });
    },
    setContent: (content, bounds = content) => {
      set({ bounds });
      const before = get().content;
      if (!(encloses(before, content) && encloses(content, before))) fitNow(get().stage, content);
    },
    fit: () => fitNow(get().stage, get().content),
    actualSize: () => {
      const { viewport } = get();
      move(zoomAt(viewport, 1 / viewport.scale, middle(), { min: 0, max: Infinity }));
    },
    zoomBy: (factor, at) => {
      const { viewport, content, stage } = get();
      move(zoomAt(viewport, factor, at ?? middle(), scaleLimits(content, stage)));
    },
    panBy: (dx, dy) => {
      const { viewport } = get();
      move({ ...viewport, x: viewport.x + dx, y: viewport.y + dy });
    },
    centreOn: (x, y) => {
      const { viewport, content, bounds, stage } = get();
      const centred = {
        ...viewport,
        x: stage.width / 2 - x * viewport.scale,
        y: stage.height / 2 - y * viewport.scale,
      };
      move(fillStage(centred, contains(content, { x, y }) ? content : bounds, stage));
    },
    zoomTo: (rect, mostHeight) => {
      const { viewport, content, bounds, stage } = get();
      const most = zoomToRect(rect, stage, Infinity, Infinity);
      const wanted = zoomToRect(rect, stage, mostHeight);
      const scale = Math.max(wanted.scale, Math.min(viewport.scale, most.scale));
      const zoomed = zoomAt(wanted, scale / wanted.scale, middle(), { min: 0, max: Infinity });
      move(fillStage(zoomed, encloses(content, rect) ? content : bounds, stage));
    },
    reveal: (rect) => {
      const { viewport, stage } = get();
      const next = reveal(viewport, rect, stage);
      if (next !== viewport) move(next);
    },
    select: (selection) => set({ selection }),
    setHover: (hover) => {
      if (get().hover !== hover) set({ hover });
    },
    setSearch: (search) => set({ search }),
    setFilter: (filter) => set({ filter }),
    showAll: () => set({ search: '', filter: [] }),
    toggle: (what) => set((state) => ({ [what]: !state[what] })),
    setBlink: (blink) => {
      if (get().blink !== blink) set({ blink });
    },
    setMoving: (moving) => {
      if (get().moving !== moving) set({ moving });
    },
    setLiveFrame: (liveFrame) => set({ liveFrame }),
    reset: () =>
      set({
        selection: NOTHING_SELECTED,
        hover: null,
        moving: false,
        liveFrame: null,
        search: '',
        filter: [],
        content: NO_CONTENT,
        bounds: NO_CONTENT,
        fitted: true,
      }),
  };
});
