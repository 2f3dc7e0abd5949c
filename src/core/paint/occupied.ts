import type { Size } from '../geometry/space.ts';
import type { Viewport } from '../geometry/viewport.ts';

/** CSS pixels a side of one cell. */
const CELL = 4;
/** Things may stand this far outside the stage and still count. */
const MARGIN = 32;

const INK = 1;
const BADGE = 2;

/**
 * Which parts of the stage are taken: by text of the page (ink) and by badges. Kept in cells of a few pixels, which are
 * fixed to the image and not to the stage, so that panning does not make badges come and go.
 */
export class Occupied {
  #cells = new Uint8Array(0);
  #columns = 0;
  #rows = 0;
  #left = 0;
  #top = 0;

  clear(stage: Size, viewport: Viewport): void {
    this.#columns = Math.ceil((stage.width + 2 * MARGIN) / CELL) + 1;
    this.#rows = Math.ceil((stage.height + 2 * MARGIN) / CELL) + 1;
    this.#left = Math.floor((-MARGIN - viewport.x) / CELL) * CELL + viewport.x;
    this.#top = Math.floor((-MARGIN - viewport.y) / CELL) * CELL + viewport.y;
    const cells = this.#columns * this.#rows;
    if (this.#cells.length < cells) this.#cells = new Uint8Array(cells);
    else this.#cells.fill(0, 0, cells);
  }

  /** Text stands here. Edges are rounded to cells, so that what only touches it is not in its way. */
  addInk(x1: number, y1: number, x2: number, y2: number): void {
    const from = Math.max(Math.round((x1 - this.#left) / CELL), 0);
    const to = Math.min(Math.round((x2 - this.#left) / CELL), this.#columns);
    const bottom = Math.min(Math.round((y2 - this.#top) / CELL), this.#rows);
    for (let row = Math.max(Math.round((y1 - this.#top) / CELL), 0); row < bottom; row += 1) {
      for (let column = from; column < to; column += 1) this.#mark(row * this.#columns + column, INK);
    }
  }

  /** No text stands where a badge would stand. */
  isClear(x: number, y: number, width: number, height: number): boolean {
    const from = Math.round((x - this.#left) / CELL);
    const to = Math.round((x + width - this.#left) / CELL);
    const top = Math.round((y - this.#top) / CELL);
    const bottom = Math.round((y + height - this.#top) / CELL);
    return !this.#any(from, to, top, bottom, INK);
  }

  /** Takes the place for a badge when no other badge has any of it. Nothing far outside the stage is given away. */
  take(x: number, y: number, width: number, height: number): boolean {
    const from = Math.floor((x - this.#left) / CELL);
    const to = Math.ceil((x + width - this.#left) / CELL);
    const top = Math.floor((y - this.#top) / CELL);
    const bottom = Math.ceil((y + height - this.#top) / CELL);
    if (from < 0 || top < 0 || to > this.#columns || bottom > this.#rows) return false;
    if (this.#any(from, to, top, bottom, BADGE)) return false;
    for (let row = top; row < bottom; row += 1) {
      for (let column = from; column < to; column += 1) this.#mark(row * this.#columns + column, BADGE);
    }
    return true;
  }

  #any(from: number, to: number, top: number, bottom: number, what: number): boolean {
    for (let row = Math.max(top, 0); row < Math.min(bottom, this.#rows); row += 1) {
      for (let column = Math.max(from, 0); column < Math.min(to, this.#columns); column += 1) {
        if (((this.#cells[row * this.#columns + column] ?? 0) & what) !== 0) return true;
      }
    }
    return false;
  }

  #mark(cell: number, what: number): void {
    this.#cells[cell] = (this.#cells[cell] ?? 0) | what;
  }
}
