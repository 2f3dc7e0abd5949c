import { sendDecoded } from '../core/decode/sent.ts';
import type { Affine } from '../core/geometry/affine.ts';
import { type MostPixels, pageScale, type PageScale } from '../core/pdf/page-scale.ts';
import { pageText, type TextRun } from '../core/pdf/page-text.ts';
import { textAsRegions } from '../core/pdf/text-as-regions.ts';
import { openDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from './library.ts';
import type { PdfAnswer, PdfQuestion, PdfStart } from './pages.ts';
import { pictureScale } from './picture-scale.ts';

/** Canvases of Chromium end at 16,384 px a side; 64 megapixels are 256 MB, and A4 at 900 dpi. */
const MOST: MostPixels = { side: 16_384, area: 64_000_000 };
/** What a dialog has room for. */
const MOST_IN_PREVIEW: MostPixels = { side: 1_600, area: 1_600_000 };
/** Enough of a page's text to tell that it has some. */
const LOOKED_AT = 200;
const MOST_RUNS = 1_000_000;

export interface OpenPages {
  readonly ask: (question: PdfQuestion) => Promise<{ readonly answer: PdfAnswer; readonly transfer: Transferable[] }>;
}

/** @throws Error in words */
export async function openPages({ file, assets }: PdfStart): Promise<OpenPages> {
  const document = await openDocument(new Uint8Array(await file.arrayBuffer()), assets);
  if (document.numPages < 1) throw new Error('This PDF has no pages. It can be saved as it came.');
  return {
    ask: async (question) => {
      if (question.kind === 'open') return { answer: { kind: 'open', pages: document.numPages }, transfer: [] };
      const page = await pageOf(document, question.page);
      try {
        return await answerOf(page, question);
      } catch (cause) {
        if (cause instanceof InWords) throw cause;
        throw new Error(`Page ${question.page} could not be read: ${reason(cause)}`, { cause });
      } finally {
        page.cleanup();
      }
    },
  };
}

async function answerOf(
  page: PDFPageProxy,
  question: Exclude<PdfQuestion, { kind: 'open' }>,
): Promise<{ readonly answer: PdfAnswer; readonly transfer: Transferable[] }> {
  const scale = await scaleOf(page);
  switch (question.kind) {
    case 'page': {
      const preview = reducedTo(page, scale, MOST_IN_PREVIEW);
      const picture = (await drawn(page, preview)).transferToImageBitmap();
      return { answer: { kind: 'page', scale, picture, hasText: await hasText(page) }, transfer: [picture] };
    }
    case 'picture': {
      const file = await (await drawn(page, scale)).convertToBlob({ type: 'image/png' });
      return { answer: { kind: 'picture', file }, transfer: [] };
    }
    case 'text': {
      const rows = pageText(await runsOf(page, MOST_RUNS), toPixels(page, scale), scale);
      if (!rows)
        throw new InWords('The text of this page has more than 1,000,000 words, which is the most that is read.');
      const { sent, transfer } = sendDecoded(textAsRegions(rows));
      return { answer: { kind: 'text', decoded: sent }, transfer };
    }
  }
}

class InWords extends Error {}

async function pageOf(document: PDFDocumentProxy, number: number): Promise<PDFPageProxy> {
  try {
    return await document.getPage(number);
  } catch (cause) {
    throw new Error(`Page ${number} is broken: it cannot be found in the file.`, { cause });
  }
}

/** Counted before anything is drawn. */
async function scaleOf(page: PDFPageProxy): Promise<PageScale> {
  const points = page.getViewport({ scale: 1 });
  const unit = page.userUnit > 0 ? page.userUnit : 1;
  const area = (points.width * points.height) / unit ** 2;
  // A page without an area is told before its pictures are looked at.
  if (!pageScale(points, null, MOST))
    throw new InWords(`Page ${page.pageNumber} has no area: there is nothing to show.`);
  const { fnArray, argsArray } = await page.getOperatorList();
  const ofPicture = pictureScale({ fnArray, argsArray }, OPS, area);
  const scale = pageScale(points, ofPicture === null ? null : ofPicture / unit, MOST);
  if (!scale) throw new InWords(`Page ${page.pageNumber} has no area: there is nothing to show.`);
  return scale;
}

function reducedTo(page: PDFPageProxy, { scale, ...size }: PageScale, most: MostPixels): PageScale {
  const points = page.getViewport({ scale: 1 });
  return pageScale(points, scale, most) ?? { scale, ...size };
}

type RenderOptions = Parameters<PDFPageProxy['render']>[0];

/** pdf.js draws on any canvas; its types know only that of a document. */
interface Drawable {
  render(how: Omit<RenderOptions, 'canvas'> & { readonly canvas: RenderOptions['canvas'] | OffscreenCanvas }): {
    readonly promise: Promise<void>;
  };
}

async function drawn(page: PDFPageProxy, { scale, width, height }: PageScale): Promise<OffscreenCanvas> {
  const canvas = new OffscreenCanvas(width, height);
  const drawable: Drawable = page;
  await drawable.render({ canvas, viewport: page.getViewport({ scale }), background: 'white' }).promise;
  return canvas;
}

function toPixels(page: PDFPageProxy, { scale }: PageScale): Affine {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[] = page.getViewport({ scale }).transform;
  return { a, b, c, d, e, f };
}

async function hasText(page: PDFPageProxy): Promise<boolean> {
  return (await runsOf(page, LOOKED_AT)).some(({ str }) => str.trim() !== '');
}

/** The runs of a page, as far as `most`: a small file may hold a great many. */
async function runsOf(page: PDFPageProxy, most: number): Promise<TextRun[]> {
  const runs: TextRun[] = [];
  const reader: ReadableStreamDefaultReader<Awaited<ReturnType<PDFPageProxy['getTextContent']>>> = page
    .streamTextContent({ includeMarkedContent: false })
    .getReader();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one part of a stream after the other
    const { done, value } = await reader.read();
    if (done) return runs;
    for (const item of value.items) {
      if (!('str' in item)) continue;
      const { ascent = NaN, descent = NaN, vertical = false } = value.styles[item.fontName] ?? {};
      const { str, dir, transform, width, height, hasEOL } = item;
      runs.push({ str, dir, transform, width, height, hasEOL, ascent, descent, vertical });
    }
    if (runs.length < most) continue;
    void reader.cancel(new Error('enough was read')).catch(() => undefined);
    return runs;
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error && cause.message !== '' ? cause.message : 'its content is broken';
}
