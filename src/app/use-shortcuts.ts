import { useEffect, useEffectEvent } from 'react';
import { useSettings } from '../state/settings.ts';
import { useView } from '../state/view-store.ts';

export interface ShortcutDeeds {
  readonly step: (by: 1 | -1) => void;
  /** To the next region that the result is not sure of. */
  readonly nextLow: () => void;
  readonly goTo: () => void;
  readonly search: () => void;
  readonly copyText: () => void;
  readonly export: () => void;
  readonly sheet: () => void;
  readonly zoomToRegion: () => void;
  /** Ctrl+Z; false when there is nothing to take back. */
  readonly undoFrame: () => boolean;
  /** Ctrl+Shift+Z or Ctrl+Y; false when nothing was taken back. */
  readonly redo: () => boolean;
  /** Backs out one level; false when there is nothing to back out of. */
  readonly back: () => boolean;
}

/**
 * The single-key shortcuts of `SHORTCUTS`. Keys are matched by the character they make, whatever the layout needs to
 * make it ("?" is Shift+ß in German), so Shift is not looked at; Ctrl, Alt and Meta belong to the browser, but for Ctrl+Z and what does it again.
 */
export function useShortcuts(deeds: ShortcutDeeds): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isUndo(event) && !isElsewhere(event)) {
      if (deeds.undoFrame()) event.preventDefault();
      return;
    }
    if (isRedo(event) && !isElsewhere(event)) {
      if (deeds.redo()) event.preventDefault();
      return;
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event)) return;
    if (event.key === 'Escape') {
      if (deeds.back()) event.preventDefault();
      return;
    }
    if (event.key === 'Enter' && event.target === document.body) {
      deeds.zoomToRegion();
      return;
    }
    if (!useSettings.getState().singleKeys) return;
    const deed = deedOf(event.key, deeds);
    if (!deed || (event.repeat && event.key.toLowerCase() === 'b')) return;
    event.preventDefault();
    deed();
  });
  const release = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'b') useView.getState().setBlink(false);
  });

  useEffect(() => {
    const unblink = () => useView.getState().setBlink(false);
    const onPress = (event: KeyboardEvent) => press(event);
    const onRelease = (event: KeyboardEvent) => release(event);
    addEventListener('keydown', onPress);
    addEventListener('keyup', onRelease);
    // A key that is let go in another window sends no keyup here.
    addEventListener('blur', unblink);
    return () => {
      removeEventListener('keydown', onPress);
      removeEventListener('keyup', onRelease);
      removeEventListener('blur', unblink);
    };
  }, []);
}

/** What a single key does; undefined for one that is none of ours. */
export function deedOf(key: string, deeds: ShortcutDeeds): (() => void) | undefined {
  const view = useView.getState();
  const table: Record<string, () => void> = {
    j: () => deeds.step(1),
    k: () => deeds.step(-1),
    n: deeds.nextLow,
    g: deeds.goTo,
    '/': deeds.search,
    '+': () => view.zoomBy(1.25),
    '=': () => view.zoomBy(1.25),
    '-': () => view.zoomBy(1 / 1.25),
    '0': view.fit,
    '1': view.actualSize,
    t: () => view.toggle('text'),
    l: () => view.toggle('labels'),
    o: () => view.toggle('order'),
    b: () => view.setBlink(true),
    c: deeds.copyText,
    e: deeds.export,
    '?': deeds.sheet,
  };
  return Object.hasOwn(table, key.toLowerCase()) ? table[key.toLowerCase()] : undefined;
}

/** A key with a modifier, so the switch for single keys has no say in it. Cmd on a Mac. */
function isUndo({ key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'z' && ctrlKey !== metaKey && !altKey && !shiftKey && !defaultPrevented;
}

function isRedo({ key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey === metaKey || altKey || defaultPrevented) return false;
  return shiftKey ? key.toLowerCase() === 'z' : key.toLowerCase() === 'y';
}

/** The key is meant for a field, a dialog or an open menu. */
function isElsewhere(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (document.querySelector('dialog[open], [role="menu"]')) return true;
  if (target?.closest('textarea, select, [contenteditable]')) return event.key !== 'Escape';
  const input = target?.closest('input');
  const typesText = input && !['checkbox', 'radio', 'file', 'button'].includes(input.type);
  return Boolean(typesText);
}
