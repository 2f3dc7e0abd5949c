export interface Lines {
  readonly width: number;
  readonly gap: number;
  readonly lines: number;
  /** Width of what stands at the end when not all fit. */
  readonly more: number;
}

/** How many things of these widths stand in so many lines; all of them, or as many as leave room for `more`. Pixels. */
export function fittingInLines(widths: readonly number[], { width, gap, lines, more }: Lines): number {
  if (width <= 0 || linesOf(widths, width, gap) <= lines) return widths.length;
  let fitting = 0;
  for (let count = 1; count < widths.length; count += 1) {
    if (linesOf([...widths.slice(0, count), more], width, gap) > lines) break;
    fitting = count;
  }
  return fitting;
}

function linesOf(widths: readonly number[], width: number, gap: number): number {
  let lines = 1;
  let used = 0;
  for (const one of widths) {
    const next = used === 0 ? one : used + gap + one;
    if (next > width && used > 0) {
      lines += 1;
      used = one;
    } else used = next;
  }
  return lines;
}
