import type { Numbers } from './layouts.ts';
import { hopelessPage, type Page, textPage, worn } from './pages.ts';
import { randomOf, type Random } from './random.ts';

export type CaseKind = 'fits' | 'scale' | 'upsampled' | 'turn' | 'exif' | 'skew' | 'crop' | 'cannot tell';

/** x' = a x + c y + e, y' = b x + d y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export interface FrameCase {
  readonly kind: CaseKind;
  /** In words, for whoever looks into a case that went wrong. */
  readonly what: string;
  /** As shown: upright. */
  readonly canvas: OffscreenCanvas;
  /** As the service would have sent them. */
  readonly received: readonly Numbers[];
  /** From received to shown pixels; null: nobody could say. */
  readonly truth: Matrix | null;
  /** EXIF orientation of the picture. */
  readonly orientation: number;
}

const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
const PLAN: readonly (readonly [CaseKind, number])[] = [
  ['fits', 100],
  ['scale', 60],
  ['upsampled', 20],
  ['turn', 60],
  ['exif', 70],
  ['skew', 50],
  ['crop', 40],
  ['cannot tell', 50],
];

/** 450 cases: 100 that fit, 300 that do not, 50 of which nobody could tell. */
export const KINDS: readonly CaseKind[] = PLAN.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));

export function frameCase(at: number): FrameCase {
  const kind = KINDS[at] ?? 'fits';
  const within = at - KINDS.indexOf(kind);
  const random = randomOf(at * 7919 + 17);
  if (kind === 'cannot tell') return hopeless(within, random);
  const page = textPage(random);
  switch (kind) {
    case 'fits':
      return shown(kind, 'as sent', page, IDENTITY, random);
    case 'scale': {
      let factor = 1;
      while (Math.abs(factor - 1) < 0.03) factor = Math.exp(random.between(Math.log(0.3), Math.log(3)));
      return shown(kind, `scaled by ${factor.toFixed(3)}`, page, scaled(1 / factor), random);
    }
    case 'upsampled':
      return shown(kind, 'upsampled by 1.85', page, scaled(1 / 1.85), random);
    case 'turn':
      return shown(
        kind,
        `turned by ${90 + 90 * (within % 3)}`,
        page,
        turned(([6, 3, 8] as const)[within % 3] ?? 6, page.canvas),
        random,
      );
    case 'exif': {
      const orientation = 2 + (within % 7);
      return shown(kind, `EXIF ${orientation}`, page, turned(orientation, page.canvas), random, orientation);
    }
    case 'skew': {
      const angle = random.between(0.6, 15) * (random.chance(0.5) ? 1 : -1);
      return skewed(page, angle, random);
    }
    case 'crop':
      return within % 2 === 0 ? cutBefore(page, random) : cutAfter(page, random);
  }
}

/** Received boxes are the page's own boxes through the way back of `truth`. */
function shown(
  kind: CaseKind,
  what: string,
  { canvas, boxes }: Page,
  truth: Matrix,
  random: Random,
  orientation = 1,
): FrameCase {
  return {
    kind,
    what,
    canvas: worn(canvas, random),
    received: boxes.map((box) => mapped(inverse(truth), box)),
    truth,
    orientation,
  };
}

function scaled(by: number): Matrix {
  return { ...IDENTITY, a: by, d: by };
}

/** From stored pixels to upright ones, where the upright page is `size`. (EXIF 2.32, 4.6.4 A) */
function turned(orientation: number, { width: w, height: h }: { width: number; height: number }): Matrix {
  const all: Readonly<Record<number, Matrix>> = {
    1: IDENTITY,
    2: { a: -1, b: 0, c: 0, d: 1, e: w, f: 0 },
    3: { a: -1, b: 0, c: 0, d: -1, e: w, f: h },
    4: { a: 1, b: 0, c: 0, d: -1, e: 0, f: h },
    5: { a: 0, b: 1, c: 1, d: 0, e: 0, f: 0 },
    6: { a: 0, b: 1, c: -1, d: 0, e: w, f: 0 },
    7: { a: 0, b: -1, c: -1, d: 0, e: w, f: h },
    8: { a: 0, b: -1, c: 1, d: 0, e: 0, f: h },
  };
  return all[orientation] ?? IDENTITY;
}

