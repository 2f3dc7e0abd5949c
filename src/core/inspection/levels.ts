/**
 * What a region is, in results that tell blocks, lines and words apart, from the outside in. `RegionTable.level` is a
 * place in this list; lists of rectangles have `region` only. The names are those of hOCR (ocr_page, ocr_carea, ocr_par,
 * ocr_line, ocrx_word).
 */
export const LEVELS = ['region', 'page', 'block', 'paragraph', 'line', 'word'] as const;
export type Level = (typeof LEVELS)[number];

export function levelCode(level: Level): number {
  return LEVELS.indexOf(level);
}
