import { checkFrame, type FrameCheck } from '../../../src/core/frame-check/check.ts';
import { applyAffine } from '../../../src/core/geometry/affine.ts';
import { inkMap } from '../../../src/core/frame-check/ink-map.ts';
import { frameOf } from '../../../src/core/geometry/frame-setting.ts';
import type { Measured, Task } from '../task.ts';
import { frameCase, TEXT_CASES } from './cases.ts';
import type { FrameCase } from './changes.ts';
import { IDENTITY, type Matrix } from './matrix.ts';
import { reducedGray } from './reduce.ts';

/** Of the median height of a box: a frame that puts the corners of the received page nearer than this to the truth is right. */
const NEAR = 0.6;

/** `frames` cases from case `size` on: how many ended how, as `half/group/kind/outcome`; see `bench/frame.mjs`. */
export async function frameProof({ size: from, frames: count }: Task): Promise<Measured> {
  const counts: Record<string, number> = {};
  for (let at = from; at < from + count; at += 1) {
    const drawn = frameCase(at);
    const key = `${at % 2 === 0 ? 'even' : 'odd'}/${at < TEXT_CASES ? 'text' : 'loose'}/${drawn.kind}/${outcomeOf(drawn)}`;
    counts[key] = (counts[key] ?? 0) + 1;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return counts;
}

/** The verdict, then where the first suggestion stands. */
function outcomeOf(drawn: FrameCase): string {
  const { gray, width, height } = reducedGray(drawn.canvas);
  const size = { width: drawn.canvas.width, height: drawn.canvas.height };
  const check = checkFrame(inkMap(gray, width, height), size, Float64Array.from(drawn.received.flat()));
  const [first] = check.suggestions;
  return `${verdictOf(drawn, check)}/${drawn.truth && first ? (isNear(drawn, frameOf(first.setting, size)) ? 'right' : 'wrong') : 'none'}`;
}

/** "Fits" of a frame that puts the corners where the truth does is said of no wrong frame. */
function verdictOf(drawn: FrameCase, { verdict }: FrameCheck): string {
  return verdict === 'fits' && drawn.truth && !isNear(drawn, IDENTITY) ? 'fits, wrongly' : verdict;
}

function isNear({ received, truth }: FrameCase, frame: Matrix): boolean {
  if (!truth) return false;
  const heights = received.map(([x1, y1, x2, y2]) => Math.min(x2 - x1, y2 - y1)).toSorted((one, other) => one - other);
  const near = NEAR * (heights[heights.length >> 1] ?? 0) * Math.hypot(truth.a, truth.b) + 1;
  const [right, bottom] = [Math.max(...received.map(([, , x]) => x)), Math.max(...received.map(([, , , y]) => y))];
  return [0, right].every((x) =>
    [0, bottom].every((y) => {
      const [is, was] = [applyAffine<'image'>(frame, x, y), applyAffine<'image'>(truth, x, y)];
      return Math.hypot(is.x - was.x, is.y - was.y) < near;
    }),
  );
}
