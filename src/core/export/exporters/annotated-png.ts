import { hasFlag } from '../../inspection/region-table.ts';
import { isDrawable } from '../../inspection/inspection.ts';
import { pngStream } from '../png-stream.ts';
import { annotatedBands } from './annotated-bands.ts';
import type { AnnotatedPicture } from './annotated-picture.ts';
import type { ExportInput, ExportWork } from './exporter.ts';
import { counted, LossCount, type LossWords } from './losses.ts';
import { visited } from './turns.ts';

const KINDS = ['outside', 'noArea', 'refused', 'texts'] as const;
const WORDS: Readonly<Record<(typeof KINDS)[number], LossWords>> = {
  outside: (count, one) =>
    one
      ? '1 region lies outside the image in part or whole: it is cut off at the edge.'
      : `${count} regions lie outside the image in part or whole: they are cut off at the edge.`,
  noArea: (count, one) =>
    one ? '1 region has no area and is not drawn.' : `${count} regions have no area and are not drawn.`,
  refused: (count, one) =>
    one ? '1 entry is not a rectangle and is not drawn.' : `${count} entries are not rectangles and are not drawn.`,
  texts: (count, one) =>
    one ? '1 text has no rectangle and is not drawn.' : `${count} texts have no rectangle and are not drawn.`,
};

/**
 * The picture at full size with its regions as the screen shows them at 100 %. Made in bands, so that no canvas is larger than
 * a band and no limit of a canvas is met: whatever picture opens is written in full.
 */
export const annotatedPng: ExportWork = {
  outlook: async (input, signal) => {
    const { inspection, items, image, scope } = input;
    const { size } = pictureOf(input);
    const losses = new LossCount(WORDS, KINDS);
    let count = 0;
    await visited(items, signal, (item) => {
      if (isDrawable(inspection, item)) count += 1;
      else if (item >= inspection.regions.count) losses.add('texts');
      else losses.add(hasFlag(inspection.regions, item, 'refused') ? 'refused' : 'noArea');
      if (inspection.outside[item] === 1 && isDrawable(inspection, item)) losses.add('outside');
    });
    const holds = `${counted(size.width)} × ${counted(size.height)} px, every pixel of the image, with ${counted(count)} ${count === 1 ? 'region' : 'regions'} drawn on it ${scope === 'all' && inspection.shownLevels !== null ? 'in the colours of the screen, levels that are not shown too' : 'as on the screen at 100 %'}.`;
    // Of the image: 16 bits a channel are read as 8, an animation's first frame is shown.
    return { count, holds, losses: [...losses.list(), ...(image?.notes ?? [])] };
  },
  make: (input, run) => {
    const { size, colourChunks } = pictureOf(input);
    return pngStream(size, colourChunks, annotatedBands(input, pictureOf(input), run));
  },
};

function pictureOf({ picture }: ExportInput): AnnotatedPicture {
  if (!picture) throw new Error('There is no image to draw on. Choose the image first.');
  return picture;
}
