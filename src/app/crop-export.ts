import { patternProblem, PLACEHOLDERS, type Placeholder, archiveName } from '../core/export/file-names.ts';
import { type CropPlan, planCrops } from '../core/export/crop-plan.ts';
import type { Inspection } from '../core/inspection/inspection.ts';
import { itemProblems } from '../core/inspection/items.ts';
import { type Selection, selectedItems } from '../core/inspection/selection.ts';
import { exportCrops } from '../files/crop-archive.ts';
import { saveBlob } from '../files/save.ts';
import { cropEncoder, imageFacts } from '../image/crop.ts';
import type { ImageView } from '../image/image-view.ts';
import type { CropExport, CropOptions, CropScope } from '../ui/export/crop-options.ts';
import { problemWords } from '../ui/kit/problem-words.ts';
import type { PageData } from './use-inspection.ts';

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
  { inspection, image, matches, searching }: PageData,
  selection: Selection,
): CropExport | null {
  if (!image || inspection.regions.count === 0) return null;
  const rowsOf = (which: CropScope) => rowsIn(which, inspection, matches, selection);
  const planFor = (options: CropOptions) => plan(inspection, image, rowsOf(options.which), options);
  return {
    // Counted when the dialog shows them, and not at every change of the selection.
    counts: {
      all: inspection.regions.count,
      get selected() {
        return rowsOf('selected').length;
      },
      get matching() {
        return rowsOf('matching').length;
      },
    },
    searching,
    archive: archiveName(image.source.name),
    placeholders: PLACEHOLDERS.map((name) => ({ name: `{${name}}`, means: MEANINGS[name] })),
    outlook: (options) => {
      const { rows, fileCount } = planFor(options);
      const problem = options.fileNames.trim() === '' ? null : patternProblem(options.fileNames);
      return {
        crops: fileCount,
        withoutFile: rows.length - fileCount,
        firstName: rows.find(({ file }) => file !== null)?.file ?? null,
        ...(problem !== null && { problem }),
      };
    },
    onExport: async (options, { signal, onProgress }) => {
      const planned = planFor(options);
      const { blob, name, failed } = await exportCrops({
        plan: planned,
        image: await imageFacts(image),
        view: image,
        encode: cropEncoder(image.source, planned.format),
        signal,
        onProgress,
      });
      saveBlob(blob, name);
      const [first] = failed;
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
  return plan(inspection, image, [item], { format: 'png', padding: 0, fileNames: '' });
}

function plan(
  inspection: Inspection,
  image: ImageView,
  rows: Iterable<number>,
  { format, padding, fileNames }: Pick<CropOptions, 'format' | 'padding' | 'fileNames'>,
): CropPlan {
  return planCrops(inspection, rows, {
    format,
    padding,
    pattern: fileNames,
    imageName: image.source.name,
    problemsOf: (row) => itemProblems(inspection, row).map(problemWords),
  });
}

function rowsIn(
  which: CropScope,
  { regions }: Inspection,
  matches: Uint32Array,
  selection: Selection,
): ArrayLike<number> & Iterable<number> {
  const isRow = (item: number) => item < regions.count;
  switch (which) {
    case 'all':
      return Uint32Array.from({ length: regions.count }, (_, row) => row);
    case 'selected':
      return selectedItems(selection).filter(isRow);
    case 'matching':
      return matches.filter(isRow);
  }
}
