import { useEffect, useRef, useState } from 'react';
import { boxOfCut, type Cut } from '../../core/export/cut.ts';
import type { StraightCut } from '../../core/export/straight-cut.ts';
import { readCrop } from '../../image/crop.ts';
import type { Pixels } from '../../image/image-source.ts';
import type { ImageView } from '../../image/image-view.ts';
import { cx } from '../kit/cx.ts';
import { failureWords } from '../kit/use-feedback.ts';
import css from './crop-preview.module.css';

/** What the preview needs of the image on the page. Keep it the same object between renders: a new one is read anew. */
export type Croppable = Pick<ImageView, 'size' | 'read'>;

export interface CropPreviewProps {
  readonly image: Croppable;
  /** Upright, or to be turned upright. The same object between renders, as above. */
  readonly crop: Cut | StraightCut;
  /** For screen readers: `Crop of Region 12`. */
  readonly label: string;
}

/** Above this a crop is not read for a mere preview: 32 MB of pixels would stall the page with every key. */
const MAX_PIXELS = 8_000_000;
/** Of the crop as it is shown, CSS pixels; its width is the panel's. Low, so that text and coordinates stay in sight under it. */
const SHOWN_HEIGHT = 76;
/** Small crops are enlarged, but no further: one pixel stays a pixel that can be counted. */
const MAX_ENLARGED = 8;
/** From here on pixels are shown as squares. */
const PIXELATED_FROM = 2;

/** The crop itself, made from the original pixels as Save crop makes it, fitted into a frame. */
export function CropPreview({ image, crop, label }: CropPreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<{ readonly crop: Cut | StraightCut; readonly problem: string | null } | null>(
    null,
  );
  const { width, height } = 'reads' in crop ? crop : boxOfCut(crop);
  const tooLarge = width * height > MAX_PIXELS;

  useEffect(() => {
    if (tooLarge) return undefined;
    const leaving = new AbortController();
    const draw = async () => {
      try {
        const pixels = await readCrop(image, crop, leaving.signal);
        if (leaving.signal.aborted || !canvas.current) return;
        paint(canvas.current, pixels);
        setDrawn({ crop, problem: null });
      } catch (cause) {
        if (!leaving.signal.aborted) setDrawn({ crop, problem: failureWords(cause) });
      }
    };
    void draw();
    return () => leaving.abort();
  }, [image, crop, tooLarge]);

  if (tooLarge) return <p className={css.words}>Too large for a preview. It is on the canvas, and can be saved.</p>;
  const problem = drawn?.crop === crop ? drawn.problem : null;
  const scale = Math.min(SHOWN_HEIGHT / height, MAX_ENLARGED);
  return (
    <div className={css.frame}>
      {problem !== null && <p className={css.words}>The crop could not be read: {problem}</p>}
      <canvas
        ref={canvas}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- exact pixels go into a canvas, without a file between
        role="img"
        aria-label={label}
        hidden={problem !== null}
        className={cx(css.canvas, scale >= PIXELATED_FROM && css.pixelated, drawn?.crop !== crop && css.stale)}
        style={{ width: width * scale, aspectRatio: `${width} / ${height}` }}
      />
    </div>
  );
}

function paint(canvas: HTMLCanvasElement, { width, height, rgba }: Pixels): void {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
}
