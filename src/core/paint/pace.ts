/**
 * How much may be painted before the frame is shown, counted in rows that were looked at: a count and not a clock, so that
 * the same picture is always made in the same steps.
 */
export class Pace {
  readonly #most: number;
  #spent = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** True when it is time to let the frame be shown; the count begins anew then. */
  spend(rows: number): boolean {
    this.#spent += rows;
    if (this.#spent < this.#most) return false;
    this.#spent = 0;
    return true;
  }
}
