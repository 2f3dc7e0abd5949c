import type { Span } from '../span.ts';

/** Where the rows of a reading stand in the text they were read from, half-open; characters from 0. */
export interface RowSources {
  readonly from: Int32Array<ArrayBuffer>;
  readonly to: Int32Array<ArrayBuffer>;
}

/** Collects them in the order of the rows. */
export class SourceList {
  private readonly from: number[] = [];
  private readonly to: number[] = [];

  set(row: number, { from, to }: Span): void {
    this.from[row] = from;
    this.to[row] = to;
  }

  /** Of a row read from something that is no place of its own, such as a text in a list: that of its parent. */
  inherit(row: number, parent: number): void {
    this.set(row, { from: this.from[parent] ?? 0, to: this.to[parent] ?? 0 });
  }

  done(): RowSources {
    return { from: Int32Array.from(this.from), to: Int32Array.from(this.to) };
  }
}
