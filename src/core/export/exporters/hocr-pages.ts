import type { Inspection } from '../../inspection/inspection.ts';
import { itemText } from '../../inspection/items.ts';
import type { Level } from '../../inspection/levels.ts';
import type { ExportWork } from './exporter.ts';
import { hocrLosses } from './hocr-losses.ts';
import { DIV, nested, TAGS } from './hocr-tree.ts';
import { boxOf, NO_XML, plain } from './hocr-values.ts';
import { orderWords } from './in-order.ts';
import { itemConfidence, itemLevel } from './item-facts.ts';
import { counted } from './losses.ts';
import { visited, written } from './turns.ts';

/** hOCR 1.2, 5 to 7. It has no word for what is no more than a region: a block, and by our own name what it was. */
const CLASSES: Readonly<Record<Level, string>> = {
  region: 'ocrx_region ocrx_block',
  page: 'ocr_page',
  block: 'ocr_carea',
  paragraph: 'ocr_par',
  line: 'ocr_line',
  word: 'ocrx_word',
};

/**
 * hOCR 1.2 (https://kba.github.io/hocr-spec/1.2/) as well-formed XHTML. Boxes are those on the image as shown. What stands in no
 * page stands in one as large as the image. Texts are written where they are not those of regions within.
 */
export const hocrPages: ExportWork = {
  outlook: async (input, signal) => {
    const tree = await nested(input, signal);
    const losses = await hocrLosses(input, tree, signal);
    const { length } = tree.rows;
    const regions = `${counted(length)} ${length === 1 ? 'region' : 'regions'}, ${orderWords(input.order)}`;
    return {
      count: length,
      holds: `${regions}, with boxes on the image as shown, texts, levels and confidences.`,
      losses,
    };
  },
  async *make(input, run) {
    const { inspection, image } = input;
    const { rows, around, told, tags, loose } = await nested(input, run.signal);
    const name = image ? `image "${xml(image.name.replaceAll('"', "'"))}"; ` : '';
    const tagOf = (row: number) => TAGS[tags[row] ?? DIV] ?? 'div';
    let pages = 0;
    const pageTitle = (box: readonly number[]) => `${name}bbox ${box.join(' ')}; ppageno ${pages++}`;
    const titleOf = (row: number) => {
      const { box } = boxOf(inspection, row);
      const sure = itemConfidence(inspection, row);
      const title = itemLevel(inspection, row) === 'page' ? pageTitle(box) : `bbox ${box.join(' ')}`;
      return sure === null ? title : `${title}; x_wconf ${Number((sure * 100).toPrecision(7))}`;
    };
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n`;
    yield `<meta charset="utf-8"/>\n<title>${xml(image?.name ?? 'Regions')}</title>\n<meta name="ocr-system" content="Regionscope"/>\n`;
    yield `<meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_block ocrx_region ocrx_word ocrp_wconf"/>\n</head>\n<body>\n`;
    if (loose > 0) {
      const { width, height } = inspection.imageSize ?? (await extentOf(inspection, rows, run.signal));
      yield `<div class="ocr_page" title='${pageTitle([0, 0, width, height])}'>\n`;
    }
    yield* written(rows, run, (row, place) => {
      const level = itemLevel(inspection, row) ?? 'region';
      const text = told[row] === 1 ? '' : markup(itemText(inspection, row) ?? '');
      const next = rows[place + 1];
      const within = next === undefined ? -1 : (around[next] ?? -1);
      let piece = `<${tagOf(row)} class="${CLASSES[level]}" id="region_${row + 1}" title='${titleOf(row)}'>${text}`;
      // Space between elements is space between words, but not inside of one.
      if (within === row && level !== 'word') piece += '\n';
      for (let open = row; open >= 0 && open !== within; open = around[open] ?? -1)
        piece += `</${tagOf(open)}>${itemLevel(inspection, around[open] ?? Infinity) === 'word' ? '' : '\n'}`;
      return place === loose - 1 ? `${piece}</div>\n` : piece;
    });
    yield '</body>\n</html>\n';
  },
};

async function extentOf(inspection: Inspection, rows: Uint32Array, signal: AbortSignal) {
  const extent = { width: 0, height: 0 };
  await visited(rows, signal, (row) => {
    const [, , x2 = 0, y2 = 0] = boxOf(inspection, row).box;
    extent.width = Math.max(extent.width, x2);
    extent.height = Math.max(extent.height, y2);
  });
  return extent;
}

/** Line breaks are kept for those who look at the file. */
function markup(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => xml(plain(line)))
    .filter((line) => line !== '')
    .join('<br/>');
}

function xml(text: string): string {
  return text.replace(NO_XML, '\ufffd').replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
