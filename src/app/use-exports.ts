import { useMemo } from 'react';
import { useView } from '../state/view-store.ts';
import type { cropExport } from './crop-export.ts';
import type { fileExports, PageLook } from './exports.ts';
import type { PageData } from './use-inspection.ts';

/** What of the full view it takes. */
interface View {
  readonly cropExport: typeof cropExport;
  readonly fileExports: typeof fileExports;
}

type Exported = Pick<PageData, 'inspection' | 'image' | 'matches' | 'searching'> & {
  readonly open: Pick<PageData['open'], 'frame'>;
};

/** What the export's menu and its dialogs work with: the same objects while nothing that is exported changes. */
export function useExports(
  { inspection, image, matches, searching, open }: Exported,
  view: View | null,
  { theme, missed, order, thresholds = null }: PageLook,
) {
  const selection = useView((state) => state.selection);
  const { setting } = open.frame;
  const exported = useMemo(
    () => ({ inspection, image, matches, searching, setting }),
    [inspection, image, matches, searching, setting],
  );
  const crops = useMemo(() => view && view.cropExport(exported, selection), [view, exported, selection]);
  const files = useMemo(
    () => view?.fileExports(exported, selection, { theme, missed, order, thresholds }) ?? [],
    [view, exported, selection, theme, missed, order, thresholds],
  );
  return { crops, files };
}
