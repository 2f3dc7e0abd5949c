import { patternProblem, PLACEHOLDERS, type Placeholder, archiveName } from '../core/export/file-names.ts';
import { countCrops, tooManyCrops } from '../core/export/crop-count.ts';
import { type CropPlan, planCrops } from '../core/export/crop-plan.ts';
import { keepsUpright } from '../core/geometry/affine.ts';
import { type FrameSetting, isAsReceived } from '../core/geometry/frame-setting.ts';
import { settingInWords } from '../core/geometry/frame-words.ts';
import type { Inspection } from '../core/inspection/inspection.ts';
import { once } from '../core/once.ts';
import { itemsIn } from '../core/inspection/item-bits.ts';
import { allItems, countBelow } from '../core/inspection/listed.ts';
import { countSelected, type Selection } from '../core/inspection/selection.ts';
import { exportCrops } from '../files/crop-archive.ts';
import { saveBlob } from '../files/save.ts';
import { imageFacts } from '../image/crop.ts';
import type { ImageView } from '../image/image-view.ts';
import { sharePixels } from '../image/share-pixels.ts';
import { useSlantedCrops } from '../state/slanted-crops.ts';
import { type CropExport, type CropOptions, type CropScope, DEFAULT_CROPS } from '../ui/export/crop-options.ts';
import { problemWords } from '../ui/kit/problem-words.ts';
import type { ExportedPage } from './exports.ts';

const MEANINGS: Record<Placeholder, string> = {
  index: 'its number, with leading zeros',
  text: 'the beginning of its text',
  x1: 'left, as received',
  y1: 'top, as received',
  x2: 'right, as received',
  y2: 'bottom, as received',
  width: 'width of the crop',
  height: 'height of the crop',
  image: 'name of the image',
};

/** What the dialog Export crops works with; null while there is nothing to cut. */
export function cropExport(
  { setting, inspection, image, matches, searching }: ExportedPage,
  selection: Selection,
): CropExport | null {
  if (!image || inspection.regions.count === 0) return null;
  const { count } = inspection.regions;
  const selected = once(() => countSelected(selection, count));
  const matching = once(() => countBelow(matches, count));
  // Both lists ascend, so the texts without a region stand at their ends.
  const rowsOf: Readonly<Record<CropScope, () => Uint32Array>> = {
    all: () => allItems(count),
    selected: once(() => itemsIn(selection.bits).subarray(0, selected())),
    matching: () => matches.subarray(0, matching()),
  };
  return {
    // Counted when the dialog shows them, and not at every change of the selection.
    counts: {
      all: count,
      get selected() {
        return selected();
      },
      get matching() {
        return matching();
      },
    },
    searching: searching || inspection.shownLevels !== null,
    levelsHidden: inspection.shownLevels !== null,
    shown: isAsReceived(setting) ? null : settingInWords(setting),
    slanted: !keepsUpright(inspection.frame),
    archive: archiveName(image.source.name),
    placeholders: PLACEHOLDERS.map((name) => ({ name: `{${name}}`, means: MEANINGS[name] })),
    outlook: (options) => {
      const { padding, slanted } = options;
      const { crops, withoutFile, firstRow } = countCrops(inspection, rowsOf[options.which](), padding, slanted);
      const [first] = plan(inspection, image, [firstRow], options).rows;
      const problem = options.fileNames.trim() === '' ? null : patternProblem(options.fileNames);
      const tooMany = tooManyCrops(crops);
      return {
        crops,
        withoutFile,
        firstName: first?.file ?? null,
        ...(problem !== null && { problem }),
        ...(tooMany !== null && { tooMany }),
      };
    },
    onExport: async (options, { signal, onProgress }) => {
      const { blob, name, files, failed } = await exportCrops({
        plan: plan(inspection, image, rowsOf[options.which](), options, setting),
        image: await imageFacts(image),
        view: image,
        share: (stop) => sharePixels(image.source, stop),
        signal,
        onProgress,
      });
      const [first] = failed;
      if (first && files === 0) throw new Error(`Nothing could be cut, so no ZIP was saved. ${first.reason}`);
      saveBlob(blob, name);
      if (first) {
        const others = failed.length === 1 ? '' : ` and ${failed.length - 1} more`;
        throw new Error(
          `The ZIP was saved, but region ${first.number}${others} could not be cut: ${first.reason.replace(/\.$/, '')}.`,
        );
      }
    },
  };
}

/** The plan of one region: Save crop and Copy crop cut exactly what the export would. */
export function planOne(inspection: Inspection, image: ImageView, item: number): CropPlan {
  return plan(inspection, image, [item], { ...DEFAULT_CROPS, slanted: useSlantedCrops.getState().slanted });
}

function plan(
  inspection: Inspection,
  image: ImageView,
  rows: Iterable<number>,
  { format, padding, fileNames, slanted }: Omit<CropOptions, 'which'>,
  setting: FrameSetting | null = null,
): CropPlan {
  return planCrops(inspection, rows, {
    format,
    padding,
    pattern: fileNames,
    slanted,
    setting,
    imageName: image.source.name,
    problemWords,
  });
}
