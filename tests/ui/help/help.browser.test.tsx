import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { GoToDialog } from '../../../src/ui/help/go-to-dialog.tsx';
import { ShortcutsDialog } from '../../../src/ui/help/shortcuts-dialog.tsx';
import { shownStrictly } from '../support/shown-strictly.tsx';

it('Go to region says its range, or in its place what is wrong', async () => {
  const onGo = vi.fn<(number: number) => void>();
  await shownStrictly(<GoToDialog count={37} onGo={onGo} onClose={vi.fn<() => void>()} />);
  const field = page.getByRole('textbox', { name: 'Number' });
  await expect.element(field).toHaveAccessibleDescription('1 to 37');
  await userEvent.fill(field, '38');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveAccessibleDescription('There are regions 1 to 37.');
  expect(onGo).not.toHaveBeenCalled();
});

it('the sheet starts at its close button, without a tooltip, and keys stay on one line', async () => {
  const onClose = vi.fn<() => void>();
  await shownStrictly(
    <ShortcutsDialog
      shortcuts={[
        { keys: ['J'], does: 'Next region', where: 'Anywhere' },
        { keys: ['Page Up', 'Page Down'], does: 'One page up or down', where: 'In the list' },
      ]}
      singleKeys
      onSingleKeys={vi.fn<(on: boolean) => void>()}
      onClose={onClose}
    />,
  );
  await expect.element(page.getByRole('button', { name: 'Close' })).toHaveFocus();
  await expect.element(page.getByRole('tooltip')).not.toBeInTheDocument();
  expect(topOf('Page Down')).toBe(topOf('Page Up'));
  await userEvent.keyboard('{Enter}');
  expect(onClose).toHaveBeenCalledOnce();
});

function topOf(key: string): number {
  return page.getByText(key, { exact: true }).element().getBoundingClientRect().top;
}
