import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../kit/button.tsx';
import { cx } from '../kit/cx.ts';
import { useMediaQuery } from '../kit/use-media-query.ts';
import { fittingInLines } from './fitting-in-lines.ts';
import css from './folded.module.css';

export interface FoldedItem {
  readonly id: string;
  readonly shown: ReactNode;
  /** Told by the button, too, while it is folded away. */
  readonly inUse: boolean;
}

const LINES = { usual: 2, low: 1 };
const LOW = '(height < 760px)';
/** CSS pixels, as in the style sheet. */
const GAP = 4;
/** Width of **12 more**. */
const MORE = 64;

/** Things side by side in two lines at most, in one on a low page; a button unfolds what has no room there. */
export function Folded({ items }: { readonly items: readonly FoldedItem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [fitting, setFitting] = useState(Infinity);
  const lines = useMediaQuery(LOW) ? LINES.low : LINES.usual;
  const ids = items.map(({ id }) => id).join(' ');

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measured = element.querySelectorAll<HTMLElement>('[data-item]');
    const measure = () => {
      const widths = [...measured].map((item) => item.offsetWidth);
      setFitting(fittingInLines(widths, { width: element.clientWidth, gap: GAP, lines, more: MORE }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const one of [element, ...measured]) observer.observe(one);
    return () => observer.disconnect();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other items are to be measured
  }, [ids, lines]);

  const more = Math.max(0, items.length - fitting);
  const shown = open ? items.length : items.length - more;
  const used = items.slice(shown).filter(({ inUse }) => inUse).length;
  return (
    <div ref={box} className={cx(css.lines, open && more > 0 && css.open)}>
      {items.map((item, at) => (
        <span key={item.id} data-item className={at < shown ? css.item : css.folded}>
          {item.shown}
        </span>
      ))}
      {more > 0 && (
        <Button
          size="small"
          variant="quiet"
          aria-expanded={open}
          aria-label={used > 0 ? `${more} more, ${used} in use` : undefined}
          className={cx(css.more, used > 0 && css.used)}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Fewer' : `${more} more`}
        </Button>
      )}
    </div>
  );
}
