import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { cx } from './cx.ts';
import css from './disclosure.module.css';

export interface DisclosureProps {
  /** Name of the button that opens and closes. */
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly startsOpen?: boolean;
  /** Given together with `onOpenChange`, the owner holds the state. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly className?: string | undefined;
}

/** Content that can be folded away. Folded content is not in the DOM. */
export function Disclosure({ label, children, startsOpen = false, open, onOpenChange, className }: DisclosureProps) {
  const [own, setOwn] = useState(startsOpen);
  const isOpen = open ?? own;
  const id = useId();
  return (
    <div className={className}>
      <button
        type="button"
        className={css.button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          setOwn(!isOpen);
          onOpenChange?.(!isOpen);
        }}
      >
        <ChevronRight aria-hidden className={cx(css.chevron, isOpen && css.turned)} />
        {label}
      </button>
      {isOpen && (
        <div id={id} className={css.content}>
          {children}
        </div>
      )}
    </div>
  );
}
