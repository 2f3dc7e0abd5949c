import { cx } from '../kit/cx.ts';
import { textPieces } from './visible-text.ts';
import css from './shown-text.module.css';

export interface ShownTextProps {
  readonly text: string;
  /** Nothing else is to be seen of the item, so its text may take the room. */
  readonly tall?: boolean;
}

/** Longer than this is cut on the page; copying and exports take the whole. */
const SHOWN = 20_000;

/** A text as it was received: selectable, its own direction, line ends kept, unseen characters drawn as marks. */
export function ShownText({ text, tall = false }: ShownTextProps) {
  const cut = text.length > SHOWN;
  const box = cx(css.text, tall && css.tall);
  return (
    <div className={css.box}>
      {/* Focusable, because a long text scrolls and keyboards must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
      <div role="group" aria-label="Recognised words" dir="auto" tabIndex={0} className={box}>
        {textPieces(cut ? text.slice(0, SHOWN) : text).map((piece, at) =>
          piece.control === undefined ? (
            piece.text
          ) : (
            // oxlint-disable-next-line react/no-array-index-key -- pieces have no other identity and never move
            <span key={at} className={css.control} title={`The character ${piece.control}`}>
              {piece.control}
            </span>
          ),
        )}
      </div>
      {cut && (
        <p className={css.cut}>
          The first {SHOWN.toLocaleString('en')} of {text.length.toLocaleString('en')} characters. Copying takes all.
        </p>
      )}
    </div>
  );
}
