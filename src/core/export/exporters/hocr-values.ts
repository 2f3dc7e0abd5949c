import { imageRectOf, type Inspection } from '../../inspection/inspection.ts';

const FARTHEST = 2 ** 31 - 1;

/** Whole pixels of the image as shown, nothing left out, from 0 on: the specification has no others. */
export function boxOf(inspection: Inspection, row: number) {
  const { x1, y1, x2, y2 } = imageRectOf(inspection, row);
  const whole = [Math.floor(x1), Math.floor(y1), Math.ceil(x2), Math.ceil(y2)];
  const box = whole.map((value) => Math.min(Math.max(value, 0), FARTHEST));
  return {
    box,
    isRounded: ![x1, y1, x2, y2].every(Number.isInteger),
    isCut: box.some((value, at) => value !== whole[at]),
  };
}

/** A text as readers of markup take it. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** XML 1.0, 2.2: halves of pairs and most control characters are none of its characters. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
export const NO_XML = /[\0-\u0008\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
