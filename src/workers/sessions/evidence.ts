import { checkFrame } from '../../core/frame-check/check.ts';
import { inkMap, type InkMap } from '../../core/frame-check/ink-map.ts';
import { composeAffine } from '../../core/geometry/affine.ts';
import { type Orientation, orientationMatrix, orientedSize } from '../../core/geometry/orientation.ts';
import { mostTelling } from '../../core/inspection/nested-boxes.ts';
import type { InkReport } from '../../core/lint/ink-report.ts';
import { missedInk } from '../../core/lint/missed-ink.ts';
import { regionInk } from '../../core/lint/region-ink.ts';
import { type TextInk, textInkOf } from '../../core/lint/text-ink.ts';
import { breath } from '../../image/pieces.ts';
import type { EvidenceQuestion, OpenSession } from '../sessions.ts';

/** Reads the ink of a picture once, and says what it tells of the rectangles given last. */
export const openEvidence: OpenSession<'evidence'> = async ({ picture, orientation, size }) => {
  const map = inkOf(picture, orientation);
  const scale = { x: map.width / size.width, y: map.height / size.height };
  let boxes: GivenBoxes = NONE;
  let text: TextInk | null = null;

  const report = (
    frame: Extract<EvidenceQuestion, { kind: 'ink' }>['frame'],
    { all, telling }: GivenBoxes,
  ): InkReport => {
    text ??= textInkOf(map);
    const at = composeAffine(frame, { a: scale.x, b: 0, c: 0, d: scale.y, e: 0, f: 0 });
    const missed = missedInk(text, at, telling).map((value, index) => value / (index % 2 === 0 ? scale.x : scale.y));
    return { density: regionInk(map, at, all), missed };
  };

  return {
    async ask(question, { signal }) {
      // At once, whatever becomes of the questions about them.
      if (question.kind === 'rectangles') {
        boxes = { all: question.received, telling: mostTelling(question) };
        return { answer: { kind: 'rectangles' }, transfer: [] };
      }
      // Others may be given while this question waits.
      const asked = boxes;
      // What was given up while another question was answered costs nothing.
      await breath();
      signal.throwIfAborted();
      if (question.kind === 'check')
        return { answer: { kind: 'check', check: checkFrame(map, size, asked.telling) }, transfer: [] };
      const { density, missed } = report(question.frame, asked);
      return { answer: { kind: 'ink', ink: { density, missed } }, transfer: [density.buffer, missed.buffer] };
    },
  };
};

interface GivenBoxes {
  readonly all: Float64Array;
  /** Of those that say where they belong: the box of a page leaves no ink out. */
  readonly telling: Float64Array;
}

const NONE: GivenBoxes = { all: new Float64Array(0), telling: new Float64Array(0) };

/** Transparent pixels are paper. */
function inkOf(picture: ImageBitmap, orientation: Orientation): InkMap {
  const { width, height } = orientedSize(picture, orientation);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser gave no canvas to read the image with.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.setTransform(orientationMatrix(picture, orientation));
  context.drawImage(picture, 0, 0);
  picture.close();
  const { data } = context.getImageData(0, 0, width, height);
  const gray = new Uint8Array(width * height);
  // Rec. 601, in whole numbers.
  for (let at = 0, from = 0; at < gray.length; at += 1, from += 4)
    gray[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
  return inkMap(gray, width, height);
}
