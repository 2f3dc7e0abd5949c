import type { CropFormat } from '../../core/export/crop-format.ts';
import { DEFAULT_PATTERN } from '../../core/export/file-names.ts';
import type { SlantedCrops } from '../../core/export/straight-cut.ts';

export type CropScope = 'all' | 'selected' | 'matching';

/** What the person asks for in the dialog **Export crops**. */
export interface CropOptions {
  readonly which: CropScope;
  readonly format: CropFormat;
  /** Whole pixels of the image, added on every side. */
  readonly padding: number;
  /** Pattern of the file names, without folder and extension: `{index}`. */
  readonly fileNames: string;
  /** Asked where regions lie slanted on the image. */
  readonly slanted: SlantedCrops;
}

export const DEFAULT_CROPS: CropOptions = {
  which: 'all',
  format: 'png',
  padding: 0,
  fileNames: DEFAULT_PATTERN,
  slanted: 'bounding box',
};

/** What an export with certain options would hold. */
export interface CropOutlook {
  readonly crops: number;
  /** Regions that there is nothing to cut of: rows of the manifest, without a file. */
  readonly withoutFile: number;
  /** `crops/001.png`; null when there is no crop at all. */
  readonly firstName: string | null;
  /** What is wrong with the pattern of names, in words; then nothing is exported. */
  readonly problem?: string;
  /** There are more crops than a ZIP can hold, in words; then nothing is exported either. */
  readonly tooMany?: string;
}

/** What the export is made by. The dialog only asks, shows and cancels. */
export interface CropExport {
  /** Regions in each scope. */
  readonly counts: Readonly<Record<CropScope, number>>;
  /** Something is searched for; otherwise "Matching the search" would mean all. */
  readonly searching: boolean;
  /** The screen leaves out regions of some levels: All has them, Matching has not. */
  readonly levelsHidden?: boolean;
  /** How the regions are shown, `scaled by 0.5`; null as received. */
  readonly shown: string | null;
  /** Regions lie slanted on the image. */
  readonly slanted: boolean;
  /** `page-crops.zip` */
  readonly archive: string;
  /** What may stand in a pattern: `{index}` and what it becomes. */
  readonly placeholders: readonly { readonly name: string; readonly means: string }[];
  /** Asked for whenever an option changes, but never while a key waits for it. */
  readonly outlook: (options: CropOptions) => CropOutlook;
  /** Cuts, packs and downloads. Rejects with an Error whose message is for the person, or in any way at all after `signal`. */
  readonly onExport: (options: CropOptions, running: CropRun) => Promise<void>;
}

export interface CropRun {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}
