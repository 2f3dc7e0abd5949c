import fc from 'fast-check';
import type { ExportInput, ExportOutlook, ExportWork } from '../../../../src/core/export/exporters/exporter.ts';
import type { ImageFacts } from '../../../../src/core/export/image-facts.ts';
import type { Affine } from '../../../../src/core/geometry/affine.ts';
import { AS_RECEIVED } from '../../../../src/core/geometry/frame-setting.ts';
import type { Inspection } from '../../../../src/core/inspection/inspection.ts';
import { allItems } from '../../../../src/core/inspection/listed.ts';
import { type Four, inspectionOf } from '../../../ui/support/inspections.ts';

export const IMAGE: ImageFacts = {
  name: 'page.png',
  width: 697,
  height: 441,
  sha256: 'ab'.repeat(32),
  orientation: 'upright',
  exifOrientation: 6,
  notes: [],
};

/** All of an inspection, as received, unless something else is said. */
export function inputOf(inspection: Inspection, change: Partial<ExportInput> = {}): ExportInput {
  return {
    inspection,
    items: allItems(inspection.itemCount),
    scope: 'all',
    search: '',
    order: null,
    image: IMAGE,
    setting: AS_RECEIVED,
    picture: null,
    ...change,
  };
}

export function outlookOf(work: ExportWork, input: ExportInput): Promise<ExportOutlook> {
  return work.outlook(input, new AbortController().signal);
}

/** The count that the sentence with these words begins with; 0: there is none. */
export function countOf(losses: readonly string[], words: RegExp): number {
  return Number(/^[\d,]+/.exec(losses.find((loss) => words.test(loss)) ?? '0')?.[0].replaceAll(',', ''));
}

/** The bytes of a file. */
export async function bytesOf(work: ExportWork, input: ExportInput): Promise<Uint8Array<ArrayBuffer>> {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  const run = { signal: new AbortController().signal, onProgress: () => undefined };
  for await (const part of work.make(input, run)) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

export async function textOf(work: ExportWork, input: ExportInput): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(work, input));
}

const coordinate = fc.oneof(fc.integer({ min: -50, max: 900 }), fc.double({ min: -10, max: 900, noNaN: true }));
const four: fc.Arbitrary<Four> = fc.tuple(coordinate, coordinate, coordinate, coordinate);
/** Formulas, quotes, line breaks, other scripts, halves of pairs. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('=1+1', "'=x", '', ' a ', 'a,"b"\r\nc', '\ud800', 'x\udc00y', '-5', '\n', 'Größe', '中文'),
);
const frames: fc.Arbitrary<Affine> = fc.constantFrom(
  { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 },
  { a: 0.5, b: 0, c: 0, d: 0.25, e: 10, f: -3 },
  { a: 0.9, b: 0.1, c: -0.1, d: 0.9, e: 0, f: 0 },
);

/** Inspections with refused entries, missing and spare texts, frames and confidences; some items of them, in some order. */
export const anyInput: fc.Arbitrary<ExportInput> = fc
  .record({
    rectangles: fc.array(fc.option(four, { freq: 6 }), { maxLength: 12 }),
    texts: fc.array(fc.option(words, { freq: 5 }), { maxLength: 14 }),
    frame: frames,
    confident: fc.boolean(),
    chosen: fc.boolean(),
    some: fc.boolean(),
  })
  .map(({ rectangles, texts, frame, confident, chosen, some }) => {
    const made = inspectionOf({ rectangles, texts, imageSize: IMAGE });
    const confidence = confident ? Float32Array.from(rectangles, (_, row) => (row % 3 === 0 ? NaN : row / 16)) : null;
    const inspection = { ...made, frame, confidence };
    const all = allItems(inspection.itemCount);
    return inputOf(inspection, {
      items: some ? all.filter((item) => item % 2 === 0) : all,
      scope: some ? 'selected' : 'all',
      order: chosen ? Uint32Array.from(rectangles.keys()).toReversed() : null,
    });
  });
