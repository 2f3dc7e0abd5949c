import { applyAffine } from './affine.ts';
import { type FrameSetting, frameOf, SETTING_LIMITS } from './frame-setting.ts';
import type { ImagePoint, Point, ReceivedRect, Size } from './space.ts';

/** What a frame is dragged by: anywhere, a corner of what is there as received, or the knob that turns it. */
export type FrameGrip = 'all' | 'turn' | FrameCorner;

/** Clockwise from the upper left one, as received. */
export type FrameCorner = 0 | 1 | 2 | 3;

export interface FrameDrag {
  readonly grip: FrameGrip;
  /** The frame as it was when the hand took hold. */
  readonly setting: FrameSetting;
  /** Of the picture. */
  readonly size: Size;
  /** Round everything that is dragged. */
  readonly extent: ReceivedRect;
  readonly from: ImagePoint;
}

/** Nobody means a tenth of a degree when nothing can be had. */
const SNAP_DEGREES = 0.4;
const { leastScale: LEAST_SCALE, mostScale: MOST_SCALE, degrees: MOST_DEGREES } = SETTING_LIMITS;

/** The setting that comes of a drag to `to`. `free`: a corner scales each axis by itself, else both alike. */
export function dragFrame(drag: FrameDrag, to: ImagePoint, free = false): FrameSetting {
  const { grip, setting, from } = drag;
  if (grip === 'all') return movedBy(setting, to.x - from.x, to.y - from.y);
  return grip === 'turn' ? turnedTo(drag, to) : scaledTo(drag, grip, to, free);
}

/** By whole pixels: what was cropped off had whole ones, and crops stay exact. */
export function movedBy(setting: FrameSetting, dx: number, dy: number): FrameSetting {
  return { ...setting, x: tidy(setting.x + Math.round(dx), 2), y: tidy(setting.y + Math.round(dy), 2) };
}

/** The four corners in the picture, clockwise from the one that is received upper left (anticlockwise when mirrored). */
export function cornersOf(
  setting: FrameSetting,
  size: Size,
  { x1, y1, x2, y2 }: ReceivedRect,
): readonly [ImagePoint, ImagePoint, ImagePoint, ImagePoint] {
  const frame = frameOf(setting, size);
  return [
    applyAffine(frame, x1, y1),
    applyAffine(frame, x2, y1),
    applyAffine(frame, x2, y2),
    applyAffine(frame, x1, y2),
  ];
}

/** The corner follows the pointer, the opposite one stays. */
function scaledTo(
  { setting, size, extent, from }: FrameDrag,
  corner: FrameCorner,
  to: ImagePoint,
  free: boolean,
): FrameSetting {
  const corners = cornersOf(setting, size, extent);
  const [held, fixed] = [corners[corner], corners[OPPOSITE[corner]]];
  const before = { x: held.x - fixed.x, y: held.y - fixed.y };
  const after = { x: before.x + to.x - from.x, y: before.y + to.y - from.y };
  const long = before.x ** 2 + before.y ** 2;
  if (long === 0) return setting;
  const [byX, byY] = free ? stretches(setting, before, after) : alike((before.x * after.x + before.y * after.y) / long);
  const scaled = {
    ...setting,
    scaleX: tidy(within(setting.scaleX * byX, LEAST_SCALE, MOST_SCALE), 6),
    scaleY: tidy(within(setting.scaleY * byY, LEAST_SCALE, MOST_SCALE), 6),
  };
  return keeping(scaled, size, at(extent, OPPOSITE[corner]), fixed);
}

const OPPOSITE = [2, 3, 0, 1] as const;

/** How much longer the diagonal became along either axis as received: looked at without turn and angle. */
function stretches(setting: FrameSetting, before: ImagePoint, after: ImagePoint): [number, number] {
  const linear = frameOf({ ...setting, scaleX: 1, scaleY: 1, x: 0, y: 0 }, { width: 0, height: 0 });
  // Its columns are at right angles and one long, so the way back is a product with each.
  const along = ({ x, y }: ImagePoint) => ({ x: linear.a * x + linear.b * y, y: linear.c * x + linear.d * y });
  const [one, other] = [along(before), along(after)];
  return [one.x === 0 ? 1 : other.x / one.x, one.y === 0 ? 1 : other.y / one.y];
}

function alike(by: number): [number, number] {
  return [by, by];
}

/** About the middle of what is dragged, which stays where it is. */
function turnedTo({ setting, size, extent, from }: FrameDrag, to: ImagePoint): FrameSetting {
  const middle: Point<'received'> = { x: (extent.x1 + extent.x2) / 2, y: (extent.y1 + extent.y2) / 2 };
  const stays = applyAffine<'image'>(frameOf(setting, size), middle.x, middle.y);
  const turned = setting.degrees + angleTo(stays, to) - angleTo(stays, from);
  const short = ((((turned + 180) % 360) + 360) % 360) - 180;
  const degrees = Math.abs(short) < SNAP_DEGREES ? 0 : tidy(within(short, -MOST_DEGREES, MOST_DEGREES), 2);
  return keeping({ ...setting, degrees }, size, middle, stays);
}

/** In degrees, clockwise. */
function angleTo(from: ImagePoint, to: ImagePoint): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

/** Moved so that the received point is where it was. */
function keeping(setting: FrameSetting, size: Size, point: Point<'received'>, where: ImagePoint): FrameSetting {
  const now = applyAffine<'image'>(frameOf({ ...setting, x: 0, y: 0 }, size), point.x, point.y);
  return { ...setting, x: tidy(where.x - now.x, 2), y: tidy(where.y - now.y, 2) };
}

function at({ x1, y1, x2, y2 }: ReceivedRect, corner: FrameCorner): Point<'received'> {
  return { x: corner === 0 || corner === 3 ? x1 : x2, y: corner < 2 ? y1 : y2 };
}

function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Numbers that a person reads in the panel. Never -0. */
function tidy(value: number, digits: number): number {
  const by = 10 ** digits;
  return Math.round(value * by) / by + 0;
}
