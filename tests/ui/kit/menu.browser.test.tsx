import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { Button } from '../../../src/ui/kit/button.tsx';
import { Menu, type MenuEntry } from '../../../src/ui/kit/menu.tsx';
import { shownStrictly } from '../support/shown-strictly.tsx';

const button = page.getByRole('button', { name: 'More' });
const menu = page.getByRole('menu', { name: 'More' });
const item = (name: string) => page.getByRole('menuitem', { name, exact: true });

function entries(run: MenuEntry['run'] = () => undefined): MenuEntry[] {
  return [
    { id: 'book', label: 'Book', run },
    { id: 'form', label: 'Form', run, disabled: true, description: 'Needs an image' },
    { id: 'paper', label: 'Newspaper', run },
  ];
}

async function shown(list = entries()): Promise<void> {
  await shownStrictly(
    <>
      <Menu trigger={<Button>More</Button>} entries={list} />
      <Button>After</Button>
    </>,
  );
}

describe('a menu by keyboard', () => {
  it('opens at its first item by Enter and ArrowDown, at its last by ArrowUp', async () => {
    await shown();
    await userEvent.tab();
    for (const [key, first] of [
      ['{Enter}', 'Book'],
      ['{ArrowDown}', 'Book'],
      ['{ArrowUp}', 'Newspaper'],
    ] as const) {
      await userEvent.keyboard(key);
      await expect.element(button).toHaveAttribute('aria-expanded', 'true');
      await expect.element(item(first)).toHaveFocus();
      await userEvent.keyboard('{Escape}');
      await expect.element(menu).not.toBeInTheDocument();
      await expect.element(button).toHaveFocus();
      await expect.element(button).toHaveAttribute('aria-expanded', 'false');
    }
  });

  it('moves by arrows, Home and End, and by what is typed', async () => {
    await shown();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{ArrowDown}');
    await expect.element(item('Form')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(item('Newspaper')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Home}');
    await expect.element(item('Book')).toHaveFocus();
    await userEvent.keyboard('new');
    await expect.element(item('Newspaper')).toHaveFocus();
  });

  it('says what cannot be chosen now, and does not choose it', async () => {
    const run = vi.fn<() => void>();
    await shown(entries(run));
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{ArrowDown}');
    await expect.element(item('Form')).toHaveAccessibleDescription('Needs an image');
    await userEvent.keyboard('{Enter}');
    await expect.element(menu).toBeVisible();
    expect(run).not.toHaveBeenCalled();
  });

  it('is left by Tab, on to what comes after its button', async () => {
    await shown();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(item('Book')).toHaveFocus();
    await userEvent.tab();
    await expect.element(menu).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus();
  });
});

describe('a menu by pointer', () => {
  it('is opened and closed by its button, which stays the same element', async () => {
    await shown();
    const before = button.element();
    await userEvent.click(button);
    await expect.element(menu).toBeVisible();
    await expect.element(menu).toHaveFocus();
    await userEvent.click(button);
    await expect.element(menu).not.toBeInTheDocument();
    expect(button.element()).toBe(before);
  });

  it('closes at a press beside it, and leaves the focus where that put it', async () => {
    await shown();
    await userEvent.click(button);
    await userEvent.click(page.getByRole('button', { name: 'After' }));
    await expect.element(menu).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus();
  });

  it('runs what is chosen, with the focus back at the button', async () => {
    const focused: (Element | null)[] = [];
    await shown(entries(() => focused.push(document.activeElement)));
    await userEvent.click(button);
    await userEvent.click(item('Newspaper'));
    expect(focused).toEqual([button.element()]);
    await expect.element(menu).not.toBeInTheDocument();
  });

  it('stands inside the window', async () => {
    await shownStrictly(
      <div style={{ position: 'fixed', right: 0, bottom: 0 }}>
        <Menu trigger={<Button>More</Button>} entries={entries()} />
      </div>,
    );
    await userEvent.click(button);
    const box = menu.element().getBoundingClientRect();
    expect(box.right).toBeLessThanOrEqual(window.innerWidth);
    expect(box.bottom).toBeLessThanOrEqual(button.element().getBoundingClientRect().top);
  });
});