/** The scan is askew, the service set it straight on a canvas of the same size, and boxes are in what it set straight. */
function skewed({ canvas, boxes }: Page, degrees: number, random: Random): FrameCase {
  const { width, height } = canvas;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const truth: Matrix = {
    a: cos,
    b: sin,
    c: -sin,
    d: cos,
    e: width / 2 - (cos * width) / 2 + (sin * height) / 2,
    f: height / 2 - (sin * width) / 2 - (cos * height) / 2,
  };
  const askew = new OffscreenCanvas(width, height);
  const context = askew.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.setTransform(truth.a, truth.b, truth.c, truth.d, truth.e, truth.f);
  context.drawImage(canvas, 0, 0);
  return {
    kind: 'skew',
    what: `askew by ${degrees.toFixed(2)}`,
    canvas: worn(askew, random),
    received: boxes,
    truth,
    orientation: 1,
  };
}

/** The service was sent a part of the picture that is shown. */
function cutBefore({ canvas, boxes }: Page, random: Random): FrameCase {
  const [x, y] = [
    Math.round(canvas.width * random.between(0.04, 0.25)),
    Math.round(canvas.height * random.between(0.04, 0.25)),
  ];
  const inside = boxes
    .filter(([x1, y1]) => x1 >= x && y1 >= y)
    .map(([x1, y1, x2, y2]): Numbers => [x1 - x, y1 - y, x2 - x, y2 - y]);
  return {
    kind: 'crop',
    what: `sent without ${x}, ${y} px`,
    canvas: worn(canvas, random),
    received: inside,
    truth: { ...IDENTITY, e: x, f: y },
    orientation: 1,
  };
}

/** What is shown is a part of the picture that was sent. */
function cutAfter({ canvas, boxes }: Page, random: Random): FrameCase {
  const [x, y] = [
    Math.round(canvas.width * random.between(0.04, 0.2)),
    Math.round(canvas.height * random.between(0.04, 0.2)),
  ];
  const part = new OffscreenCanvas(canvas.width - x, canvas.height - y);
  part.getContext('2d', { willReadFrequently: true })?.drawImage(canvas, -x, -y);
  return {
    kind: 'crop',
    what: `shown without ${x}, ${y} px`,
    canvas: worn(part, random),
    received: boxes,
    truth: { ...IDENTITY, e: -x, f: -y },
    orientation: 1,
  };
}

function hopeless(within: number, random: Random): FrameCase {
  const kind = (['few', 'whole', 'blank', 'symmetric', 'photograph'] as const)[within % 5] ?? 'few';
  const { canvas, boxes } = hopelessPage(random, kind);
  return {
    kind: 'cannot tell',
    what: kind,
    canvas: kind === 'blank' ? canvas : worn(canvas, random),
    received: boxes,
    truth: null,
    orientation: 1,
  };
}

export function inverse({ a, b, c, d, e, f }: Matrix): Matrix {
  const det = a * d - b * c;
  return { a: d / det, b: -b / det, c: -c / det, d: a / det, e: (c * f - d * e) / det, f: (b * e - a * f) / det };
}

function mapped({ a, b, c, d, e, f }: Matrix, [x1, y1, x2, y2]: Numbers): Numbers {
  const xs = [a * x1 + c * y1 + e, a * x2 + c * y2 + e];
  const ys = [b * x1 + d * y1 + f, b * x2 + d * y2 + f];
  return [
    Math.round(Math.min(...xs)),
    Math.round(Math.min(...ys)),
    Math.round(Math.max(...xs)),
    Math.round(Math.max(...ys)),
  ];
}
