/** What the page asks of a PDF, and what its worker answers. */
import type { SentDecoded } from '../core/decode/sent.ts';
import type { PageScale } from '../core/pdf/page-scale.ts';

export interface PdfStart {
  readonly file: Blob;
  /** Address of the page's assets. */
  readonly assets: string;
}

/** Pages count from 1. */
export type PdfQuestion =
  | { readonly kind: 'open' }
  | { readonly kind: 'page' | 'picture' | 'text'; readonly page: number };

export type PdfAnswer =
  | { readonly kind: 'open'; readonly pages: number }
  | { readonly kind: 'page'; readonly scale: PageScale; readonly picture: ImageBitmap; readonly hasText: boolean }
  /** PNG of the size of `scale`. */
  | { readonly kind: 'picture'; readonly file: Blob }
  /** A layout: page, lines, words, in pixels of the picture. */
  | { readonly kind: 'text'; readonly decoded: SentDecoded };
