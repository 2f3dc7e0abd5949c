import { checkFrame } from '../../../src/core/frame-check/check.ts';
import { inkMap } from '../../../src/core/frame-check/ink-map.ts';
import { reducedGray } from './reduce.ts';

export interface Asked {
  readonly picture: ImageBitmap;
  /** Four numbers each. */
  readonly boxes: readonly number[];
}

addEventListener('message', ({ data: { picture, boxes } }: MessageEvent<Asked>) => {
  const started = performance.now();
  const { gray, width, height } = reducedGray(picture);
  checkFrame(inkMap(gray, width, height), { width: picture.width, height: picture.height }, Float64Array.from(boxes));
  postMessage(performance.now() - started);
});
