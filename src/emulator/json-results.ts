/** JSON results. The service's field names are published nowhere: these are the shapes that its engine and its words suggest. */
import type { SampleTruth } from '../core/samples/truth.ts';

/** `pages[].areas[]` with `rectangle`, as the engine for C writes it (22.6). */
export function pagesJson({ regions, texts }: SampleTruth): string {
  const areas = regions.map(([x1, y1, x2, y2], at) => ({
    rectangle: { height: y2 - y1, width: x2 - x1, x: x1, y: y1 },
    text: texts[at] ?? '',
  }));
  return JSON.stringify({ pages: [{ text: texts.join('\n'), areas }] });
}

/** An array of blocks, each with the corners top left and bottom right: what the service's documentation says in words. */
export function blocksJson({ regions, texts }: SampleTruth): string {
  return JSON.stringify(
    regions.map(([topLeftX, topLeftY, bottomRightX, bottomRightY], at) => ({
      rect: { topLeftX, topLeftY, bottomRightX, bottomRightY },
      text: texts[at] ?? '',
    })),
  );
}
