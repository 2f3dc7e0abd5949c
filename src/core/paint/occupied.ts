import type { Size } from '../geometry/space.ts';
import type { Viewport } from '../geometry/viewport.ts';

/** CSS pixels a side of one cell. */
const CELL = 2;
/** Things may stand this far outside the stage and still count. */
const MARGIN = 32;

/** Of a cell: edges that touch share no cell, whatever the last digits of their places. */
const ROUNDING = 1e-6;

interface Cells {
  from: number;
  to: number;
  top: number;
  bottom: number;
}

/** Filled again for each box. */
const cells: Cells = { from: 0, to: 0, top: 0, bottom: 0 };

const INK = 1;
const BADGE = 2;

/** In square pixels: all that could ever be taken. */
export function roomFor(stage: Size): number {
  return columnsFor(stage) * rowsFor(stage) * CELL * CELL;
}

function columnsFor({ width }: Size): number {
  return Math.ceil((width + 2 * MARGIN) / CELL) + 1;
}

function rowsFor({ height }: Size): number {
  return Math.ceil((height + 2 * MARGIN) / CELL) + 1;
}

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
    this.#columns = columnsFor(stage);
    this.#rows = rowsFor(stage);
    this.#left = Math.floor((-MARGIN - viewport.x) / CELL) * CELL + viewport.x;
    this.#top = Math.floor((-MARGIN - viewport.y) / CELL) * CELL + viewport.y;
    const count = this.#columns * this.#rows;
    if (this.#cells.length < count) this.#cells = new Uint8Array(count);
    else this.#cells.fill(0, 0, count);
  }

  /** Text stands here. To be called before any place is taken. */
  addInk(x1: number, y1: number, x2: number, y2: number): void {
    const { from, to, top, bottom } = this.#cellsOf(x1, y1, x2, y2);
    const start = Math.max(from, 0);
    const end = Math.min(to, this.#columns);
    if (start >= end) return;
    for (let row = Math.max(top, 0); row < Math.min(bottom, this.#rows); row += 1) {
      this.#cells.fill(INK, row * this.#columns + start, row * this.#columns + end);
    }
  }

  /** No text stands where a badge would stand, not even in a part of a cell of it. */
  isClear(x: number, y: number, width: number, height: number): boolean {
    const { from, to, top, bottom } = this.#cellsOf(x, y, x + width, y + height);
    return !this.#any(from, to, top, bottom, INK);
  }

  /** Takes the place for a badge when no other badge has any of it. Nothing far outside the stage is given away. */
  take(x: number, y: number, width: number, height: number): boolean {
    const { from, to, top, bottom } = this.#cellsOf(x, y, x + width, y + height);
    if (from < 0 || top < 0 || to > this.#columns || bottom > this.#rows) return false;
    if (this.#any(from, to, top, bottom, BADGE)) return false;
    for (let row = top; row < bottom; row += 1) {
      for (let column = from; column < to; column += 1) this.#mark(row * this.#columns + column, BADGE);
    }
    return true;
  }

  /** All cells that have any of a box. */
  #cellsOf(x1: number, y1: number, x2: number, y2: number): Cells {
    cells.from = Math.floor((x1 - this.#left) / CELL + ROUNDING);
    cells.to = Math.ceil((x2 - this.#left) / CELL - ROUNDING);
    cells.top = Math.floor((y1 - this.#top) / CELL + ROUNDING);
    cells.bottom = Math.ceil((y2 - this.#top) / CELL - ROUNDING);
    return cells;
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
