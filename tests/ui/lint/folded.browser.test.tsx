import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/ui/theme.css';
import { Folded } from '../../../src/ui/lint/folded.tsx';
import { shownStrictly } from '../support/shown-strictly.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function show(count: number, inUse: readonly number[] = []) {
  await page.viewport(960, 800);
  const items = Array.from({ length: count }, (_, at) => ({
    id: `kind ${at}`,
    inUse: inUse.includes(at),
    shown: (
      <button type="button" style={{ width: 90, height: 22 }}>
        Kind {at + 1}
      </button>
    ),
  }));
  await shownStrictly(
    <div style={{ width: 216, display: 'flex' }}>
      <Folded items={items} />
    </div>,
  );
}

test('few things need no button', async () => {
  await show(4);
  await expect.element(button('Kind 4')).toBeVisible();
  expect(page.getByRole('button').elements()).toHaveLength(4);
});

test('many take two lines, and the button in the second brings the others and folds them away again', async () => {
  await show(11);
  const more = button('8 more');
  await expect.element(more).toHaveAttribute('aria-expanded', 'false');
  const [first, last] = [button('Kind 1').element(), more.element()].map((one) => one.getBoundingClientRect());
  expect((last?.bottom ?? NaN) - (first?.top ?? NaN)).toBeLessThan(55);
  // Nobody reaches by Tab what is not to be seen.
  button('Kind 3').element().focus();
  await userEvent.tab();
  await expect.element(more).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Kind 11')).toBeVisible();
  await expect.element(button('Fewer')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Kind 11')).not.toBeInTheDocument();
});

test('the button tells of what is in use and folded away', async () => {
  await show(11, [0, 9, 10]);
  await expect.element(button('8 more, 2 in use')).toBeVisible();
});
