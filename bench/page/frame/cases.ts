import { type CaseKind, cutAfter, cutBefore, type FrameCase, hopeless, moved, shown, skewed } from './changes.ts';
import { after, IDENTITY, inverse, scaled, turned } from './matrix.ts';
import { loosePage, type Page, textPage } from './pages.ts';
import { type Random, randomOf } from './random.ts';

const PLAN: readonly (readonly [CaseKind, number])[] = [
  ['fits', 100],
  ['scale', 46],
  ['stretch', 24],
  ['upsampled', 16],
  ['turn', 42],
  ['exif', 48],
  ['skew', 44],
  ['crop', 36],
  ['turn + offset', 10],
  ['scale + skew', 12],
  ['scale + offset', 12],
  ['EXIF + scale', 10],
  ['cannot tell', 50],
];
/** Pages of fields, cells and areas drawn by hand: boxes that are mostly paper. A group of their own. */
const LOOSE_PLAN: typeof PLAN = [
  ['fits', 20],
  ['scale', 8],
  ['turn', 6],
  ['exif', 6],
  ['skew', 8],
  ['crop', 8],
  ['scale + offset', 4],
];
/** Thresholds are chosen on the even cases. The odd ones get a new seed whenever they are to be the proof of something new. */
const EVEN_SEED = 17;
const ODD_SEED = 731_003;
/** A crop of fewer is drawn again. */
const LEAST_IN_CROP = 8;

/** 450 pages of text: 100 that fit, 300 that do not, 50 of which nobody could tell. Then 60 of loose boxes. */
const KINDS = kindsOf(PLAN);
const LOOSE_KINDS = kindsOf(LOOSE_PLAN);
export const TEXT_CASES = KINDS.length;

export function frameCase(at: number): FrameCase {
  const isLoose = at >= KINDS.length;
  const [kinds, place] = isLoose ? [LOOSE_KINDS, at - KINDS.length] : [KINDS, at];
  const kind = kinds[place] ?? 'fits';
  const pageOf = isLoose ? loosePage : textPage;
  // Even and odd cases are two halves: what takes turns within a kind takes them in both.
  const within = (place - kinds.indexOf(kind)) >> 1;
  const random = randomOf(at * 7919 + (at % 2 === 0 ? EVEN_SEED : ODD_SEED));
  if (kind === 'cannot tell') return hopeless(within, random);
  let page = pageOf(random);
  switch (kind) {
    case 'fits':
      return shown(kind, 'as sent', page, IDENTITY, random);
    case 'scale': {
      const by = factor(random);
      return shown(kind, `scaled by ${by.toFixed(3)}`, page, scaled(1 / by), random);
    }
    case 'stretch': {
      const by = factor(random);
      const more = random.chance(0.5) ? random.between(1.06, 1.6) : random.between(0.62, 0.94);
      const what = `scaled by ${by.toFixed(3)} and ${(by * more).toFixed(3)}`;
      return shown(kind, what, page, { ...IDENTITY, a: 1 / by, d: 1 / (by * more) }, random);
    }
    case 'upsampled':
      return shown(kind, 'upsampled by 1.85', page, scaled(1 / 1.85), random);
    case 'turn': {
      const orientation = quarter(within);
      return shown(kind, `turned, as EXIF ${orientation}`, page, turned(orientation, page.canvas), random);
    }
    case 'exif': {
      const orientation = 1 + (within % 8);
      // Orientation 1 says that nothing is to be done: here the boxes are of a half turned picture all the same.
      const truth = turned(orientation === 1 ? 3 : orientation, page.canvas);
      return shown(kind, `EXIF ${orientation}`, page, truth, random, orientation);
    }
    case 'EXIF + scale': {
      const orientation = 2 + ((within + (at % 2) * 3) % 7);
      const by = factor(random);
      const truth = after(scaled(1 / by), turned(orientation, page.canvas));
      return shown(kind, `EXIF ${orientation}, scaled by ${by.toFixed(3)}`, page, truth, random, orientation);
    }
    case 'skew':
      return skewed(kind, page, slant(page, random), 1, random);
    case 'scale + skew':
      return skewed(kind, page, slant(page, random), factor(random), random);
    case 'crop':
    case 'turn + offset':
    case 'scale + offset':
      for (;;) {
        const cut = within % 2 === 0 ? cutBefore(page, random) : cutAfter(page, random);
        if (cut.seen < LEAST_IN_CROP) page = pageOf(random);
        else if (kind === 'crop') return cut;
        else if (kind === 'scale + offset') {
          const by = factor(random);
          return moved(kind, `${cut.what}, scaled by ${by.toFixed(3)}`, cut, scaled(by));
        } else {
          const orientation = quarter(within);
          const way = inverse(turned(orientation, cut.sent));
          return moved(kind, `${cut.what}, turned, as EXIF ${orientation}`, cut, way);
        }
      }
  }
}

function kindsOf(plan: typeof PLAN): CaseKind[] {
  return plan.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
}

function factor(random: Random): number {
  let by = 1;
  while (Math.abs(by - 1) < 0.03) by = Math.exp(random.between(Math.log(0.3), Math.log(3)));
  return by;
}

/** Degrees that move a corner of the page by more than the height of a box: less is no other frame. */
function slant({ canvas, boxes }: Page, random: Random): number {
  const heights = boxes.map(([x1, y1, x2, y2]) => Math.min(x2 - x1, y2 - y1)).toSorted((one, other) => one - other);
  const reach = Math.hypot(canvas.width, canvas.height) / 2;
  const least = Math.max(0.6, (((heights[heights.length >> 1] ?? 0) / reach) * 180) / Math.PI);
  return random.between(least, 15) * (random.chance(0.5) ? 1 : -1);
}

function quarter(within: number): number {
  return ([6, 3, 8] as const)[within % 3] ?? 6;
}
