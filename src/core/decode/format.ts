import type { TaskKind } from '../ocr/contract.ts';
import type { Problem } from '../problem.ts';
import type { ResultFile } from './decoded.ts';
import type { LayoutRows } from './layout-rows.ts';
import type { Payload } from './payload.ts';
import type { RectangleRows } from './rectangle-rows.ts';
import type { RowSources } from './row-sources.ts';

/** What a format made of one entry. `problems` are those of reading; those of unwrapping are in the payload. */
export type Reading =
  | { readonly as: 'rectangles'; readonly rows: RectangleRows; readonly problems: readonly Problem[] }
  | { readonly as: 'text'; readonly text: string; readonly problems: readonly Problem[] }
  | {
      readonly as: 'layout';
      readonly rows: LayoutRows;
      /** The whole entry as plain text. */
      readonly text: string;
      readonly problems: readonly Problem[];
    }
  | {
      readonly as: 'file';
      readonly file: Omit<ResultFile, 'entry'>;
      /** Of a file that is text as well, such as a table: what stands among the texts when no entry is one. */
      readonly text?: string;
      readonly problems: readonly Problem[];
    }
  | { readonly as: 'nothing'; readonly problems: readonly Problem[] };

/** Where an entry was found: whether it stands alone decides what it can be. */
export interface EntryContext {
  readonly kind: TaskKind;
  readonly entries: number;
}

/** One row of the FORMATS table. `matches` looks, `read` reads; neither throws. */
export interface Format {
  /** Also the `type` of an entry that `matches` takes, whatever the case. */
  readonly name: string;
  /**
   * How its text begins, tested on the first 1,000 characters: a paste that begins like no format is not looked through. None: it is
   * not known from pasted text.
   */
  readonly begins?: RegExp;
  readonly matches: (payload: Payload, context: EntryContext) => boolean;
  readonly read: (payload: Payload, context: EntryContext) => Reading;
  /** Where the rows of its layout stand in the text of the payload. Asked for the one entry that somebody looks at; may throw. */
  readonly sources?: (payload: Payload) => RowSources;
}
