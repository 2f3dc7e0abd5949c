import { receiveDecoded } from '../core/decode/sent.ts';
import type { PageScale } from '../core/pdf/page-scale.ts';
import type { TextOfPage } from '../core/pdf/text-as-regions.ts';
import { openSession, type Session } from '../workers/session.ts';
import type { PdfAnswer, PdfQuestion } from './pages.ts';

/** Milliseconds that one question may take. A page of the service takes less than two seconds. */
const PATIENCE = 30_000;
/** Bytes of a file. It is held twice while it opens. */
const MOST_BYTES = 256 * 1024 * 1024;

export interface ShownPage {
  /** Of the picture that Use as the image makes. */
  readonly scale: PageScale;
  /** Smaller, to be looked at. Whoever gets it closes it. */
  readonly picture: ImageBitmap;
  readonly hasText: boolean;
}

/** An open PDF, with a worker of its own. All of it rejects with an Error in words, or the signal's reason. Pages count from 1. */
export interface OpenPdf {
  readonly count: (signal: AbortSignal) => Promise<number>;
  readonly show: (page: number, signal: AbortSignal) => Promise<ShownPage>;
  /** The page as a PNG. */
  readonly picture: (page: number, signal: AbortSignal) => Promise<Blob>;
  /** The text of the page as regions on that picture. */
  readonly text: (page: number, scale: PageScale, signal: AbortSignal) => Promise<TextOfPage>;
  /** Ends the worker, and everything of the file with it. */
  readonly close: () => void;
}

export interface PdfOptions {
  /** Address of the page's assets. */
  readonly assets?: string;
  readonly patience?: number;
}

interface Opened {
  readonly session: Session<'pdf'>;
  /** Timers of questions that nobody waits for: their page may be at work all the same. The next answer says that it is not. */
  readonly left: Set<ReturnType<typeof setTimeout>>;
}

export function openPdf(file: Blob, name: string, options: PdfOptions = {}): OpenPdf {
  const { assets = new URL('assets/', document.baseURI).href, patience = PATIENCE } = options;
  let open: Opened | null = null;
  let closed = false;
  const close = () => {
    for (const timer of open?.left ?? []) clearTimeout(timer);
    open?.session.close();
    open = null;
  };

  const ask = async <K extends PdfQuestion['kind']>(
    question: Extract<PdfQuestion, { kind: K }> | (PdfQuestion & { kind: K }),
    signal: AbortSignal,
  ): Promise<Extract<PdfAnswer, { kind: K }>> => {
    signal.throwIfAborted();
    if (closed) throw new DOMException('The file was closed.', 'AbortError');
    if (file.size > MOST_BYTES)
      throw new Error(
        'This PDF is larger than 256 MiB, which is the most that opens here. Split it, then open a part.',
      );
    // A new one after a page that was given up: the other pages may be all right.
    const mine = (open ??= { session: openSession('pdf', { file, assets }), left: new Set() });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (open === mine) close();
    }, patience);
    try {
      const answer = await mine.session.ask(question, { signal });
      if (!isOf(answer, question.kind))
        throw new Error('The PDF could not be read: its worker answered something else.');
      for (const one of mine.left) clearTimeout(one);
      mine.left.clear();
      return answer;
    } catch (cause) {
      if (!late && signal.aborted && open === mine) mine.left.add(timer);
      // Another question's page kept the worker busy: this one has its own time, in a new worker.
      else if (!late && open !== mine && !closed) return await ask(question, signal);
      if (!late) throw cause;
      const seconds = Math.round(patience / 1000);
      throw new Error(
        `It took longer than ${seconds} seconds, so it was given up. Save the file to look at it elsewhere.`,
        {
          cause,
        },
      );
    } finally {
      if (!mine.left.has(timer)) clearTimeout(timer);
    }
  };

  return {
    count: async (signal) => (await ask({ kind: 'open' }, signal)).pages,
    show: (page, signal) => ask({ kind: 'page', page }, signal),
    picture: async (page, signal) => (await ask({ kind: 'picture', page }, signal)).file,
    text: async (page, { width, height }, signal) => {
      const { decoded } = await ask({ kind: 'text', page }, signal);
      return { name, page, size: { width, height }, decoded: receiveDecoded(decoded) };
    },
    close: () => {
      closed = true;
      close();
    },
  };
}

function isOf<K extends PdfAnswer['kind']>(answer: PdfAnswer, kind: K): answer is Extract<PdfAnswer, { kind: K }> {
  return answer.kind === kind;
}
