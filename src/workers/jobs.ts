import type { SentDecoded } from '../core/decode/sent.ts';
import type { CsvTable } from '../core/decode/csv-table.ts';
import type { CropFormat } from '../core/export/crop-format.ts';
import type { EntryPlace } from '../core/intake/entry-of-answer.ts';
import type { KnownIds } from '../core/intake/intake.ts';
import type { SentIntake } from '../core/intake/sent.ts';
import type { BoxLint } from '../core/lint/box-lint.ts';
import type { TaskKind } from '../core/ocr/contract.ts';
import type { ResultEntry } from '../core/ocr/task.ts';
import type { OrderInput } from '../core/order/reading-order.ts';
import type { ItemPlaces, WirePlaceOfEntry } from '../core/wire/item-places.ts';

/** Every job that runs off the main thread: what goes in, what comes out. All of it survives a structured clone. */
export interface Jobs {
  decodeImage: {
    /**
     * A file whose EXIF no browser would apply. `plain`: there is neither alpha nor a profile in it that a browser could convert.
     * The first copy is `shrinkBy` times smaller than the picture; null: no copies.
     */
    readonly input: { readonly file: Blob; readonly plain: boolean; readonly shrinkBy: number | null };
    /** The picture, then shrunken copies of it, each half the one before. Whoever gets them closes them. */
    readonly output: { readonly bitmaps: readonly [ImageBitmap, ...ImageBitmap[]] };
  };
  /** Decodes fewer pixels than the file has, where the browser can: the copies without the picture. Fails where it cannot. */
  overviewImage: {
    readonly input: { readonly file: Blob; readonly width: number; readonly height: number };
    readonly output: { readonly bitmaps: readonly [ImageBitmap, ...ImageBitmap[]] };
  };
  /** Gives the memory of a large bitmap back, which takes longer than a frame. The bitmap has to be transferred. */
  closeBitmap: { readonly input: { readonly bitmap: ImageBitmap }; readonly output: null };
  encodeCrop: { readonly input: CropToEncode; readonly output: EncodedCrop };
  /** SHA-256 in lower-case hex; null where the page is not in a secure context. */
  hashFile: { readonly input: { readonly file: Blob }; readonly output: string | null };
  decodeAnswer: {
    readonly input: { readonly results: readonly ResultEntry[] | null; readonly kind: TaskKind };
    readonly output: SentDecoded;
  };
  /** The body of a large answer. Tells its envelope, without the entries, as soon as it is read; then decodes them. */
  readAnswer: {
    readonly input: {
      readonly raw: Uint8Array<ArrayBuffer>;
      readonly askedId: string | null;
      readonly kind: TaskKind;
      /** Gets an `AnswerReading`. Has to be transferred. */
      readonly told: MessagePort;
    };
    /** null when there is nothing to decode. */
    readonly output: SentDecoded | null;
  };
  /** A large paste, whatever it is. */
  readPasted: {
    readonly input: { readonly text: string; readonly known: KnownIds };
    readonly output: SentIntake;
  };
  /** The content of one large entry, as bytes or as a table; null when there is none to be had. */
  openEntry: { readonly input: EntryPlace; readonly output: Uint8Array<ArrayBuffer> | null };
  openTable: { readonly input: EntryPlace; readonly output: CsvTable | null };
  /** Where the rows of one entry stand in its decoded bytes. */
  findItemPlaces: { readonly input: WirePlaceOfEntry; readonly output: ItemPlaces | null };
  /** Four numbers a row, as received; a copy, to be transferred. */
  lintBoxes: {
    readonly input: { readonly received: Float64Array<ArrayBuffer>; readonly level: Uint8Array<ArrayBuffer> };
    readonly output: BoxLint;
  };
  /** Its columns are copies, to be transferred. */
  readingOrder: { readonly input: OrderInput; readonly output: Uint32Array<ArrayBuffer> };
}

export type JobName = keyof Jobs;

export interface CropToEncode {
  readonly width: number;
  readonly height: number;
  /** Straight RGBA. May be transferred: the sender's copy is empty then. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly format: CropFormat;
  /** Whole PNG chunks to carry over; used for PNG only. */
  readonly colourChunks: Uint8Array;
}

export interface EncodedCrop {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: string;
  /** Lower-case hex; null where the page is not in a secure context. */
  readonly sha256: string | null;
  /** In words: what the format could not keep. */
  readonly notes: readonly string[];
}

/** What the page sends to a worker. */
export interface JobRequest<J extends JobName = JobName> {
  readonly job: J;
  readonly input: Jobs[J]['input'];
}

/** What a worker answers: the output, or why there is none, in words. */
export type JobReply<J extends JobName = JobName> =
  | { readonly ok: true; readonly output: Jobs[J]['output'] }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** How a job is done in the worker: its output, and what of it is moved instead of copied. */
export type JobHandlers = {
  readonly [J in JobName]: (
    input: Jobs[J]['input'],
  ) => Promise<{ readonly output: Jobs[J]['output']; readonly transfer: Transferable[] }>;
};
