/** A scanned page of words, as `shared/performance.md` measured: 3000 x 4000 px, boxes the size of words. */
export const PAGE = { width: 3000, height: 4000 };
/** Of the canvas, in CSS pixels. */
export const STAGE = { width: 1280, height: 900 };

export const SHEET = { x1: 0, y1: 0, x2: PAGE.width, y2: PAGE.height };
/** One image pixel on one CSS pixel, the middle of the page in the middle of the stage. */
export const READING = { scale: 1, x: (STAGE.width - PAGE.width) / 2, y: (STAGE.height - PAGE.height) / 2 };

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

export const ANSWER_ID = '11111111-2222-3333-4444-555555555555';

/** An answer of the service with these boxes, as its body arrives. */
export function answerBody(count: number): string {
  return JSON.stringify({
    id: ANSWER_ID,
    taskStatus: 'Completed',
    responseStatusCode: 'Ok',
    results: [{ type: 'Other', data: btoa(JSON.stringify(wordBoxes(count))) }],
    error: null,
  });
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
