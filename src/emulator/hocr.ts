/**
 * hOCR 1.2 (kba.github.io/hocr-spec) as OCR engines write it: page, areas, paragraphs, lines and words with `bbox`, words with
 * `x_wconf`. No sample of the service's own is published.
 */
import type { SampleTruth } from '../core/samples/truth.ts';
import { escaped } from './markup.ts';

type Corners = SampleTruth['regions'][number];

/** One page, or several of the same size: each a list of regions with their texts. */
export function hocrPages({ image }: Pick<SampleTruth, 'image'>, pages: readonly HocrRegions[]): string {
  const divs = pages.map((regions, at) => {
    const page = at + 1;
    const areas = regions.map(([corners, text], area) => areaOf(corners, text, `${String(page)}_${String(area + 1)}`));
    const title = `image "page-${String(page)}"; bbox 0 0 ${String(image.width)} ${String(image.height)}; ppageno ${String(at)}`;
    return `<div class="ocr_page" id="page_${String(page)}" title='${title}'>\n${areas.join('\n')}\n</div>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title>',
    '<meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_word"/></head><body>',
    ...divs,
    '</body></html>\n',
  ].join('\n');
}

export type HocrRegions = readonly (readonly [Corners, string])[];

export function regionsOf({ regions, texts }: SampleTruth): HocrRegions {
  return regions.map((corners, at) => [corners, texts[at] ?? '']);
}

function areaOf([x1, y1, x2, y2]: Corners, text: string, id: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const height = (y2 - y1) / Math.max(1, lines.length);
  const rows = lines.map((line, at) => {
    const top = Math.round(y1 + at * height);
    return lineOf([x1, top, x2, Math.round(top + height)], line.trim(), `${id}_${String(at + 1)}`);
  });
  const box = bbox([x1, y1, x2, y2]);
  return `<div class="ocr_carea" id="block_${id}" title="${box}"><p class="ocr_par" id="par_${id}" title="${box}">\n${rows.join('\n')}\n</p></div>`;
}

/** Words share the line by their letters, as in a face whose letters are all as wide. */
function lineOf(corners: Corners, line: string, id: string): string {
  const [x1, y1, x2, y2] = corners;
  const letter = (x2 - x1) / line.length;
  const words = [...line.matchAll(/\S+/g)].map(({ 0: word, index }, at) => {
    const box = bbox([Math.round(x1 + index * letter), y1, Math.round(x1 + (index + word.length) * letter), y2]);
    const name = `word_${id}_${String(at + 1)}`;
    return `<span class="ocrx_word" id="${name}" title="${box}; x_wconf ${String(confidenceOf(word))}">${escaped(word)}</span>`;
  });
  return `<span class="ocr_line" id="line_${id}" title="${bbox(corners)}; baseline 0 -4">${words.join(' ')}</span>`;
}

/** Plain words are read well, odd ones badly: the same word always alike. */
function confidenceOf(word: string): number {
  const odd = word.replace(/[a-z]/gi, '').length / word.length;
  return Math.round(97 - 62 * odd) - (word.length % 5);
}

function bbox(corners: Corners): string {
  return `bbox ${corners.map(String).join(' ')}`;
}
