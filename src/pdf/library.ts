/**
 * pdf.js as this project uses it: within one worker of ours, its drawing and its reading in the same thread. What a hostile file keeps
 * busy is ended with the worker, and the page never waits for it. The build for older browsers, as the other one needs those of 2026.
 */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import {
  getDocument,
  InvalidPDFException,
  OPS,
  PasswordException,
  type PDFDocumentProxy,
  VerbosityLevel,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { folderOfPdfFiles } from './files-folder.ts';

export { OPS };
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A picture of a page that is larger is left out, instead of filling the memory. */
const MOST_PICTURE_PIXELS = 128_000_000;

/**
 * There is no script of a PDF that could run: the sandbox for them is no part of the build, and forms of XFA are off.
 *
 * @param assets the address of this page's assets, where the files stand that pdf.js asks for
 * @throws Error in words when it is no PDF that opens
 */
export async function openDocument(data: Uint8Array<ArrayBuffer>, assets: string): Promise<PDFDocumentProxy> {
  const folder = new URL(folderOfPdfFiles(version), assets).href;
  const loading = getDocument({
    // As bytes: nothing is asked for by its address.
    data,
    wasmUrl: `${folder}wasm/`,
    cMapUrl: `${folder}cmaps/`,
    standardFontDataUrl: `${folder}standard_fonts/`,
    iccUrl: `${folder}iccs/`,
    useWorkerFetch: true,
    // A worker has no document: letters are drawn as shapes.
    disableFontFace: true,
    useSystemFonts: false,
    CanvasFactory: WorkerCanvases,
    FilterFactory: NoFilters,
    disableWorkerRendering: true,
    enableXfa: false,
    maxImageSize: MOST_PICTURE_PIXELS,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await loading.promise;
  } catch (cause) {
    throw new Error(whyNotOpened(cause), { cause });
  }
}

function whyNotOpened(cause: unknown): string {
  if (cause instanceof PasswordException)
    return 'This PDF is locked with a password, which cannot be given here. Open it in a PDF viewer and save it without one.';
  if (cause instanceof InvalidPDFException)
    return 'This PDF is broken: its pages cannot be found in it. It can be saved as it came.';
  const said = cause instanceof Error && cause.message !== '' ? ` (${cause.message})` : '';
  return `This PDF could not be opened${said}. It can be saved as it came.`;
}

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** What pdf.js draws parts of a page on: as its own factory, for which there has to be a document. */
class WorkerCanvases {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (!canvas) return;
    canvas.width = width;
    canvas.height = height;
  }

  destroy(made: CanvasAndContext): void {
    this.reset(made, 0, 0);
    made.canvas = null;
    made.context = null;
  }

  getNoAlphaContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D | null {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }
}

/** Filters are SVG in a document; pdf.js goes without them in workers, its own included. */
class NoFilters {
  readonly addFilter = none;
  readonly addHCMFilter = none;
  readonly addAlphaFilter = none;
  readonly addLuminosityFilter = none;
  readonly addKnockoutFilter = none;
  readonly addHighlightHCMFilter = none;
  readonly addSelectionHCMFilter = none;
  readonly addSelectionFilter = none;
  readonly createSelectionStyle = () => null;
  readonly destroy = () => undefined;
}

function none(): string {
  return 'none';
}
