import { useEffect, useState } from 'react';
import type { OpenPdf, ShownPage } from '../../pdf/open-pdf.ts';
import { failureWords } from '../kit/use-feedback.ts';

export interface PageAsShown extends ShownPage {
  /** From 1. */
  readonly page: number;
}

export interface PdfReading {
  readonly pdf: OpenPdf | null;
  /** null: not known yet. */
  readonly pages: number | null;
  /** The page drawn last; another one than `page` while that is being drawn. */
  readonly shown: PageAsShown | null;
  /** Why there are no pages, or not this one. */
  readonly failed: string | null;
}

/** An open PDF and one of its pages. The worker, its document and its pictures end with the component. */
export function usePdfPage(open: () => OpenPdf, page: number): PdfReading {
  // What it was opened with: what comes later is the same file.
  const [first] = useState(() => open);
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [pages, setPages] = useState<number | null>(null);
  const [shown, setShown] = useState<PageAsShown | null>(null);
  const [failed, setFailed] = useState<{ readonly page: number | null; readonly words: string } | null>(null);

  useEffect(() => {
    const opened = first();
    const stop = new AbortController();
    const counted = (count: number) => {
      if (stop.signal.aborted) return;
      setPages(count);
      setPdf(opened);
    };
    opened
      .count(stop.signal)
      .then(counted, (error: unknown) => !stop.signal.aborted && setFailed({ page: null, words: failureWords(error) }));
    return () => {
      stop.abort();
      opened.close();
      setPdf(null);
    };
  }, [first]);

  useEffect(() => {
    if (!pdf) return undefined;
    const stop = new AbortController();
    const drawn = (made: ShownPage) => {
      if (stop.signal.aborted) made.picture.close();
      else setShown({ ...made, page });
    };
    pdf
      .show(page, stop.signal)
      .then(drawn, (error: unknown) => !stop.signal.aborted && setFailed({ page, words: failureWords(error) }));
    return () => {
      stop.abort();
      // Come back to, the page is tried again.
      setFailed(null);
    };
  }, [pdf, page]);

  useEffect(() => () => shown?.picture.close(), [shown]);

  const ofThis = failed && (failed.page === null || failed.page === page) ? failed.words : null;
  return { pdf, pages, shown, failed: ofThis };
}
