import { MOST_CANVAS_PIXELS } from '../core/geometry/limits.ts';
import type { ImageRect, Size } from '../core/geometry/space.ts';
import type { Viewport } from '../core/geometry/viewport.ts';
import type { BadgeList } from '../core/paint/badge-list.ts';
import { planOverlay, REST } from '../core/paint/overlay-policy.ts';
import { covers, marginWithin, type Sheet, sheetOf, viewOf, withMargin } from '../core/paint/sheet.ts';
import type { Slices, SliceTarget } from '../core/paint/slices.ts';
import { OverlayBuffer } from './overlay-buffer.ts';
import type { LayerHandle } from './use-layer.ts';

/** What an overlay shows in a frame. */
export interface OverlayPicture {
  /** Of another subject nothing may stay on the screen; of the same with other content, the old one until the new one is there. */
  readonly subject: object;
  readonly content: readonly unknown[];
  readonly viewport: Viewport;
  readonly stage: Size;
  readonly pixelRatio: number;
  /** Beyond it there are no boxes. */
  readonly marks: ImageRect | null;
  readonly blend: GlobalCompositeOperation;
  /** To be told where the numbers are; null when there are none. */
  readonly badges: BadgeList | null;
  /** Whether painting this view in every frame is too dear. */
  readonly isDear: () => boolean;
  /** Paints it at once; true when another frame adds to it. */
  readonly paint: () => boolean;
  /** Paints a larger piece, in steps. */
  readonly slices: (target: SliceTarget, view: OverlayView) => Slices;
}

export interface OverlayView {
  readonly viewport: Viewport;
  readonly stage: Size;
  readonly badges: BadgeList;
}

/** CSS pixels that are painted beyond the stage on each side, and of these the part after which the next piece is begun. */
const MARGIN = 256;
const BEGIN_AFTER = 5 / 8;
/** CSS pixels that numbers reach beyond the outermost box. */
const REACH = 64;

/**
 * Boxes that are too many to be drawn in every frame: painted once, a little larger than the stage, and moved with the
 * picture. While one piece is shown the next is painted beside it, a slice a frame.
 */
export class Overlay {
  readonly #buffers = [new OverlayBuffer(), new OverlayBuffer()] as const;
  readonly #clock: () => number;
  #front: OverlayBuffer = this.#buffers[0];
  #back: OverlayBuffer = this.#buffers[1];
  #pixels = new Uint32Array(0);
  #job: { readonly slices: Slices; readonly on: OverlayBuffer } | null = null;
  #complete = false;
  #of: Pick<OverlayPicture, 'subject' | 'content' | 'pixelRatio'> | null = null;
  #scale = 0;
  #zoomedAt = -Infinity;
  #timer = 0;

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** Draws the picture with the least work and asks the layer for another frame while there is something left to do. */
  draw(context: CanvasRenderingContext2D, picture: OverlayPicture, layer: LayerHandle): void {
    const { viewport, stage, pixelRatio, marks } = picture;
    clearTimeout(this.#timer);
    this.#adopt(picture);
    picture.badges?.clear();
    const seen = sheetOf(viewport, stage, pixelRatio);
    const reach = REACH * pixelRatio;
    const needed = marks && withMargin(seen, 0, marks, reach);
    if (!marks || !needed) return;
    const shown = this.#front.sheet;
    if (!(shown && this.#complete && covers(shown, needed)) && !picture.isDear()) {
      this.#job = null;
      if (picture.paint()) layer.again();
      return;
    }
    this.#noteZoom(seen.scale);
    const margin = marginWithin(seen, MARGIN * pixelRatio, MOST_CANVAS_PIXELS);
    const rested = this.#clock() - this.#zoomedAt;
    const next = planOverlay({
      shown,
      stale: !this.#complete,
      making: this.#job?.on.sheet ?? null,
      needed,
      near: withMargin(seen, Math.floor(margin * (1 - BEGIN_AFTER)), marks, reach) ?? needed,
      rested,
    });
    if (next === 'begin') this.#begin(withMargin(seen, margin, marks, reach) ?? needed, picture);
    if (this.#job) this.#advance(needed, layer);
    else if (next === 'wait') this.#timer = window.setTimeout(layer.again, REST - rested);
    this.#lay(context, seen, picture);
    if (this.#job) layer.again();
  }

  /** Frees everything. What is drawn after that is painted anew. Costs nothing where there is nothing to free. */
  dispose(): void {
    if (!this.#of) return;
    clearTimeout(this.#timer);
    this.#forget();
    for (const buffer of this.#buffers) buffer.dispose();
    this.#pixels = new Uint32Array(0);
    this.#of = null;
  }

  #adopt({ subject, content, pixelRatio }: OverlayPicture): void {
    const before = this.#of;
    if (before && before.subject === subject && before.pixelRatio === pixelRatio) {
      if (content.every((part, at) => part === before.content[at])) return;
      this.#job = null;
      this.#complete = false;
    } else this.#forget();
    this.#of = { subject, content, pixelRatio };
  }

  #forget(): void {
    this.#job = null;
    this.#complete = false;
    for (const buffer of this.#buffers) buffer.clear();
  }

  #noteZoom(scale: number): void {
    if (scale === this.#scale) return;
    // The first view of all is at rest.
    if (this.#scale !== 0) this.#zoomedAt = this.#clock();
    this.#scale = scale;
  }

  #begin(sheet: Sheet, picture: OverlayPicture): void {
    const pixels = (sheet.x2 - sheet.x1) * (sheet.y2 - sheet.y1);
    if (this.#pixels.length < pixels) this.#pixels = new Uint32Array(pixels);
    const on = this.#back;
    const target = on.start(sheet, picture.pixelRatio, this.#pixels);
    this.#job = { on, slices: picture.slices(target, { ...viewOf(sheet, picture.pixelRatio), badges: on.badges }) };
  }

  /** One step; shows what has come of it when it is finished, or when it is better than what is shown. */
  #advance(needed: Sheet, layer: LayerHandle): void {
    const job = this.#job;
    if (!job) return;
    const { done, value: presentable } = job.slices.next();
    const shown = this.#front.sheet;
    const serves = shown !== null && this.#complete && covers(shown, needed);
    if (job.on === this.#back && (done || (presentable && !serves))) {
      [this.#front, this.#back] = [this.#back, this.#front];
      this.#complete = false;
    }
    if (!done) return;
    this.#job = null;
    this.#complete = true;
    // Numbers may stand elsewhere now.
    layer.redrawAbove();
  }

  /** Lays the front buffer under the view: by whole device pixels where it has its scale. */
  #lay(context: CanvasRenderingContext2D, seen: Sheet, { blend, pixelRatio, badges }: OverlayPicture): void {
    const { sheet, canvas } = this.#front;
    if (!sheet || !canvas) return;
    const by = seen.scale / sheet.scale;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = blend;
    context.imageSmoothingEnabled = by !== 1;
    const [x, y] = [sheet.x1 * by - seen.x1, sheet.y1 * by - seen.y1];
    const [width, height] = [sheet.x2 - sheet.x1, sheet.y2 - sheet.y1];
    context.drawImage(canvas, 0, 0, width, height, x, y, width * by, height * by);
    context.restore();
    if (by === 1) badges?.borrow(this.#front.badges, x / pixelRatio, y / pixelRatio);
  }
}
