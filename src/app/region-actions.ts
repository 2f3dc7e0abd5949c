import { rectOfRequest, regionsOfRequest } from '../core/export/rect-of-request.ts';
import {
  rectanglesText,
  rectangleText,
  shownRectanglesText,
  shownRectangleText,
} from '../core/export/rectangles-text.ts';
import type { Inspection } from '../core/inspection/inspection.ts';
import { itemText } from '../core/inspection/items.ts';
import { shownItems } from '../core/inspection/levels-shown.ts';
import { allItems } from '../core/inspection/listed.ts';
import { shiftedBy } from '../core/inspection/pair.ts';
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
    onCopyText: async (items) => {
      refuseTooMany(items.length, 'texts');
      say(await copyText(textsOf(inspection, items)));
    },
    onCopyCoordinates: async (items) => {
      refuseTooMany(items.length, 'rectangles');
      say(await copyText(rectanglesOf(inspection, items)));
    },
    onCopyRects: async (items) => {
      refuseTooMany(items.length, 'rectangles');
      say(await copyText(requestOf(inspection, items)));
    },
    onCopyOnImage: async (items) => {
      refuseTooMany(items.length, 'rectangles');
      say(await copyText(onImageOf(inspection, items)));
    },
    onShiftTexts: (row, by, times) => change({ pairing: shiftedBy(open.pairing, row, by, times) }),
    onPairBy: (by) => change({ pairing: { ...open.pairing, by } }),
    onResetPairing: () => change({ pairing: { ...open.pairing, shifts: [] } }),
    onCopyAllTexts: async () => {
      // A block has the text of its lines: of levels that are not shown it would be copied again.
      const items = shownItems(inspection) ?? allItems(inspection.itemCount);
      refuseTooMany(items.length, 'texts');
      say(await copyText(textsOf(inspection, items)));
    },
    onCopyAllRectangles: async () => {
      refuseTooMany(inspection.regions.count, 'rectangles');
      say(await copyText(rectanglesText(inspection.regions, allItems(inspection.regions.count))));
    },
  };
}

/** More would hold up the page while they are written down, and other programs while they are pasted. */
const MOST_COPIED = 100_000;

function refuseTooMany(count: number, what: 'texts' | 'rectangles'): void {
  if (count <= MOST_COPIED) return;
  const most = MOST_COPIED.toLocaleString('en-US');
  throw new Error(
    `${count.toLocaleString('en-US')} ${what} are too many for the clipboard: ${most} at most. Select some of them, and copy those.`,
  );
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

/** One region as `[x1, y1, x2, y2]`, several as the service's own array of these. */
function rectanglesOf({ regions }: Inspection, items: readonly number[]): string {
  const rows = items.filter((item) => item < regions.count);
  const [only] = rows;
  return rows.length === 1 && only !== undefined ? rectangleText(regions, only) : rectanglesText(regions, rows);
}

/** One region as the `rect` of a request, several as its `regions`. */
function requestOf({ regions, order }: Inspection, items: readonly number[]): string {
  const [only] = items;
  const rect = items.length === 1 && only !== undefined ? rectOfRequest(regions, only) : null;
  return rect ?? regionsOfRequest(regions, items, order);
}

/** As `rectanglesOf`, in pixels of the image as shown. */
function onImageOf(inspection: Inspection, items: readonly number[]): string {
  const rows = items.filter((item) => item < inspection.regions.count);
  const [only] = rows;
  return rows.length === 1 && only !== undefined
    ? shownRectangleText(inspection, only)
    : shownRectanglesText(inspection, rows);
}
