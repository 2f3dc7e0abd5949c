import type { FrameSetting } from '../../geometry/frame-setting.ts';
import type { Inspection } from '../../inspection/inspection.ts';
import type { ImageFacts } from '../image-facts.ts';
import type { AnnotatedPicture } from './annotated-picture.ts';

/** Which of the items are written. */
export type ExportScope = 'all' | 'selected' | 'matching';

/** One row of the EXPORTERS table: what the menu says, and where the work stands. */
export interface Exporter {
  readonly id: string;
  /** Of the file's name behind the image's: `regions` for `page-regions.csv`. */
  readonly ending: string;
  /** Name of the menu item. */
  readonly label: string;
  readonly description: string;
  /** Without a dot. */
  readonly extension: string;
  /** Without a charset. */
  readonly mime: string;
  /** What has to be there: any item, a received region, or regions and the image. */
  readonly needs: 'items' | 'regions' | 'picture';
  /** Brings the work when it is wanted: nothing of it is needed to show the menu. */
  readonly load: () => Promise<ExportWork>;
}

/** What an exporter does. The same input gives the same outlook and the same bytes: there is no date in any of them. */
export interface ExportWork {
  /** What will be in the file, and what will not. Works in turns, so that the page answers meanwhile. */
  readonly outlook: (input: ExportInput, signal: AbortSignal) => Promise<ExportOutlook>;
  /**
   * The file, piece by piece; texts are to be written as UTF-8.
   * @throws the signal's reason when aborted; an Error in words when it cannot be made
   */
  readonly make: (input: ExportInput, run: ExportRun) => AsyncIterable<string | Uint8Array<ArrayBuffer>>;
}

export interface ExportInput {
  readonly inspection: Inspection;
  /** Items to write, ascending, each once: rows of regions, then texts without a rectangle. */
  readonly items: Uint32Array;
  readonly scope: ExportScope;
  /** What is searched for, as typed; empty when nothing is. */
  readonly search: string;
  /** Rows in the reading order that was chosen; null: as received. Items that are not in it come after it. */
  readonly order: Uint32Array | null;
  /** null while there is no image. */
  readonly image: ImageFacts | null;
  /** The inspection's frame as the person set it. */
  readonly setting: FrameSetting;
  /** The pixels, and how regions look on the screen; null while there is no image. */
  readonly picture: AnnotatedPicture | null;
}

export interface ExportRun {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface ExportOutlook {
  /** Of what `holds` speaks of: lines, rows, regions. 0: there is nothing to save. */
  readonly count: number;
  /** What the file holds, as a sentence. */
  readonly holds: string;
  /** What the file cannot carry, or carries in another way: sentences, each with its count. */
  readonly losses: readonly string[];
}
