import type { ExportOutlook, ExportRun, ExportScope } from '../../core/export/exporters/exporter.ts';

/** One way out of the page, as the menu and its dialog show it. The dialog only asks, shows and cancels. */
export interface FileExport {
  readonly id: string;
  /** Name of the menu item: `CSV`. */
  readonly label: string;
  readonly description: string;
  /** Why it cannot be asked for; null when it can. */
  readonly missing: string | null;
  /** Entries in each scope. */
  readonly counts: Readonly<Record<ExportScope, number>>;
  /** Something is searched for; otherwise "Matching the search" would mean all. */
  readonly searching: boolean;
  /** The screen leaves out regions of some levels: All has them, Matching has not. */
  readonly levelsHidden?: boolean;
  /** `page-regions.csv` */
  readonly fileName: string;
  /** What will be in the file and what will not. Rejects with an Error for the person, or in any way at all after the signal. */
  readonly outlook: (scope: ExportScope, signal: AbortSignal) => Promise<ExportOutlook>;
  /** Makes the file and downloads it. Rejects as `outlook` does. */
  readonly onExport: (scope: ExportScope, running: ExportRun) => Promise<void>;
}
