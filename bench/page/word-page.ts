/** A scanned page of words, as `shared/performance.md` measured: 3000 x 4000 px, boxes the size of words. */
export const PAGE = { width: 3000, height: 4000 };
/** Of the canvas, in CSS pixels. */
export const STAGE = { width: 1280, height: 900 };

export type Numbers = readonly [number, number, number, number];

/** The same boxes for every run and every contestant. */
export function wordBoxes(count: number): Numbers[] {
  const random = mulberry32(42);
  const columns = Math.ceil(Math.sqrt((count * PAGE.width) / PAGE.height / 3));
  const rows = Math.ceil(count / columns);
  const [cell, line] = [PAGE.width / columns, PAGE.height / rows];
  return Array.from({ length: count }, (_, i): Numbers => {
    const x = (i % columns) * cell;
    const y = Math.floor(i / columns) * line;
    const width = cell * (0.55 + random() * 0.4);
    return [Math.round(x), Math.round(y), Math.round(x + width), Math.round(y + line * 0.8)];
  });
}

/** An answer of the service with these boxes, as its body arrives. */
export function answerBody(count: number): string {
  return JSON.stringify({
    id: '11111111-2222-3333-4444-555555555555',
    taskStatus: 'Completed',
    responseStatusCode: 'Ok',
    results: [{ type: 'Other', data: btoa(JSON.stringify(wordBoxes(count))) }],
    error: null,
  });
}

/**
 * Waits until what was drawn is pixels: reading one back makes the browser rasterise all that it had only noted down.
 * Asked of every canvas of a contestant, so that raster counts as well as script.
 */
export function rasterised(canvases: Iterable<HTMLCanvasElement>): void {
  for (const canvas of canvases) {
    if (canvas.width > 0 && canvas.height > 0) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
  }
}

export function middleOf(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Small and seeded; good enough for the widths of words. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
