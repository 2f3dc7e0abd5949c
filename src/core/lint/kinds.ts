/** What has to be known before a kind can be looked for. */
export type LintNeed = 'confidence' | 'rectangles' | 'neighbours' | 'image' | 'texts' | 'ink' | 'ink and texts';

export interface LintKind {
  readonly id: LintId;
  /** On its filter: `Slivers 12`. */
  readonly name: string;
  /** One sentence: what it means and what to do. */
  readonly means: string;
  readonly needs: LintNeed;
  /** Good to know, and no sign that anything is wrong. */
  readonly note?: true;
  /** The details of a region tell it already, in words of their own (flags, place, text problems). */
  readonly toldOfRegion?: true;
}

/** Every kind, in the order in which they are shown. A new one is a row here and a line in `lint.ts`. */
const ROWS = [
  {
    id: 'refused',
    name: 'Not a rectangle',
    means: 'The entry is no rectangle, so nothing is drawn for it; view the answer to see what was sent.',
    needs: 'rectangles',
    toldOfRegion: true,
  },
  {
    id: 'outside',
    name: 'Off the image',
    means: 'The box leaves the image in part or whole; many of these mean that the boxes belong to another frame.',
    needs: 'image',
    toldOfRegion: true,
  },
  {
    id: 'noInk',
    name: 'Text without ink',
    means:
      'There is a text, and next to nothing in its box; the box may lie elsewhere, or the text belongs to another.',
    needs: 'ink and texts',
  },
  {
    id: 'noText',
    name: 'Ink without text',
    means: 'There is ink in the box, and no text came for it; look whether it is writing, and send it again if so.',
    needs: 'ink and texts',
  },
  {
    id: 'missedInk',
    name: 'Missed ink',
    means: 'Ink with no box round it, marked on the image; look whether it is writing that was not found.',
    needs: 'ink',
  },
  {
    id: 'lowConfidence',
    name: 'Low confidence',
    means:
      'The result itself is not sure of it: its confidence is under the lower threshold; compare it with the crop.',
    needs: 'confidence',
  },
  {
    id: 'broken',
    name: 'Broken characters',
    means: 'The text holds the sign for characters that could not be read (U+FFFD); compare it with the crop.',
    needs: 'texts',
  },
  {
    id: 'inverted',
    name: 'Inverted',
    means: 'The corners came swapped; they are put in order for drawing and cutting.',
    needs: 'rectangles',
    toldOfRegion: true,
  },
  {
    id: 'noArea',
    name: 'No area',
    means: 'Width or height is zero, so there is nothing to draw or cut.',
    needs: 'rectangles',
    toldOfRegion: true,
  },
  {
    id: 'sliver',
    name: 'Slivers',
    means:
      'The box is far thinner than the others, too thin to hold a line; a rule or the edge of a scan, most likely.',
    needs: 'neighbours',
  },
  {
    id: 'duplicate',
    name: 'Duplicates',
    means: 'The same four numbers came before; the text may come twice.',
    needs: 'rectangles',
    toldOfRegion: true,
  },
  {
    id: 'nearlyEqual',
    name: 'Nearly equal',
    means: 'The box shares over 90 % with another one; one of the two is enough.',
    needs: 'neighbours',
  },
  {
    id: 'contained',
    name: 'Inside another',
    means: 'The box lies inside a larger one; as expected where an answer has blocks, lines and words.',
    needs: 'neighbours',
    note: true,
  },
] as const;

export type LintId = (typeof ROWS)[number]['id'];

export const LINT_KINDS: readonly LintKind[] = ROWS;
