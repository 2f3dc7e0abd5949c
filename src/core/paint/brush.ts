/**
 * What the painter needs of a 2D context and nothing else: a page's canvas, a worker's canvas (the annotated export),
 * the canvas under a Konva layer and a test's recorder all fit. Units are CSS pixels: whoever owns the canvas has
 * scaled it by its pixel ratio.
 */
export type Brush = Pick<
  OffscreenCanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'rect'
  | 'arc'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'setLineDash'
  | 'fillText'
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'rotate'
  | 'globalCompositeOperation'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'lineCap'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'direction'
> & { measureText(text: string): Metrics };

/** In CSS pixels; ink is measured from the point that the text is aligned by. */
type Metrics = Readonly<
  Pick<
    TextMetrics,
    | 'width'
    | 'actualBoundingBoxLeft'
    | 'actualBoundingBoxRight'
    | 'actualBoundingBoxAscent'
    | 'actualBoundingBoxDescent'
  >
>;

/** Longer paths stroke slower: 50,000 boxes as one path take eight times as long as 250 paths of 200 (measured). */
export const BOXES_PER_PATH = 200;

export const SOLID: number[] = [];
