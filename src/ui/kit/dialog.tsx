import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { cx } from './cx.ts';
import css from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { LayerContext } from './layer.ts';
import { placeFocus } from './place-focus.ts';

export interface DialogProps {
  readonly open: boolean;
  /** Asked for by Esc, the close button or a press on the backdrop. The owner decides and sets `open`. */
  readonly onClose: () => void;
  /** The accessible name. */
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  readonly footer?: ReactNode;
  readonly width?: 'narrow' | 'wide' | 'full';
  /** Where the focus starts: at the first thing to fill in, or, where reading is the point, at the close button. */
  readonly startAt?: 'content' | 'close';
  /** Where the focus goes afterwards; without it, to what had it before. */
  readonly returnFocus?: RefObject<HTMLElement | null> | undefined;
}

/**
 * A native modal `<dialog>`: focus trap, inert page, Esc and top layer are the browser's.
 * Its content is mounted anew each time it opens, so nothing of the last time is left in it.
 */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, children, footer, width = 'narrow', startAt, returnFocus }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const closeButton = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const pressedBackdrop = useRef(false);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const before = document.activeElement;
    setLayer(element);
    const close = closeButton.current;
    // Browsers focus the first button by themselves, and its tooltip must not open for that.
    if (close) placeFocus(close, () => element.showModal());
    placeFocus((startAt === 'close' ? close : null) ?? firstControl(element));
    return () => {
      element.close();
      focusAgain(returnFocus, before);
    };
  }, [returnFocus, startAt]);

  // Only a press that both starts and ends on the backdrop closes: text dragged out of a field does not.
  const isBackdrop = (event: MouseEvent) => event.target === dialog.current && isOutside(dialog.current, event);

  return (
    // The handlers only add the backdrop to what a native dialog does by itself; Esc is its keyboard way.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={cx(css.dialog, css[width])}
      tabIndex={-1}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Only for the dialog itself: a file input inside fires a bubbling `cancel` too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // A second Esc in a row closes without asking; the effect's own re-showing in StrictMode is not a wish to close.
        if (event.target === event.currentTarget && !event.currentTarget.open) onClose();
      }}
      onMouseDown={(event) => {
        pressedBackdrop.current = isBackdrop(event);
      }}
      onClick={(event) => {
        if (pressedBackdrop.current && isBackdrop(event)) onClose();
        pressedBackdrop.current = false;
      }}
    >
      <LayerContext value={layer}>
        <div className={css.header}>
          <h2 id={titleId} className={css.title}>
            {title}
          </h2>
          <IconButton ref={closeButton} label="Close" icon={<X />} onClick={onClose} />
        </div>
        <div data-body className={css.body}>
          {children}
        </div>
        {footer !== undefined && <div className={css.footer}>{footer}</div>}
      </LayerContext>
    </dialog>
  );
}

/** The first thing to fill in, else the dialog itself: never the close button, which only happens to come first. */
function firstControl(dialog: HTMLElement): HTMLElement {
  const fields = ':is(input:not([type="radio"]), input:checked, select, textarea):enabled';
  return dialog.querySelector<HTMLElement>(`[data-body] ${fields}`) ?? dialog;
}

/** Reads the ref at the time of closing: a menu's button may have been drawn anew meanwhile. */
function focusAgain(wanted: RefObject<HTMLElement | null> | undefined, before: Element | null) {
  const target = wanted?.current ?? before;
  if (target instanceof HTMLElement && target.isConnected && target !== document.body) placeFocus(target);
}

function isOutside(element: HTMLElement, event: MouseEvent): boolean {
  const box = element.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
