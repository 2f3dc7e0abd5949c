/** Pixels that touch each other, also by a corner. Half-open bounds in pixels. */
export interface InkGroup {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Pixels of ink in it; fewer than it has pixels where gaps were closed. */
  readonly ink: number;
  readonly runs: Runs;
}

/** Three numbers each: line, left, right (outside). */
export type Runs = readonly number[];

/**
 * The connected groups of `marks` (one byte a pixel, not 0 where it belongs to a group), by runs of a line that are joined with
 * those of the line above (union-find). `ink`: what counts as ink, where that is less than the marks.
 */
export function groupsOf(marks: Uint8Array, width: number, height: number, ink: Uint8Array = marks): InkGroup[] {
  const runs = runsOf(marks, width, height);
  const parents = new Int32Array(runs.length / 3).map((_, run) => run);
  let above = 0;
  for (let run = 0; run < parents.length; run += 1) {
    const line = runs[run * 3] ?? 0;
    const left = runs[run * 3 + 1] ?? 0;
    const right = runs[run * 3 + 2] ?? 0;
    while (above < run && isBefore(runs, above, line - 1, left)) above += 1;
    for (let over = above; over < run; over += 1) {
      if (runs[over * 3] !== line - 1 || (runs[over * 3 + 1] ?? 0) > right) break;
      join(parents, run, over);
    }
  }
  const whole = new Map<number, number[]>();
  for (let run = 0; run < parents.length; run += 1) {
    const root = rootOf(parents, run);
    const group = whole.get(root) ?? [];
    group.push(runs[run * 3] ?? 0, runs[run * 3 + 1] ?? 0, runs[run * 3 + 2] ?? 0);
    if (root === run) whole.set(root, group);
  }
  return [...whole.values()].flatMap((group) => groupOf(group, ink, width) ?? []);
}

/** Bounds of the ink in runs; null when there is none. */
export function groupOf(runs: Runs, ink: Uint8Array, width: number): InkGroup | null {
  let [left, top, right, bottom, count] = [Infinity, Infinity, 0, 0, 0];
  for (let at = 0; at < runs.length; at += 3) {
    const line = runs[at] ?? 0;
    for (let x = runs[at + 1] ?? 0; x < (runs[at + 2] ?? 0); x += 1) {
      if (!ink[line * width + x]) continue;
      count += 1;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (line < top) top = line;
      bottom = line + 1;
    }
  }
  return count === 0 ? null : { left, top, right, bottom, ink: count, runs };
}

/** The runs on both sides of a cut: of an upright one at x, or a level one at y. */
export function cutRuns(runs: Runs, axis: 'x' | 'y', where: number): [Runs, Runs] {
  const before: number[] = [];
  const after: number[] = [];
  for (let at = 0; at < runs.length; at += 3) {
    const line = runs[at] ?? 0;
    const left = runs[at + 1] ?? 0;
    const right = runs[at + 2] ?? 0;
    if (axis === 'y') (line < where ? before : after).push(line, left, right);
    else {
      if (left < where) before.push(line, left, Math.min(right, where));
      if (right > where) after.push(line, Math.max(left, where), right);
    }
  }
  return [before, after];
}

function runsOf(marks: Uint8Array, width: number, height: number): number[] {
  const runs: number[] = [];
  for (let line = 0; line < height; line += 1) {
    const start = line * width;
    for (let x = 0; x < width; x += 1) {
      if (!marks[start + x]) continue;
      const left = x;
      while (x < width && marks[start + x]) x += 1;
      runs.push(line, left, x);
    }
  }
  return runs;
}

/** A run that nothing from `left` of the line after `line` touches any more. */
function isBefore(runs: Runs, run: number, line: number, left: number): boolean {
  const at = runs[run * 3] ?? 0;
  return at < line || (at === line && (runs[run * 3 + 2] ?? 0) < left);
}

function rootOf(parents: Int32Array, run: number): number {
  let at = run;
  for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
    parents[at] = parents[up] ?? up;
    at = up;
  }
  return at;
}

/** The first of all runs of a group stands for it. */
function join(parents: Int32Array, one: number, other: number): void {
  const a = rootOf(parents, one);
  const b = rootOf(parents, other);
  parents[Math.max(a, b)] = Math.min(a, b);
}
