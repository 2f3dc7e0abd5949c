import type { Badge } from './badge.ts';

/** The badges of one frame in columns that are filled again in the next: nothing is kept alive by a frame. */
export class BadgeList {
  #count = 0;
  #rows = new Uint32Array(256);
  #looks = new Uint8Array(256);
  #places = new Float64Array(256 * 4);
  #lender: BadgeList | null = null;
  #dx = 0;
  #dy = 0;

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
    this.#lender = null;
  }

  /** Answers `find` from another list, whose picture stands (dx, dy) CSS pixels from where it was painted, until cleared. */
  borrow(lender: BadgeList, dx: number, dy: number): void {
    this.#lender = lender;
    this.#dx = dx;
    this.#dy = dy;
  }

  add(row: number, { x, y, width, height }: Badge, look: number): void {
    if (this.#count === this.#rows.length) this.#grow();
    const i = this.#count;
    this.#rows[i] = row;
    this.#looks[i] = look;
    this.#places[i * 4] = x;
    this.#places[i * 4 + 1] = y;
    this.#places[i * 4 + 2] = width;
    this.#places[i * 4 + 3] = height;
    this.#count = i + 1;
  }

  /** Where the number of a row stands; null when it stepped aside. */
  find(row: number): Badge | null {
    if (this.#lender) {
      const lent = this.#lender.find(row);
      return lent && { ...lent, x: lent.x + this.#dx, y: lent.y + this.#dy };
    }
    for (let i = 0; i < this.#count; i += 1) if (this.#rows[i] === row) return this.badge(i);
    return null;
  }

  rowOf(i: number): number {
    return this.#rows[i] ?? 0;
  }

  lookOf(i: number): number {
    return this.#looks[i] ?? 0;
  }

  badge(i: number): Badge {
    const at = i * 4;
    return {
      x: this.#places[at] ?? 0,
      y: this.#places[at + 1] ?? 0,
      width: this.#places[at + 2] ?? 0,
      height: this.#places[at + 3] ?? 0,
    };
  }

  #grow(): void {
    const rows = new Uint32Array(this.#rows.length * 2);
    const looks = new Uint8Array(rows.length);
    const places = new Float64Array(rows.length * 4);
    rows.set(this.#rows);
    looks.set(this.#looks);
    places.set(this.#places);
    this.#rows = rows;
    this.#looks = looks;
    this.#places = places;
  }
}
