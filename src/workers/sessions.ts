import type { CropPiece } from '../core/export/crop-batches.ts';
import type { CropFormat } from '../core/export/crop-format.ts';
import type { CropOutcome } from '../core/export/manifest.ts';
import type { ZipEntry } from '../core/export/zip.ts';
import type { FoundInSlice } from '../core/inspection/folded-texts.ts';
import type { PackedTexts } from '../core/inspection/packed-texts.ts';
import type { FrameCheck } from '../core/frame-check/check.ts';
import type { Affine } from '../core/geometry/affine.ts';
import type { Orientation } from '../core/geometry/orientation.ts';
import type { Size } from '../core/geometry/space.ts';
import type { InkReport } from '../core/lint/ink-report.ts';
import type { PixelBand } from '../image/pixel-bands.ts';
import type { PdfAnswer, PdfQuestion, PdfStart } from '../pdf/pages.ts';

/**
 * Workers that keep what they were given: opened with a start, asked many times, closed by whoever opened them.
 * A session is a row here, a file in `sessions/` and a line in `session-worker.ts`. All of it survives a structured clone.
 */
export interface Sessions {
  /** Says what it is asked, joined to what it was started with; for the tests of the door itself. */
  echo: { readonly start: string; readonly question: string; readonly part: string; readonly answer: string };
  /** Finds words in texts. Asked with folded words; tells the indices of texts that hold them, ascending, and answers with the rest. */
  search: {
    readonly start: PackedTexts;
    readonly question: string;
    readonly part: FoundInSlice;
    readonly answer: Uint32Array<ArrayBuffer>;
  };
  /** Makes crops of one picture out of pieces of it. The pieces may be transferred. */
  crops: {
    readonly start: CropsStart;
    readonly question: readonly PieceOfPixels[];
    readonly part: never;
    /** One for each crop of the pieces, in their order. */
    readonly answer: { readonly bytes: Uint8Array<ArrayBuffer>; readonly crops: readonly MadeCrop[] };
  };
  /** What the pixels of a picture say of rectangles. The picture is transferred. */
  evidence: {
    readonly start: EvidenceStart;
    readonly question: EvidenceQuestion;
    readonly part: never;
    /** Of the kind of the question. */
    readonly answer: EvidenceAnswer;
  };
  /** Pages of a PDF: drawn, and read. The answer is of the kind of the question. */
  pdf: { readonly start: PdfStart; readonly question: PdfQuestion; readonly part: never; readonly answer: PdfAnswer };
}

export interface EvidenceStart {
  /** Reduced, as stored. */
  readonly picture: ImageBitmap;
  /** How stored pixels are turned to be shown. */
  readonly orientation: Orientation;
  /** Of the whole picture as shown. */
  readonly size: Size;
}

export type EvidenceQuestion =
  /** What all further questions are about: four numbers a row, as received. May be transferred. */
  | {
      readonly kind: 'rectangles';
      readonly received: Float64Array<ArrayBuffer>;
      readonly level: Uint8Array<ArrayBuffer>;
      /** Per row the one that holds it, or -1. */
      readonly parent: Int32Array<ArrayBuffer>;
    }
  | { readonly kind: 'check' }
  /** `frame`: from received to image pixels. */
  | { readonly kind: 'ink'; readonly frame: Affine };

export type EvidenceAnswer =
  | { readonly kind: 'rectangles' }
  | { readonly kind: 'check'; readonly check: FrameCheck }
  | { readonly kind: 'ink'; readonly ink: InkReport };

export interface CropsStart {
  readonly format: CropFormat;
  /** How stored pixels are turned to be shown. */
  readonly orientation: Orientation;
  /** Whole PNG chunks to carry over; used for PNG only. */
  readonly colourChunks: Uint8Array;
  /** The picture, to be transferred; null: each piece brings its pixels. */
  readonly bands: readonly PixelBand[] | null;
}

export interface PieceOfPixels extends CropPiece {
  /** Stored pixels of the piece's box, straight RGBA. null: they are in the bands. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer> | null;
}

/** What became of one crop; its file stands in `bytes` of the answer, behind its ZIP header. */
export interface MadeCrop extends CropOutcome {
  /** null when it failed. */
  readonly entry: ZipEntry | null;
}

export type SessionName = keyof Sessions;

/** What a session does in its worker. */
export interface SessionHost<S extends SessionName> {
  /** Gives back what no garbage collector does, before its worker ends. */
  readonly close?: () => void;
  /**
   * `tell` hands out a part of the answer before the rest is done. The signal aborts when the page gave up: a long loop
   * has to await something now and then to see it.
   */
  ask(
    question: Sessions[S]['question'],
    with_: {
      readonly signal: AbortSignal;
      readonly tell: (part: Sessions[S]['part'], transfer?: Transferable[]) => void;
    },
  ): Promise<{ readonly answer: Sessions[S]['answer']; readonly transfer: Transferable[] }>;
}

export type OpenSession<S extends SessionName> = (start: Sessions[S]['start']) => Promise<SessionHost<S>>;

/** What the page sends to a session's worker. `ask` numbers the questions; several may be under way. */
export type SessionRequest<S extends SessionName = SessionName> =
  | { readonly kind: 'open'; readonly session: S; readonly start: Sessions[S]['start'] }
  | { readonly kind: 'ask'; readonly ask: number; readonly question: Sessions[S]['question'] }
  | { readonly kind: 'abort'; readonly ask: number }
  | { readonly kind: 'close' };

export type SessionReply<S extends SessionName = SessionName> =
  | { readonly kind: 'part'; readonly ask: number; readonly part: Sessions[S]['part'] }
  | { readonly kind: 'answer'; readonly ask: number; readonly answer: Sessions[S]['answer'] }
  | { readonly kind: 'failed'; readonly ask: number; readonly name: string; readonly message: string };
