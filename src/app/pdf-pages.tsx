import { currentInspection, useInspections } from '../state/inspections.ts';
import { usePdfToShow } from '../state/pdf-to-show.ts';
import { usePart } from '../ui/kit/part.ts';
import { PARTS } from './parts.ts';

/** The dialog with the pages of a PDF, while one is shown. */
export function PdfPages() {
  const { pdf, close } = usePdfToShow();
  const part = usePart(PARTS.pdf, pdf !== null);
  if (!pdf || !part) return null;
  return (
    <part.PagesDialog
      key={pdf.name}
      name={pdf.name}
      first={pdf.page}
      open={() => part.openPdf(pdf.file, pdf.name)}
      onUse={async (page) => {
        await part.takePage(pdf, page);
        close();
      }}
      onClose={close}
    />
  );
}

/** Says whose text the regions are, while they are those of a PDF's page. */
export function PageTextNote() {
  const pageText = useInspections((state) => currentInspection(state).pageText);
  const part = usePart(PARTS.pdf, pageText !== null);
  if (!pageText || !part) return null;
  return <part.PageTextPanel text={pageText} onTakeBack={() => part.setPageText(null)} />;
}
