/** Half-open: `to` is the first place behind it. Of bytes or characters, as its owner says. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
