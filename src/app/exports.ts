import type { AnnotatedPicture } from '../core/export/exporters/annotated-picture.ts';
import type { Exporter, ExportInput, ExportScope } from '../core/export/exporters/exporter.ts';
import { EXPORTERS } from '../core/export/exporters/index.ts';
import { imageStem } from '../core/export/file-names.ts';
import type { FrameSetting } from '../core/geometry/frame-setting.ts';
import type { Thresholds } from '../core/inspection/confidence.ts';
import { itemsIn } from '../core/inspection/item-bits.ts';
import { allItems } from '../core/inspection/listed.ts';
import { countSelected, type Selection } from '../core/inspection/selection.ts';
import { once } from '../core/once.ts';
import { paletteOf } from '../core/paint/palette.ts';
import { collectChunks } from '../files/collect-chunks.ts';
import { saveBlob } from '../files/save.ts';
import { openBandCanvas } from '../image/band-canvas.ts';
import { imageFacts } from '../image/crop.ts';
import type { ImageView } from '../image/image-view.ts';
import type { Theme } from '../state/settings.ts';
import { useView } from '../state/view-store.ts';
import type { FileExport } from '../ui/export/export-options.ts';
import { createPart } from '../ui/kit/part.ts';
import type { PageData } from './use-inspection.ts';

/** What is exported of the page: nothing of its tasks, whose polls would have everything counted anew. */
export interface ExportedPage extends Pick<PageData, 'inspection' | 'image' | 'matches' | 'searching'> {
  /** Of the frame. */
  readonly setting: FrameSetting;
}

/** How the page looks, where it is not in the page's data. */
export interface PageLook {
  readonly theme: Theme;
  /** Ink that no region covers; null while it is not known. */
  readonly missed: Float64Array | null;
  /** Rows in the reading order that was chosen; null: as received. */
  readonly order: Uint32Array | null;
  /** By which regions are coloured by confidence; absent or null: they are not. */
  readonly thresholds?: Thresholds | null;
}

/** The work of each exporter, as a part that comes when it is wanted. */
const WORK = new Map(EXPORTERS.map(({ id, label, load }) => [id, createPart(`The export ${label}`, load)]));

/** Every row of the exporters' table over what is shown, for the menu and the dialog. */
export function fileExports(page: ExportedPage, selection: Selection, look: PageLook): readonly FileExport[] {
  const { inspection, image, matches, searching } = page;
  const { itemCount } = inspection;
  const selected = once(() => countSelected(selection, itemCount));
  const itemsOf: Readonly<Record<ExportScope, () => Uint32Array>> = {
    all: () => allItems(itemCount),
    selected: once(() => itemsIn(selection.bits).subarray(0, selected())),
    matching: () => matches,
  };
  const counts = {
    all: itemCount,
    // Counted when a dialog shows it, and not at every change of the selection.
    get selected() {
      return selected();
    },
    matching: matches.length,
  };
  const inputOf = async (scope: ExportScope): Promise<ExportInput> => ({
    inspection,
    items: itemsOf[scope](),
    scope,
    search: searching ? useView.getState().search : '',
    order: look.order,
    image: image && (await imageFacts(image)),
    setting: page.setting,
    picture: image && pictureOf(image, page, look),
  });
  const nameOf = ({ ending, extension }: Exporter) => `${imageStem(image?.source.name ?? null)}-${ending}.${extension}`;
  return EXPORTERS.map((exporter) => ({
    id: exporter.id,
    label: exporter.label,
    description: exporter.description,
    missing: missingFor(exporter, page),
    counts,
    searching: searching || inspection.shownLevels !== null,
    levelsHidden: inspection.shownLevels !== null,
    fileName: nameOf(exporter),
    outlook: async (scope, signal) => {
      const [work, input] = await Promise.all([workOf(exporter), inputOf(scope)]);
      return work.outlook(input, signal);
    },
    onExport: async (scope, { signal, onProgress }) => {
      const [work, input] = await Promise.all([workOf(exporter), inputOf(scope)]);
      const blob = await collectChunks(work.make(input, { signal, onProgress }), exporter.mime);
      signal.throwIfAborted();
      saveBlob(blob, nameOf(exporter));
    },
  }));
}

async function workOf({ id, load }: Exporter) {
  return (await WORK.get(id)?.load('quietly')) ?? load();
}

/** Why an exporter has nothing to work on; null when it has. */
function missingFor({ needs }: Exporter, { inspection, image }: ExportedPage): string | null {
  if (needs === 'items') return inspection.itemCount > 0 ? null : 'Needs regions or texts';
  if (needs === 'regions') return inspection.regions.count > 0 ? null : 'Needs regions';
  return image !== null && inspection.regions.count > 0 ? null : 'Needs the image and regions';
}

function pictureOf(
  image: ImageView,
  { matches, searching }: ExportedPage,
  { theme, missed, thresholds }: PageLook,
): AnnotatedPicture {
  const { labels, text, order, missedInk } = useView.getState();
  const { size, source } = image;
  return {
    size,
    read: async (y, height, signal) => (await image.read({ x: 0, y, width: size.width, height }, signal)).rgba,
    colourChunks: source.colourChunks,
    palette: paletteOf(theme, true),
    matches: searching ? matches : null,
    labels,
    text,
    order,
    missed: missedInk ? missed : null,
    thresholds: thresholds ?? null,
    openCanvas: openBandCanvas,
  };
}
