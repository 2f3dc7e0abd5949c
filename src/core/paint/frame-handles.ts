import { type Affine, applyAffine } from '../geometry/affine.ts';
import type { FrameCorner, FrameGrip } from '../geometry/frame-drag.ts';
import type { ReceivedRect, ScreenPoint } from '../geometry/space.ts';
import { toScreen, type Viewport } from '../geometry/viewport.ts';
import { type Brush, SOLID } from './brush.ts';
import type { Palette } from './palette.ts';
import { crispWidth } from './projection.ts';

/** What a hand takes hold of to move all regions at once, in CSS pixels of the canvas. */
export interface FrameHandles {
  /** In the order of `FrameCorner`. */
  readonly corners: readonly [ScreenPoint, ScreenPoint, ScreenPoint, ScreenPoint];
  readonly knob: ScreenPoint;
  /** Where the knob's stem stands on the box. */
  readonly stem: ScreenPoint;
}

const STEM = 30;
/** A knob this near to the upper rim of the canvas could not be held: it stands inside the box then. */
const RIM = 10;
const REACH = { mouse: 11, touch: 24 };
const SQUARE = 9;
const KNOB = 5.5;
const LINE = 1.5;
const DASH = [6, 4];
const CORNERS = [0, 1, 2, 3] as const;

/** `extent`: round all regions, as received. */
export function frameHandles(frame: Affine, { x1, y1, x2, y2 }: ReceivedRect, viewport: Viewport): FrameHandles {
  const place = (x: number, y: number) => toScreen(applyAffine(frame, x, y), viewport);
  const corners = [place(x1, y1), place(x2, y1), place(x2, y2), place(x1, y2)] as const;
  const middle = place((x1 + x2) / 2, (y1 + y2) / 2);
  // Above as one sees it, whichever edge that is.
  const stem = CORNERS.map((one) => halfway(corners[one], corners[NEXT[one]])).reduce((best, edge) =>
    edge.y < best.y ? edge : best,
  );
  const long = Math.hypot(stem.x - middle.x, stem.y - middle.y) || 1;
  const [outX, outY] = [(stem.x - middle.x) / long, (stem.y - middle.y) / long];
  const fits = stem.y + outY * STEM >= RIM || stem.y < 0;
  const by = fits ? STEM : -STEM;
  return { corners, stem, knob: { x: stem.x + outX * by, y: stem.y + outY * by } };
}

const NEXT = [1, 2, 3, 0] as const;

/** What a press there would take hold of: anywhere but on a handle, all of it. */
export function gripAt({ corners, knob }: FrameHandles, point: ScreenPoint, touch = false): FrameGrip {
  const reach = touch ? REACH.touch : REACH.mouse;
  const isNear = (handle: ScreenPoint) => Math.hypot(handle.x - point.x, handle.y - point.y) <= reach;
  if (isNear(knob)) return 'turn';
  return CORNERS.find((corner) => isNear(corners[corner])) ?? 'all';
}

/** The way a corner is dragged to scale, for the pointer's look: along the falling or the rising diagonal. */
export function isFalling({ corners }: FrameHandles, corner: FrameCorner): boolean {
  const opposite = corners[NEXT[NEXT[corner]]];
  return (corners[corner].x - opposite.x) * (corners[corner].y - opposite.y) >= 0;
}

/** A dashed outline, a square at each corner, a knob on a stem; all on white, to be seen on any picture. */
export function paintFrameHandles(brush: Brush, handles: FrameHandles, palette: Palette, pixelRatio: number): void {
  const { corners, knob, stem } = handles;
  const line = crispWidth(LINE, pixelRatio);
  brush.lineJoin = 'miter';
  for (const [colour, width, dash] of [
    [palette.casing, line + 2, SOLID],
    [palette.accent, line, DASH],
  ] as const) {
    brush.strokeStyle = colour;
    brush.lineWidth = width;
    brush.setLineDash(dash);
    brush.beginPath();
    for (const corner of CORNERS) {
      if (corner === 0) brush.moveTo(corners[0].x, corners[0].y);
      else brush.lineTo(corners[corner].x, corners[corner].y);
    }
    brush.closePath();
    brush.stroke();
    brush.setLineDash(SOLID);
    brush.beginPath();
    brush.moveTo(stem.x, stem.y);
    brush.lineTo(knob.x, knob.y);
    brush.stroke();
  }
  brush.fillStyle = palette.cornerFill;
  brush.beginPath();
  for (const { x, y } of corners) brush.rect(x - SQUARE / 2, y - SQUARE / 2, SQUARE, SQUARE);
  brush.moveTo(knob.x + KNOB, knob.y);
  brush.arc(knob.x, knob.y, KNOB, 0, 2 * Math.PI);
  brush.fill();
  brush.stroke();
}

function halfway(one: ScreenPoint, other: ScreenPoint): ScreenPoint {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
