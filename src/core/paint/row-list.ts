/** Rows found while painting, in a buffer that is filled again for the next picture: nothing is made per row. */
export class RowList {
  #rows = new Uint32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A view of what was added; the next `clear` ends it. */
  get rows(): Uint32Array {
    return this.#rows.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  add(row: number): void {
    if (this.#length === this.#rows.length) {
      const more = new Uint32Array(this.#length * 2);
      more.set(this.#rows);
      this.#rows = more;
    }
    this.#rows[this.#length] = row;
    this.#length += 1;
  }
}
