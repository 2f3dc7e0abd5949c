import { imageStem } from '../core/export/file-names.ts';
import type { TextOfPage } from '../core/pdf/text-as-regions.ts';
import { useInspections } from '../state/inspections.ts';
import type { PdfToShow } from '../state/pdf-to-show.ts';
import { useView } from '../state/view-store.ts';
import type { PageToUse } from '../ui/files/pages-dialog.tsx';

export { openPdf } from '../pdf/open-pdf.ts';
export { PageTextPanel } from '../ui/files/page-text-panel.tsx';
export { PagesDialog } from '../ui/files/pages-dialog.tsx';

/** Makes a page of a PDF the image, its text the regions, or both. Rejects in words; the text is not taken without its picture. */
export async function takePage(pdf: PdfToShow, { page, picture, text }: PageToUse): Promise<void> {
  const { current } = useInspections.getState();
  if (picture) await pdf.onPicture(picture, `${imageStem(pdf.name)}-page-${page}.png`, page);
  if (text && useInspections.getState().current === current) setPageText(text);
}

/** null: the regions of the answers are shown again. */
export function setPageText(pageText: TextOfPage | null): void {
  useInspections.getState().change({ pageText });
  // What was selected or looked for are other regions.
  useView.getState().reset();
}
