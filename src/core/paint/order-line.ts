import type { Size } from '../geometry/space.ts';
import type { Brush } from './brush.ts';
import { BOXES_PER_PATH } from './brush.ts';
import type { Projection } from './projection.ts';

/** CSS pixels that a middle may lie beside the way its piece set out: at most twice that beside the piece. */
const OFF = 0.5;
/** More pieces than this fill the stage with lines: nothing could be followed, so nothing is drawn. */
const MOST_PIECES = 20_000;

/**
 * The way through many regions as few straight pieces: steps that go on in a line become one, so that a line of words is
 * one piece however many words it has. It misses no middle by more than a pixel. Filled row by row; a buffer that is kept.
 */
export class OrderLine {
  /** x, y of each point; NaN, NaN where the way leaves the stage. */
  #points = new Float64Array(512);
  #count = 0;
  /** Where the piece in hand begins, where it goes, how far it has come. */
  #startX = 0;
  #startY = 0;
  #alongX = 0;
  #alongY = 0;
  #reach = 0;
  #lastX = NaN;
  #lastY = NaN;
  #seenLast = false;

  clear(): void {
    this.#count = 0;
    this.#lastX = NaN;
    this.#seenLast = false;
  }

  /** Too much for anybody to follow. */
  get isScrawl(): boolean {
    return this.#count > MOST_PIECES;
  }

  /** The next middles, of rows from place `from` to place `to` (exclusive). */
  add(at: Projection, received: Float64Array, rows: ArrayLike<number>, from: number, to: number, stage: Size): void {
    const { a, b, c, d, e, f } = at.matrix;
    for (let i = from; i < to && !this.isScrawl; i += 1) {
      const four = (rows[i] ?? 0) * 4;
      const x = ((received[four] ?? NaN) + (received[four + 2] ?? NaN)) / 2;
      const y = ((received[four + 1] ?? NaN) + (received[four + 3] ?? NaN)) / 2;
      this.#step(a * x + c * y + e, b * x + d * y + f, stage);
    }
  }

  /** One stroke for so many points as are cheap in a path. To be called once, after the last row. */
  stroke(brush: Brush): void {
    if (this.#seenLast) this.#finish();
    if (this.isScrawl) return;
    let inPath = 0;
    let joined = false;
    for (let i = 0; i < this.#count; i += 1) {
      const x = this.#points[i * 2] ?? NaN;
      const y = this.#points[i * 2 + 1] ?? NaN;
      if (Number.isNaN(x)) {
        joined = false;
        continue;
      }
      if (inPath === 0) {
        brush.beginPath();
        // A new path begins where the one before ended.
        if (joined) brush.moveTo(this.#points[i * 2 - 2] ?? NaN, this.#points[i * 2 - 1] ?? NaN);
      }
      if (joined) brush.lineTo(x, y);
      else brush.moveTo(x, y);
      joined = true;
      inPath += 1;
      if (inPath === BOXES_PER_PATH) {
        brush.stroke();
        inPath = 0;
      }
    }
    if (inPath > 0) brush.stroke();
  }

  #step(x: number, y: number, { width, height }: Size): void {
    const fromX = this.#lastX;
    const fromY = this.#lastY;
    this.#lastX = x;
    this.#lastY = y;
    if (Number.isNaN(fromX)) return;
    const seen =
      Math.max(fromX, x) >= 0 && Math.min(fromX, x) <= width && Math.max(fromY, y) >= 0 && Math.min(fromY, y) <= height;
    if (seen && this.#seenLast && this.#goesOn(x, y)) return;
    if (this.#seenLast) {
      this.#push(fromX, fromY);
      if (!seen) this.#push(NaN, NaN);
    } else if (seen) this.#push(fromX, fromY);
    this.#seenLast = seen;
    if (seen) this.#begin(fromX, fromY, x, y);
  }

  #begin(x: number, y: number, toX: number, toY: number): void {
    const length = Math.hypot(toX - x, toY - y);
    this.#startX = x;
    this.#startY = y;
    // Two middles on one spot: the piece has no direction yet.
    this.#alongX = length > OFF ? (toX - x) / length : 0;
    this.#alongY = length > OFF ? (toY - y) / length : 0;
    this.#reach = length;
  }

  /** The piece in hand, made longer, still passes by all its middles. */
  #goesOn(x: number, y: number): boolean {
    const dx = x - this.#startX;
    const dy = y - this.#startY;
    if (this.#alongX === 0 && this.#alongY === 0) {
      this.#begin(this.#startX, this.#startY, x, y);
      return true;
    }
    const along = dx * this.#alongX + dy * this.#alongY;
    const off = dx * this.#alongY - dy * this.#alongX;
    if (Math.abs(off) > OFF || along < this.#reach) return false;
    this.#reach = along;
    return true;
  }

  #finish(): void {
    this.#push(this.#lastX, this.#lastY);
    this.#seenLast = false;
  }

  #push(x: number, y: number): void {
    if (this.#count * 2 === this.#points.length) {
      const more = new Float64Array(this.#points.length * 2);
      more.set(this.#points);
      this.#points = more;
    }
    this.#points[this.#count * 2] = x;
    this.#points[this.#count * 2 + 1] = y;
    this.#count += 1;
  }
}
