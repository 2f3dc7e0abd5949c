import type { Numbers } from './layouts.ts';
import { after, IDENTITY, inverse, mapped, type Matrix, scaled } from './matrix.ts';
import { hopelessPage, type Page, worn } from './pages.ts';
import type { Random } from './random.ts';

export type CaseKind =
  | 'fits'
  | 'scale'
  | 'stretch'
  | 'upsampled'
  | 'turn'
  | 'exif'
  | 'skew'
  | 'crop'
  | 'turn + offset'
  | 'scale + skew'
  | 'scale + offset'
  | 'EXIF + scale'
  | 'cannot tell';

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

export interface Cut extends FrameCase {
  readonly truth: Matrix;
  /** Of the picture that the service had. */
  readonly sent: { readonly width: number; readonly height: number };
  /** Boxes that lie on what is shown. */
  readonly seen: number;
}

/** Received boxes are the page's own boxes through the way back of `truth`. */
export function shown(
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

/** What the service had of a cut page was changed by `by` as well. */
export function moved(kind: CaseKind, what: string, { sent: _sent, ...cut }: Cut, by: Matrix): FrameCase {
  return {
    ...cut,
    kind,
    what,
    received: cut.received.map((box) => mapped(by, box)),
    truth: after(inverse(by), cut.truth),
  };
}

/** The scan is askew, the service set it straight on a canvas of the same size, and boxes are in what it set straight. */
export function skewed(
  kind: CaseKind,
  { canvas, boxes }: Page,
  degrees: number,
  by: number,
  random: Random,
): FrameCase {
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
    kind,
    what: `askew by ${degrees.toFixed(2)}${by === 1 ? '' : `, scaled by ${by.toFixed(3)}`}`,
    canvas: worn(askew, random),
    received: by === 1 ? boxes : boxes.map((box) => mapped(scaled(by), box)),
    truth: after(scaled(1 / by), truth),
    orientation: 1,
  };
}

/** The service was sent a part of the picture that is shown. */
export function cutBefore({ canvas, boxes }: Page, random: Random): Cut {
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
    sent: { width: canvas.width - x, height: canvas.height - y },
    seen: inside.length,
    orientation: 1,
  };
}

/** What is shown is a part of the picture that was sent. */
export function cutAfter({ canvas, boxes }: Page, random: Random): Cut {
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
    sent: { width: canvas.width, height: canvas.height },
    seen: boxes.filter(([x1, y1]) => x1 >= x && y1 >= y).length,
    orientation: 1,
  };
}

export function hopeless(within: number, random: Random): FrameCase {
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
