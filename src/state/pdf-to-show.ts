import { create } from 'zustand';

/** A PDF whose pages the person looks at, to choose one. */
export interface PdfToShow {
  readonly file: Blob;
  readonly name: string;
  /** The one that is shown first, from 1. */
  readonly page: number;
  /** Makes a page the image, whose picture this is. Rejects in words. */
  readonly onPicture: (picture: Blob, name: string, page: number) => Promise<void>;
}

interface PdfState {
  readonly pdf: PdfToShow | null;
  readonly show: (pdf: PdfToShow) => void;
  /** Nothing of it is kept. */
  readonly close: () => void;
}

export const usePdfToShow = create<PdfState>()((set) => ({
  pdf: null,
  show: (pdf) => set({ pdf }),
  close: () => set({ pdf: null }),
}));
