/** A believable result for an image that nobody knows: the blocks of a page of text, and sentences to go with them. */
import type { ImageSize } from './image-size.ts';

type Corners = readonly [number, number, number, number];

/** Moby-Dick; or, The Whale (1851), which the tutorials quote. */
const SENTENCES = [
  'Call me Ishmael.',
  'Some years ago—never mind how long precisely—having little or no money in my purse, I thought I would sail about a little.',
  'All men live enveloped in whale-lines.',
  'The White Whale swam before him.',
  'It is not down in any map; true places never are.',
  'Better sleep with a sober cannibal than a drunken Christian.',
  'There is a wisdom that is woe; but there is a woe that is madness.',
  'I know not all that may be coming, but be it what it will, I’ll go to it laughing.',
];

/** Blocks as shares of the page's width and height: head line, title, paragraphs, page number. */
const BLOCKS: readonly Corners[] = [
  [0.1, 0.05, 0.9, 0.08],
  [0.25, 0.12, 0.75, 0.18],
  [0.1, 0.22, 0.9, 0.36],
  [0.1, 0.38, 0.9, 0.55],
  [0.1, 0.57, 0.9, 0.68],
  [0.1, 0.7, 0.9, 0.88],
  [0.46, 0.92, 0.54, 0.95],
];

export function madeUpRectangles({ width, height }: ImageSize): readonly Corners[] {
  return BLOCKS.map(([x1, y1, x2, y2]): Corners => [
    Math.floor(x1 * width),
    Math.floor(y1 * height),
    Math.ceil(x2 * width),
    Math.ceil(y2 * height),
  ]);
}

export function madeUpTexts(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => SENTENCES[i % SENTENCES.length] ?? '');
}
