import type { TaskKind } from '../ocr/contract.ts';
import catalog from './catalog.json' with { type: 'json' };

/** A built-in sample: an image of `public/samples/`, and the ids under which the emulator knows its two tasks. */
export interface Sample {
  /** Also the name of its truth file, `<name>.json`. */
  readonly name: string;
  readonly title: string;
  /** One sentence for the menu. */
  readonly description: string;
  /** Image file beside the truth file. */
  readonly file: string;
  /** Id of the detection task. */
  readonly detection: string;
  /** Id of the recognition task. */
  readonly recognition: string;
}

/** In the order of the menu; "Open sample" opens the first. `src/samples/draw.mjs` draws what this JSON lists. */
export const SAMPLES: readonly Sample[] = catalog;

/** Where a sample's files are, relative to the page: `samples/book.png`, `samples/book.json`. */
export function samplePath(file: string): string {
  return `samples/${file}`;
}

/** The sample whose task of this kind has this id. A detection id is no recognition task, as in the service. */
export function sampleOfTask(kind: TaskKind, bareId: string): Sample | undefined {
  return SAMPLES.find((sample) => sample[kind] === bareId);
}
