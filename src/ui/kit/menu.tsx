import { DropdownMenu as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useId, useRef } from 'react';
import { Kbd } from './kbd.tsx';
import { useLayer } from './layer.ts';
import css from './menu.module.css';
import { placeFocus } from './place-focus.ts';

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
  /** It moves the focus itself (into a dialog), so the menu does not take it back to its button. */
  readonly movesFocus?: boolean | undefined;
  readonly run: () => void;
}

export interface MenuProps {
  /** A Button or IconButton: anything that takes a ref and button props. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'center' | 'end';
  /** Given together with `onOpenChange`, the owner holds the state (a shortcut opens the menu). */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A menu drawn from a table. Not modal: Radix' modal menus inject a `<style>`, which `style-src 'self'` blocks. */
export function Menu({ trigger, entries, align = 'start', open, onOpenChange }: MenuProps) {
  const layer = useLayer();
  const button = useRef<HTMLButtonElement>(null);
  /** Somebody else has the focus by now, or is about to take it. */
  const focusMoved = useRef(false);
  return (
    <Radix.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Radix.Trigger asChild ref={button}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal container={layer}>
        <Radix.Content
          className={css.menu}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={() => {
            focusMoved.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!focusMoved.current && button.current) placeFocus(button.current);
            // An owner that opens it by itself is not heard of in `onOpenChange`.
            focusMoved.current = false;
          }}
        >
          {entries.map((entry) => (
            <Item
              key={entry.id}
              entry={entry}
              onRun={() => {
                focusMoved.current = entry.movesFocus === true;
                entry.run();
              }}
            />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Item({ entry, onRun }: { readonly entry: MenuEntry; readonly onRun: () => void }) {
  const id = useId();
  const { label, description, icon, keys } = entry;
  return (
    <>
      {entry.startsGroup === true && <Radix.Separator className={css.separator} />}
      <Radix.Item
        className={css.item}
        disabled={entry.disabled === true}
        onSelect={onRun}
        textValue={label}
        aria-labelledby={`${id}-label`}
        aria-describedby={description === undefined ? undefined : `${id}-more`}
      >
        {icon !== undefined && <span className={css.icon}>{icon}</span>}
        <span className={css.words}>
          <span id={`${id}-label`}>{label}</span>
          {description !== undefined && (
            <span id={`${id}-more`} className={css.description}>
              {description}
            </span>
          )}
        </span>
        {keys !== undefined && <Kbd>{keys}</Kbd>}
      </Radix.Item>
    </>
  );
}
