import type { Inspection } from '../inspection/inspection.ts';
import type { Brush } from './brush.ts';
import { FONT } from './palette.ts';
import type { Projection } from './projection.ts';
import type { PaintView } from './view.ts';

/** Half the height of a number's round plate, in CSS pixels. */
const RADIUS = 8;
const SIZE = 10;
/** Of its size, about, how wide a digit is. */
const DIGIT = 0.62;
/** A ring of paper round it, so that it stands out from the line. */
const RING = 1.5;
/** Plates closer than this, from middle to middle, would touch. */
const APART = 20;

/**
 * The numbers of an order on its path, round where those of the regions are square: places `from` to `to` (inclusive) of
 * `rows`, counted from 1. One that would lie on another is left out; that of `first` goes before all.
 */
export function paintOrderNumbers(
  brush: Brush,
  { regions: { received } }: Inspection,
  { stage, palette }: PaintView,
  at: Projection,
  rows: Uint32Array,
  from: number,
  to: number,
  first: number,
): void {
  const taken = new Set<number>();
  brush.font = `600 ${SIZE}px ${FONT}`;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  const paint = (place: number) => {
    const four = (rows[place] ?? 0) * 4;
    const inX = ((received[four] ?? NaN) + (received[four + 2] ?? NaN)) / 2;
    const inY = ((received[four + 1] ?? NaN) + (received[four + 3] ?? NaN)) / 2;
    const { a, b, c, d, e, f } = at.matrix;
    const x = a * inX + c * inY + e;
    const y = b * inX + d * inY + f;
    if (!(x >= 0 && y >= 0 && x <= stage.width && y <= stage.height)) return;
    const text = String(place + 1);
    const half = Math.max(0, (text.length * SIZE * DIGIT) / 2 - RADIUS / 2);
    if (!take(taken, x, y, half)) return;
    brush.fillStyle = palette.casing;
    plate(brush, x, y, half, RADIUS + RING);
    brush.fillStyle = palette.order;
    plate(brush, x, y, half, RADIUS);
    brush.fillStyle = palette.badgeText;
    brush.fillText(text, x, y + 0.5);
  };
  paint(first);
  for (let place = from; place <= to; place += 1) if (place !== first) paint(place);
  brush.textAlign = 'left';
}

/** A disc, drawn out to as much as its number needs. */
function plate(brush: Brush, x: number, y: number, half: number, radius: number): void {
  brush.beginPath();
  brush.arc(x - half, y, radius, Math.PI / 2, (3 * Math.PI) / 2);
  brush.arc(x + half, y, radius, -Math.PI / 2, Math.PI / 2);
  brush.closePath();
  brush.fill();
}

/** Squares of a quarter of the distance that is kept; a plate takes those round its middle. */
const SQUARE = APART / 4;

function take(taken: Set<number>, x: number, y: number, half: number): boolean {
  const [left, right] = [Math.floor((x - half - RADIUS) / SQUARE), Math.floor((x + half + RADIUS) / SQUARE)];
  const [top, bottom] = [Math.floor((y - RADIUS) / SQUARE), Math.floor((y + RADIUS) / SQUARE)];
  const squares: number[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const square = row * 65_536 + column;
      if (taken.has(square)) return false;
      squares.push(square);
    }
  }
  for (const square of squares) taken.add(square);
  return true;
}
