import type { Inspection } from '../core/inspection/inspection.ts';
import { itemText } from '../core/inspection/items.ts';
import { shiftedBy } from '../core/inspection/pair.ts';
import { receivedRect } from '../core/inspection/region-table.ts';
import { type Copied, copyPng, copyText } from '../files/clipboard.ts';
import { saveBlob } from '../files/save.ts';
import { cropRegion } from '../image/crop.ts';
import type { ImageView } from '../image/image-view.ts';
import { useInspections } from '../state/inspections.ts';
import { problemWords } from '../ui/kit/problem-words.ts';
import type { RegionActions } from '../ui/regions/region-details.tsx';
import { planOne } from './crop-export.ts';
import type { PageData } from './use-inspection.ts';

/** What the buttons of the region details and of the list do. Failures reject with words. */
export interface PageRegionActions extends RegionActions {
  readonly onCopyAllTexts: () => Promise<void>;
  readonly onCopyAllRectangles: () => Promise<void>;
}

export function regionActions({ inspection, image, open }: PageData): PageRegionActions {
  const { change } = useInspections.getState();
  const cut = (item: number) => cropOf(inspection, image, item);

  return {
    onSaveCrop: async (item) => {
      const { blob, name } = await cut(item);
      saveBlob(blob, name);
    },
    onCopyCrop: async (item) => say(await copyPng(cut(item).then(({ blob }) => blob))),
    onCopyText: async (items) => say(await copyText(textsOf(inspection, items))),
    onCopyCoordinates: async (items) => say(await copyText(rectanglesOf(inspection, items))),
    onShiftTexts: (row, by) => change({ pairing: shiftedBy(open.pairing, row, by) }),
    onPairBy: (by) => change({ pairing: { ...open.pairing, by } }),
    onResetPairing: () => change({ pairing: { ...open.pairing, shifts: [] } }),
    onCopyAllTexts: async () => say(await copyText(textsOf(inspection, allItems(inspection)))),
    onCopyAllRectangles: async () => {
      const rows = Array.from({ length: inspection.regions.count }, (_, row) => row);
      say(await copyText(arrayOf(inspection, rows)));
    },
  };
}

/** Throws in words what the clipboard refused. */
function say(problem: Copied): void {
  if (problem) throw new Error(problemWords({ ...problem, where: '' }));
}

async function cropOf(inspection: Inspection, image: ImageView | null, item: number) {
  if (!image) throw new Error('There is no image to cut from yet. Drop the one that was sent.');
  const planned = planOne(inspection, image, item);
  const [row] = planned.rows;
  if (!row) throw new Error('A text without a region has no place on the image to cut.');
  if (!row.cut) throw new Error(`Nothing to save: ${(row.reason ?? 'there is no area').replace(/^not cut: /, '')}.`);
  return cropRegion(image, row, planned.format);
}

function textsOf(inspection: Inspection, items: Iterable<number>): string {
  const texts: string[] = [];
  for (const item of items) {
    const text = itemText(inspection, item);
    if (text !== null && text !== '') texts.push(text);
  }
  return texts.join('\n');
}

/** One region as `x1, y1, x2, y2`, several as the service's own array. */
function rectanglesOf(inspection: Inspection, items: readonly number[]): string {
  const rows = items.filter((item) => item < inspection.regions.count);
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return four(inspection, only);
  return arrayOf(inspection, rows);
}

/** `[[x1, y1, x2, y2], ...]`, as `results` of the service hold it. */
function arrayOf(inspection: Inspection, rows: readonly number[]): string {
  return `[${rows.map((row) => `[${four(inspection, row)}]`).join(', ')}]`;
}

/** As received; a refused entry has no numbers, and JSON has no NaN. */
function four(inspection: Inspection, row: number): string {
  const { x1, y1, x2, y2 } = receivedRect(inspection.regions, row);
  return [x1, y1, x2, y2].map((value) => (Number.isFinite(value) ? String(value) : 'null')).join(', ');
}

function* allItems({ itemCount }: Inspection): Generator<number> {
  for (let item = 0; item < itemCount; item += 1) yield item;
}
