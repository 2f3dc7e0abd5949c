import { ImageUp } from 'lucide-react';
import { useId, useRef } from 'react';
import type { ImageView, PixelChoice } from '../../image/image-view.ts';
import { Button } from '../kit/button.tsx';
import { cx } from '../kit/cx.ts';
import { grouped } from '../regions/numbers.ts';
import css from './source-image.module.css';

export interface SourceImageProps {
  readonly image: ImageView | null;
  readonly opening: boolean;
  /** Why the last file could not be opened, and what to do. */
  readonly error: string | null;
  readonly rawPixels: boolean;
  /** Which pixels the rectangles belong to, by what lies in them; null while nothing says so. */
  readonly pixelsThatFit: PixelChoice | null;
  readonly onFile: (file: File) => void;
  readonly onRawPixels: (raw: boolean) => void;
  readonly onRemove: () => void;
}

/** The native file input stays in the DOM in every state; the label around it is the drop zone that one sees. */
export function SourceImage({
  image,
  opening,
  error,
  rawPixels,
  pixelsThatFit,
  onFile,
  onRawPixels,
  onRemove,
}: SourceImageProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={css.block}>
      <label className={cx(css.zone, image !== null && css.small)} htmlFor={id}>
        <ImageUp aria-hidden size={image === null ? 20 : 16} />
        <span className={css.words} aria-hidden>
          {opening ? 'Opening…' : image === null ? 'Drop, paste or choose an image' : 'Choose another image'}
          {image === null && <span className={css.types}>PNG, JPEG, WebP, GIF, BMP, AVIF, PDF</span>}
        </span>
        <input
          ref={input}
          id={id}
          className={css.input}
          type="file"
          aria-label="Source image"
          aria-describedby={error === null ? undefined : `${id}-error`}
          aria-invalid={error === null ? undefined : true}
          accept="image/png,image/jpeg,image/webp,image/gif,image/bmp,image/avif,application/pdf,.png,.jpg,.jpeg,.webp,.gif,.bmp,.avif,.pdf"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            // Choosing the same file again must be a change too.
            event.target.value = '';
          }}
        />
      </label>
      {error !== null && (
        <p id={`${id}-error`} className={css.error}>
          {error}
        </p>
      )}
      {image !== null && (
        <Facts
          image={image}
          rawPixels={rawPixels}
          pixelsThatFit={pixelsThatFit}
          onRawPixels={onRawPixels}
          onRemove={() => {
            // The button goes away with the image: the focus goes to where another one is chosen.
            input.current?.focus();
            onRemove();
          }}
        />
      )}
    </div>
  );
}

function Facts({
  image,
  rawPixels,
  pixelsThatFit,
  onRawPixels,
  onRemove,
}: Pick<SourceImageProps, 'rawPixels' | 'pixelsThatFit' | 'onRawPixels' | 'onRemove'> & { readonly image: ImageView }) {
  const { source, size } = image;
  return (
    <>
      <div className={css.facts}>
        <span className={css.name} title={source.name}>
          {source.name}
        </span>
        <span className={css.muted}>
          {grouped(size.width)} x {grouped(size.height)} px · {source.type.toUpperCase()} ·{' '}
          {bytesInWords(source.file.size)}
        </span>
        <Button size="small" variant="quiet" onClick={onRemove}>
          Remove
        </Button>
      </div>
      {source.orientation !== 1 && (
        <label className={css.raw}>
          <input
            type="checkbox"
            role="switch"
            aria-label="Raw pixels"
            aria-describedby="raw-pixels-what"
            checked={rawPixels}
            aria-checked={rawPixels}
            onChange={(event) => onRawPixels(event.target.checked)}
          />
          <span>Raw pixels</span>
          <span id="raw-pixels-what" className={css.muted}>
            {rawPixels
              ? 'Shown and cut as stored in the file.'
              : `Turned upright, as its EXIF orientation ${source.orientation} asks.`}{' '}
            {whatFits(pixelsThatFit, rawPixels)}
          </span>
        </label>
      )}
      {source.notes.map((note) => (
        <p key={note} className={css.muted}>
          {note}
        </p>
      ))}
    </>
  );
}

function whatFits(fits: PixelChoice | null, rawPixels: boolean): string {
  if (fits === null) return rawPixels ? '' : 'The service may not have done so.';
  if (fits === (rawPixels ? 'raw' : 'upright')) return 'The regions fit these pixels.';
  return fits === 'raw' ? 'The regions fit the pixels as stored.' : 'The regions fit the pixels turned upright.';
}

function bytesInWords(bytes: number): string {
  // No-break spaces: the unit stays with its number.
  if (bytes < 1000) return `${bytes}\u00a0B`;
  if (bytes < 999_500) return `${(bytes / 1000).toFixed(0)}\u00a0KB`;
  return `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`;
}
