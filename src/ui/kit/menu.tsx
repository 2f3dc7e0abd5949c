import {
  cloneElement,
  type MouseEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import type { ButtonProps } from './button.tsx';
import { useLayer } from './layer.ts';
import { MenuList } from './menu-list.tsx';
import { lastInputWasKey, placeFocus } from './place-focus.ts';

export interface MenuEntry {
  readonly id: string;
  /** The item's accessible name. */
  readonly label: string;
  /** A second, quieter line; its `aria-describedby`. */
  readonly description?: string | undefined;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** A line is drawn above it. */
  readonly startsGroup?: boolean | undefined;
  /** The focus is back at the menu's button by then; what it opens may take it from there. */
  readonly run: () => void;
}

export interface MenuProps {
  /** A Button or IconButton: anything that takes a button's props. It is the same element whether the menu is open or not. */
  readonly trigger: ReactElement<ButtonProps>;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'center' | 'end';
  /** Given together with `onOpenChange`, the owner holds the state (a shortcut opens the menu). */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A button with a menu, drawn from a table (WAI-ARIA menu button pattern). The page around it stays usable. */
export function Menu({ trigger, entries, align = 'start', open, onOpenChange }: MenuProps) {
  const layer = useLayer();
  const id = useId();
  const [own, setOwn] = useState(false);
  /** Opened by ArrowUp, it starts at its end. */
  const [fromEnd, setFromEnd] = useState(false);
  const isOpen = open ?? own;
  const change = (next: boolean, atEnd = false) => {
    setOwn(next);
    setFromEnd(atEnd);
    onOpenChange?.(next);
  };
  const button = () => document.getElementById(id);

  return (
    <>
      {cloneElement(trigger, {
        id,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? `${id}-menu` : undefined,
        onClick: (event: MouseEvent<HTMLButtonElement>) => {
          trigger.props.onClick?.(event);
          change(!isOpen);
        },
        onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => {
          trigger.props.onKeyDown?.(event);
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          change(true, event.key === 'ArrowUp');
        },
      })}
      {isOpen &&
        createPortal(
          <MenuList
            id={`${id}-menu`}
            labelledBy={id}
            entries={entries}
            align={align}
            button={button}
            startAt={fromEnd ? 'last' : lastInputWasKey() ? 'first' : 'menu'}
            onClose={(focus) => {
              const element = button();
              if (focus === 'to-button' && element) placeFocus(element);
              change(false);
            }}
          />,
          layer ?? document.body,
        )}
    </>
  );
}
