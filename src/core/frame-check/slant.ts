import { SETTING_LIMITS } from '../geometry/frame-setting.ts';
import { type InkMap, isInk } from './ink-map.ts';

const MOST_DEGREES = SETTING_LIMITS.degrees;
const STEP = 0.1;
const MOST_POINTS = 24_000;
/** Angles nearer than this belong to one peak. */
const APART = 1;

/**
 * Angles at which the lines of the page run, clockwise, the likeliest first: along the lines, the ink gathers in rows with
 * empty ones between (projection profile; Postl 1986, sharpness as the sum of squared differences).
 */
export function slantsOf(map: InkMap, most: number): number[] {
  const { xs, ys } = pointsOf(map);
  const reach = Math.ceil(map.width * Math.tan((MOST_DEGREES * Math.PI) / 180)) + 1;
  const rows = new Float64Array(map.height + 2 * reach + 1);
  const found: { degrees: number; sharp: number }[] = [];
  for (let degrees = -MOST_DEGREES; degrees <= MOST_DEGREES; degrees += STEP) {
    found.push({ degrees, sharp: sharpness(rows, xs, ys, Math.tan((degrees * Math.PI) / 180), reach) });
  }
  const kept: number[] = [];
  for (const { degrees } of found.toSorted((one, other) => other.sharp - one.sharp)) {
    if (kept.length === most) break;
    if (kept.every((one) => Math.abs(one - degrees) > APART)) kept.push(degrees);
  }
  return kept;
}

function sharpness(rows: Float64Array, xs: Float64Array, ys: Float64Array, slope: number, reach: number): number {
  rows.fill(0);
  for (let i = 0; i < xs.length; i += 1) {
    const row = Math.round((ys[i] ?? 0) - (xs[i] ?? 0) * slope) + reach;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 2; row < rows.length; row += 1) {
    const rise = (rows[row] ?? 0) - (rows[row - 2] ?? 0);
    sum += rise * rise;
  }
  return sum;
}

/** Some of the ink, evenly. */
function pointsOf(map: InkMap): { xs: Float64Array; ys: Float64Array } {
  const each = Math.max(1, Math.ceil(map.ink / MOST_POINTS));
  const count = Math.floor(map.ink / each);
  const [xs, ys] = [new Float64Array(count), new Float64Array(count)];
  let seen = 0;
  for (let y = 0; y < map.height; y += 1) {
    for (let x = 0; x < map.width; x += 1) {
      if (!isInk(map, x, y)) continue;
      seen += 1;
      const at = Math.floor(seen / each) - 1;
      if (seen % each !== 0 || at >= count) continue;
      xs[at] = x;
      ys[at] = y;
    }
  }
  return { xs, ys };
}
