import { type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import { Kbd } from './kbd.tsx';
import type { MenuEntry, MenuProps } from './menu.tsx';
import css from './menu.module.css';
import { placeBeside } from './place-beside.ts';

export interface MenuListProps extends Required<Pick<MenuProps, 'entries' | 'align'>> {
  readonly id: string;
  /** Id of its button, which names it. */
  readonly labelledBy: string;
  readonly button: () => HTMLElement | null;
  /** By pointer nothing is chosen yet: the focus is on the menu itself. */
  readonly startAt: 'menu' | 'first' | 'last';
  readonly onClose: (focus: 'to-button' | 'leave') => void;
}

/** The open menu: a roving focus, like the platform's own. */
export function MenuList({ id, labelledBy, entries, align, button, startAt, onClose }: MenuListProps) {
  const menu = useRef<HTMLDivElement>(null);
  const typed = useRef<{ readonly words: string; readonly at: number }>({ words: '', at: 0 });
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  const place = useEffectEvent(() => {
    const anchor = button();
    if (!menu.current || !anchor) return;
    const room = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
    const { left, top } = placeBeside(anchor.getBoundingClientRect(), menu.current.getBoundingClientRect(), room, {
      side: 'bottom',
      align,
      gap: 4,
    });
    menu.current.style.left = `${left}px`;
    menu.current.style.top = `${top}px`;
  });
  const start = useEffectEvent(() => {
    const first = startAt === 'menu' ? menu.current : items().at(startAt === 'first' ? 0 : -1);
    first?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    place();
    start();
    const onMove = () => place();
    addEventListener('resize', onMove);
    addEventListener('scroll', onMove, true);
    return () => {
      removeEventListener('resize', onMove);
      removeEventListener('scroll', onMove, true);
    };
  }, []);

  const pressed = useEffectEvent(({ target }: PointerEvent) => {
    const isInside = target instanceof Node && (menu.current?.contains(target) || button()?.contains(target));
    // Its button closes it by itself, at the click that follows.
    if (!isInside) onClose('leave');
  });
  useEffect(() => {
    const onPress = (event: PointerEvent) => pressed(event);
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, []);

  const choose = (entry: MenuEntry) => {
    if (entry.disabled === true) return;
    onClose('to-button');
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const next = targetOf(event.key, at, all.length) ?? foundBy(event);
    if (next !== undefined) all[next]?.focus();
    else if (event.key === 'Escape') onClose('to-button');
    else if ((event.key === 'Enter' || event.key === ' ') && entries[at]) choose(entries[at]);
    else {
      // The browser goes on from the button to what comes after it.
      if (event.key === 'Tab') onClose('to-button');
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  /** What is typed goes to the item that begins so. */
  const foundBy = ({ key, timeStamp, ctrlKey, metaKey, altKey }: KeyboardEvent): number | undefined => {
    if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
    const before = timeStamp - typed.current.at < 1_000 ? typed.current.words : '';
    const words = `${before}${key}`.toLowerCase();
    typed.current = { words, at: timeStamp };
    const found = entries.findIndex(({ label }) => label.toLowerCase().startsWith(words));
    return found < 0 ? undefined : found;
  };

  return (
    <div
      ref={menu}
      id={id}
      role="menu"
      tabIndex={-1}
      aria-labelledby={labelledBy}
      className={css.menu}
      onKeyDown={onKeyDown}
      onPointerLeave={() => menu.current?.focus({ preventScroll: true })}
      onBlur={({ relatedTarget, currentTarget }: FocusEvent) => {
        // Something else took the focus.
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget) && relatedTarget !== button())
          onClose('leave');
      }}
    >
      {entries.map((entry) => (
        <Item key={entry.id} entry={entry} onChoose={() => choose(entry)} />
      ))}
    </div>
  );
}

/** Where a key leads in a list of `count`, of which `at` has the focus; -1: none yet. */
function targetOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return at < 0 ? count - 1 : Math.max(at - 1, 0);
    case 'Home':
    case 'PageUp':
      return 0;
    case 'End':
    case 'PageDown':
      return count - 1;
    default:
      return undefined;
  }
}

function Item({ entry, onChoose }: { readonly entry: MenuEntry; readonly onChoose: () => void }) {
  const id = useId();
  const { label, description, icon, keys } = entry;
  return (
    <>
      {entry.startsGroup === true && <hr className={css.separator} />}
      {/* The menu takes the keys of all its items. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        role="menuitem"
        tabIndex={-1}
        className={css.item}
        aria-disabled={entry.disabled === true ? true : undefined}
        aria-labelledby={`${id}-label`}
        aria-describedby={description === undefined ? undefined : `${id}-more`}
        onClick={onChoose}
        onPointerMove={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
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
      </div>
    </>
  );
}
