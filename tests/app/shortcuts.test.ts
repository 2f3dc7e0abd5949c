import { beforeEach, expect, test } from 'vitest';
import { SHORTCUTS } from '../../src/app/shortcut-sheet.ts';
import { deedOf, type ShortcutDeeds } from '../../src/app/use-shortcuts.ts';
import { useView } from '../../src/state/view-store.ts';
import { freshPage } from './page-state.ts';

beforeEach(freshPage);

function noting(): { readonly deeds: ShortcutDeeds; readonly done: string[] } {
  const done: string[] = [];
  const note = (name: string) => () => void done.push(name);
  const deeds: ShortcutDeeds = {
    step: (by) => void done.push(by === 1 ? 'next' : 'previous'),
    nextLow: note('next low'),
    goTo: note('go to'),
    search: note('search'),
    copyText: note('copy'),
    export: note('export'),
    sheet: note('sheet'),
    zoomToRegion: note('zoom'),
    undoFrame: () => false,
    redo: () => false,
    back: () => false,
  };
  return { deeds, done };
}

test('every single key that the sheet lists does something, as a small and as a capital letter', () => {
  const single = SHORTCUTS.filter((shortcut) => shortcut.single).flatMap(({ keys }) => keys);
  const idle = single.flatMap((key) => [key, key.toLowerCase()]).filter((key) => !deedOf(key, noting().deeds));
  expect(single.length).toBeGreaterThan(10);
  expect(idle).toEqual([]);
});

test.each(['x', 'Enter', 'toString', '__proto__', ' '])('%j is left to the browser', (key) => {
  expect(deedOf(key, noting().deeds)).toBeUndefined();
});

test('J and K go on and back, N to the next of low confidence, G, /, C, E and ? do what the sheet says', () => {
  const { deeds, done } = noting();
  for (const key of ['j', 'k', 'n', 'g', '/', 'c', 'e', '?']) deedOf(key, deeds)?.();
  expect(done).toEqual(['next', 'previous', 'next low', 'go to', 'search', 'copy', 'export', 'sheet']);
});

test('T, L and O switch what is drawn, B blinks it away', () => {
  for (const key of ['t', 'l', 'o', 'b']) deedOf(key, noting().deeds)?.();
  expect(useView.getState()).toMatchObject({ text: true, labels: false, order: true, blink: true });
});
