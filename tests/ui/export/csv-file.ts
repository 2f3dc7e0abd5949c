import type { FileExport } from '../../../src/ui/export/export-options.ts';

/** A way out with three regions, two of them selected; nothing is searched for. */
export function csvFile(change: Partial<FileExport> = {}): FileExport {
  return {
    id: 'csv',
    label: 'CSV',
    description: 'For sheets',
    missing: null,
    counts: { all: 3, selected: 2, matching: 3 },
    searching: false,
    fileName: 'page-regions.csv',
    outlook: (scope) =>
      Promise.resolve({
        count: scope === 'all' ? 3 : 2,
        holds: `${scope === 'all' ? 3 : 2} rows under a header.`,
        losses: scope === 'all' ? ['1 cell begins as a formula does.'] : [],
      }),
    onExport: () => Promise.resolve(),
    ...change,
  };
}
